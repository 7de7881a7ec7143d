import type { Page } from '@playwright/test'
import type { Laptop } from './Laptop'
import { newId } from './newId'

/** Edits given one after the other, as fast as they are answered, and what became of them. */
export interface Writing {
  /** The needs of which main has said that they are on the disk. */
  readonly acknowledged: readonly string[]
  /** Kinds of failures that were answered instead. */
  readonly refused: readonly string[]
}

/** Adds needs to an account without a pause, beside whatever the test does in the window, until the app goes. */
export async function keepWriting({ page }: Laptop, accountId: string): Promise<Writing> {
  const writing = { acknowledged: [] as string[], refused: [] as string[] }
  await page.exposeFunction('nextId', newId)
  await page.exposeFunction('tellAnswer', (id: string, refused: string | null) => void (refused === null ? writing.acknowledged.push(id) : writing.refused.push(refused)))
  await page.evaluate((account) => {
    const { desktop, nextId, tellAnswer } = window as unknown as WritingPage
    void (async () => {
      for (let number = 1; ; number += 1) {
        const [id, editId] = [await nextId(), await nextId()]
        const edit = { kind: 'add', in: 'needs', id, fields: { quote: `Need ${number}` }, before: null }
        const answer = await desktop.invoke('account.edit', { accountId: account, editId, edits: [edit] })
        await tellAnswer(id, answer.ok ? null : answer.error.kind)
      }
    })().catch(() => undefined)
  }, accountId)
  return writing
}

interface WritingPage {
  readonly desktop: { readonly invoke: (name: string, input: unknown) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: { readonly kind: string } }> }
  readonly nextId: () => Promise<string>
  readonly tellAnswer: (id: string, refused: string | null) => Promise<void>
}

/** What stood in a text field each time the status bar said that everything is saved. */
export async function whatWasCalledSaved(page: Page, label: string): Promise<readonly string[]> {
  const saved: string[] = []
  await page.exposeFunction('tellSaved', (text: string) => void saved.push(text))
  const field = await page.getByLabel(label).elementHandle()
  const status = await page.getByRole('contentinfo', { name: 'Status' }).elementHandle()
  await page.evaluate(
    ([input, bar]) => {
      const { tellSaved } = window as unknown as { readonly tellSaved: (text: string) => void }
      const look = (): void => {
        if (bar?.textContent?.includes('Saved on this laptop') === true) tellSaved((input as HTMLTextAreaElement).value)
      }
      if (bar) new MutationObserver(look).observe(bar, { subtree: true, childList: true, characterData: true })
    },
    [field, status] as const,
  )
  return saved
}
