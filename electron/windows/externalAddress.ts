import { longestAddress } from '#shared/base/webAddress'

/**
 * An address that may be handed to the system's browser or mail program, in its normal form, or null. Only secure
 * pages and mail: any other scheme could start a program on this laptop with text that somebody else wrote.
 */
export function externalAddress(text: string): string | null {
  if (text.length > longestAddress || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol === 'mailto:') return url.href
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  return url.href
}
