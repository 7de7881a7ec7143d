import type { Page } from '@playwright/test'
import type { CommandAnswer, CommandInput, CommandName } from '../shared/ipc/contract'

interface PageWithDesktop {
  readonly desktop: { readonly invoke: (name: unknown, input: unknown) => Promise<never> }
}

/** Gives a command through the bridge of a page. */
export function invoke<Name extends CommandName>(page: Page, name: Name, input: CommandInput<Name>): Promise<CommandAnswer<Name>> {
  const given: readonly [string, unknown] = [name, input]
  return page.evaluate(([command, value]) => (window as unknown as PageWithDesktop).desktop.invoke(command, value), given)
}

/** The value of an answer that must be a success. */
export function valueOf<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly kind: string; readonly message: string } }): T {
  if (!answer.ok) throw new Error(`${answer.error.kind}: ${answer.error.message}`)
  return answer.value
}
