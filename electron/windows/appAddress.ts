/** Our own scheme: pages have an origin of their own and no file can be named that we did not mean to serve. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://plumbline`
export const mainPage = `${appOrigin}/index.html`

/** True for that very page, whatever follows `#`. */
export function isAt(page: string, address: string): boolean {
  return address.split('#')[0] === page
}
