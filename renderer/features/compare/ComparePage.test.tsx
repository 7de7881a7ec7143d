import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import type { FakeDesktop } from '../../testing/fakeDesktop'
import { renderApp } from '../../testing/renderApp'
import { fleet, sampleDesktop } from '../../testing/sampleDesktop'

describe('the comparison', () => {
  let desktop: FakeDesktop
  let app: Awaited<ReturnType<typeof renderApp>>

  beforeEach(async () => {
    desktop = sampleDesktop()
    app = await renderApp(desktop, { kind: 'compare', accountId: fleet.accountId, comparisonId: fleet.comparison.id })
    await screen.findByRole('grid')
  })
  afterEach(() => app.close())

  /** By what a screen reader reads of it. Looked up directly: computing the names of a whole table takes long. */
  const found = (role: string, name: RegExp): HTMLElement => {
    const [element] = [...document.querySelectorAll<HTMLElement>(`[role=${role}]`)].filter((candidate) => name.test(candidate.textContent))
    if (!element) throw new Error(`No ${role} ${name.source}`)
    return element
  }
  const cell = (name: RegExp) => found('gridcell', name)
  const optionId = (name: string) => inOrder(fleet.comparison.options).find((option) => option.name === name)?.id ?? ''
  const criterionId = (name: string) => inOrder(fleet.comparison.criteria).find((criterion) => criterion.name === name)?.id ?? ''
  const stored = (option: string, criterion: string) =>
    desktop.accountOf(fleet.accountId).comparisons[fleet.comparison.id]?.cellValue[`${optionId(option)}:${criterionId(criterion)}`]
  const press = (keys: string) => app.user.keyboard(keys)

  it('is one stop for the Tab key, and arrows move inside it', async () => {
    const grid = screen.getByRole('grid')
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
    cell(/^Length, Polestar 2:/).focus()
    await press('{ArrowRight}')
    expect(cell(/^Length, Tesla Model 3:/)).toHaveProperty('tabIndex', 0)
    expect(document.activeElement).toBe(cell(/^Length, Tesla Model 3:/))
    await press('{ArrowDown}')
    expect(document.activeElement).toBe(cell(/^Wheelbase, Tesla Model 3:/))
    await press('{Home}')
    expect(document.activeElement).toBe(found('rowheader', /^Wheelbase,/))
    await press('{Control>}{Home}{/Control}')
    expect(document.activeElement).toBe(found('columnheader', /^Criterion/))
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  })

  it('takes a value that is typed on a cell and gives the focus back', async () => {
    cell(/^Length, Polestar 2:/).focus()
    await press('4500{Enter}')
    expect(document.activeElement).toBe(cell(/^Length, Polestar 2: 4,500 mm/))
    await waitFor(() => expect(stored('Polestar 2', 'Length')).toBe(4500))
  })

  it('assigns nothing where a cell is opened and left as it was', async () => {
    cell(/^Length, Polestar 2:/).focus()
    await press('{F2}{Enter}')
    cell(/^Heat pump, Polestar 2:/).focus()
    await press('{F2}{Tab}')
    expect(document.activeElement).toBe(cell(/^Heat pump, Tesla Model 3:/))
    expect(desktop.editsSent()).toHaveLength(0)
  })

  it('keeps what it cannot read, says what would do, and Escape brings the old value back', async () => {
    cell(/^Length, Polestar 2:/).focus()
    await press('{F2}')
    const editor = screen.getByRole('textbox', { name: 'Length, Polestar 2' })
    await app.user.clear(editor)
    await press('as long as a bus{Enter}')
    expect(screen.getByRole('alert').textContent).toContain('“as long as a bus” is not a number')
    expect(editor).toHaveProperty('value', 'as long as a bus')
    await press('{Escape}')
    expect(document.activeElement).toBe(cell(/^Length, Polestar 2: 4,606 mm/))
    expect(desktop.editsSent()).toHaveLength(0)
  })

  it('goes from one unknown to the next with U', async () => {
    cell(/^WLTP range, Extend the diesel leases:/).focus()
    await press('u')
    const first = document.activeElement?.textContent
    expect(first).toMatch(/Not known|no source/)
    await press('u')
    expect(document.activeElement?.textContent).toMatch(/Not known|no source/)
    expect(document.activeElement?.textContent).not.toBe(first)
  })

  it('hides with D what is the same for all, and names it', async () => {
    const rowHeads = () => document.querySelectorAll('[role=rowheader]').length
    const before = rowHeads()
    for (const option of ['Extend the diesel leases', 'Polestar 2', 'Tesla Model 3', 'Hyundai IONIQ 5', 'Buy and run our own cars', 'BMW i4']) {
      cell(new RegExp(`^No exhaust, ${option}:`)).focus()
      await press('{F2}')
      await app.user.selectOptions(screen.getByRole('combobox', { name: `No exhaust, ${option}` }), 'Yes')
      await press('{Enter}')
    }
    await press('d')
    expect(rowHeads()).toBe(before - 1)
    expect(screen.getByText(/The same for all, left out: No exhaust/)).toBeTruthy()
  })

  it('has a range and a number for each weight, and a change of it is one edit', async () => {
    const slider = screen.getByRole('slider', { name: 'Wheelbase' })
    const share = slider.getAttribute('aria-valuetext')
    const field = screen.getByRole('textbox', { name: 'Points for Wheelbase, 0 to 100' })
    await app.user.clear(field)
    await app.user.type(field, '90{Enter}')
    expect(slider).toHaveProperty('value', '90')
    expect(slider.getAttribute('aria-valuetext')).not.toBe(share)
    await waitFor(() =>
      expect(desktop.editsSent()).toEqual([
        [{ kind: 'set', at: `comparisons/${fleet.comparison.id}/criteria/${criterionId('Wheelbase')}`, field: 'points', value: 90 }],
      ]),
    )
    expect(screen.getByText(/^Trial: 1 weight differs/)).toBeTruthy()
  })

  it('forgets a trial that came back to where it was, so that later changes show', async () => {
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Wheelbase' })
    const share = slider.getAttribute('aria-valuetext')?.split(',')[0]
    fireEvent.pointerDown(slider)
    fireEvent.change(slider, { target: { value: '80' } })
    await waitFor(() => expect(slider.getAttribute('aria-valuetext')).not.toContain(`${share},`))
    fireEvent.change(slider, { target: { value: '25' } })
    fireEvent.pointerUp(slider)
    await waitFor(() => expect(slider.getAttribute('aria-valuetext')).toContain(`${share}, 25 of 100`))
    desktop.teamEdits(fleet.accountId, [
      { kind: 'set', at: `comparisons/${fleet.comparison.id}/criteria/${criterionId('Wheelbase')}`, field: 'points', value: 99 },
    ])
    await waitFor(() => expect(slider.value).toBe('99'))
    await waitFor(() => expect(slider.getAttribute('aria-valuetext')).not.toContain(`${share},`))
    expect(desktop.editsSent()).toHaveLength(0)
  })

  it('goes to the weight of a row with W', async () => {
    cell(/^Length, Polestar 2:/).focus()
    await press('w')
    expect(document.activeElement).toBe(screen.getByRole('slider', { name: 'Length' }))
  })

  it('shows where a value comes from, and an internal note is marked', async () => {
    cell(/^List price in Germany, Extend the diesel leases:/).focus()
    await press(' ')
    const popover = within(await screen.findByRole('dialog', { name: 'Sources: List price in Germany, Extend the diesel leases' }))
    expect(popover.getByText('Our own estimate', { selector: 'p' })).toBeTruthy()
    expect(popover.getByText('Internal, never shown to the buyer')).toBeTruthy()
    await press('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(cell(/^List price in Germany, Extend the diesel leases:/)))
  })

  it('opens where a value comes from, saying where that leads, and says so where it did not open', async () => {
    cell(/^Length, Polestar 2:/).focus()
    await press(' ')
    const popover = within(await screen.findByRole('dialog', { name: 'Sources: Length, Polestar 2' }))
    await app.user.click(popover.getByRole('button', { name: 'Open github.com' }))
    expect(desktop.calls.at(-1)).toEqual({ name: 'link.open', input: { address: 'https://github.com/open-ev-data/open-ev-data-dataset' } })
    desktop.opensLinks = false
    await app.user.click(popover.getByRole('button', { name: 'Open github.com' }))
    expect(app.messages()).toContain('No browser opened')
  })

  it('keeps the switch for single keys among the settings of the laptop, and D does nothing without them', async () => {
    await press('{F1}')
    await app.user.click(await screen.findByRole('checkbox', { name: 'Single keys such as ? and D work' }))
    await waitFor(() => expect(desktop.calls.at(-1)).toEqual({ name: 'settings.change', input: { singleKeys: false } }))
    await press('{Escape}')
    const rows = screen.getByRole('grid').querySelectorAll('[role=row]').length
    cell(/^Length, Polestar 2:/).focus()
    await press('d')
    expect(screen.getByRole('grid').querySelectorAll('[role=row]')).toHaveLength(rows)
  })

  it('cannot remove an option that is always in, and sets it aside only with a reason', async () => {
    const head = found('columnheader', /^Extend the diesel leases,/)
    head.focus()
    await press('{Enter}')
    const menu = within(await screen.findByRole('menu'))
    await app.user.click(await menu.findByRole('menuitem', { name: 'Set aside with a reason' }))
    expect(menu.queryByText('Remove')).toBeNull()
    const dialog = within(await screen.findByRole('dialog', { name: 'Set aside Extend the diesel leases' }))
    await app.user.click(dialog.getByRole('button', { name: 'Set aside' }))
    expect(dialog.getByText(/the buyer reads it/)).toBeTruthy()
    expect(desktop.editsSent()).toHaveLength(0)
    await app.user.type(dialog.getByRole('textbox', { name: 'Why it is out' }), 'The leases end')
    await app.user.click(dialog.getByRole('button', { name: 'Set aside' }))
    await waitFor(() => expect(head.isConnected).toBe(false))
    expect(screen.getByRole('button', { name: /^Set aside \(\d+\)$/ })).toBeTruthy()
  })

  it('undoes and redoes from the keyboard, outside of fields', async () => {
    cell(/^Length, Polestar 2:/).focus()
    await press('4500{Enter}')
    await waitFor(() => expect(stored('Polestar 2', 'Length')).toBe(4500))
    await press('{Control>}z{/Control}')
    await waitFor(() => expect(cell(/^Length, Polestar 2: 4,606 mm/)).toBeTruthy())
    await press('{Control>}{Shift>}z{/Shift}{/Control}')
    await waitFor(() => expect(cell(/^Length, Polestar 2: 4,500 mm/)).toBeTruthy())
    expect(app.messages()).toContain('Redid: “Length” of Polestar 2')
  })

  it('sets a weight from the command box by words and a number', async () => {
    await press('{Control>}k{/Control}')
    await app.user.type(await screen.findByRole('combobox', { name: 'Command box' }), 'weight wheelbase 77')
    await press('{Enter}')
    await waitFor(() => expect(screen.getByRole('slider', { name: 'Wheelbase' })).toHaveProperty('value', '77'))
  })

  it('fills the table from a spreadsheet after showing what it understood, as one step to undo', async () => {
    cell(/^Length, Polestar 2:/).focus()
    await app.user.paste('4,500 mm\tlong\n2.9k\t2800')
    const dialog = within(await screen.findByRole('dialog', { name: 'Fill the table' }))
    expect(dialog.getByText(/“long” is not a number/)).toBeTruthy()
    await app.user.click(dialog.getByRole('button', { name: 'Fill 3 cells' }))
    await waitFor(() => expect(stored('Polestar 2', 'Wheelbase')).toBe(2900))
    expect([stored('Polestar 2', 'Length'), stored('Tesla Model 3', 'Wheelbase')]).toEqual([4500, 2800])
    expect(desktop.editsSent()).toHaveLength(1)
    await app.user.click(screen.getByRole('button', { name: 'Undo: pasted cells' }))
    await waitFor(() => expect(stored('Polestar 2', 'Length')).toBe(4606))
  })

  it('has what nobody knows found out by somebody, or left so on purpose', async () => {
    cell(/^Heat pump, Extend the diesel leases:/).focus()
    await press(' ')
    const popover = within(await screen.findByRole('dialog', { name: 'Sources: Heat pump, Extend the diesel leases' }))
    await app.user.click(popover.getByRole('button', { name: 'Ask' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New question' }))
    expect(dialog.getByRole('textbox', { name: 'Question' })).toHaveProperty('value', 'What is “Heat pump” of Extend the diesel leases?')
    await app.user.click(dialog.getByRole('button', { name: 'Ask' }))
    await waitFor(() => expect(cell(/^Heat pump, Extend the diesel leases: .*asked/)).toBeTruthy())
    cell(/^Heat pump, Extend the diesel leases:/).focus()
    await press(' ')
    await app.user.click(await screen.findByRole('button', { name: 'Accept as not known' }))
    await waitFor(() => expect(cell(/^Heat pump, Extend the diesel leases: .*accepted as not known/)).toBeTruthy())
    const asked = inOrder(desktop.accountOf(fleet.accountId).questions).filter(({ criterion }) => criterion === criterionId('Heat pump'))
    expect(asked.map(({ state, option, comparison }) => [state, option, comparison])).toEqual([['accepted', optionId('Extend the diesel leases'), fleet.comparison.id]])
  })

  it('keeps what is typed in a cell when the page goes', async () => {
    cell(/^Length, Polestar 2:/).focus()
    await press('4501')
    window.dispatchEvent(new Event('pagehide'))
    await waitFor(() => expect(stored('Polestar 2', 'Length')).toBe(4501))
  })

  it('hides a column for the moment, and rules nobody out by it', async () => {
    await app.user.click(screen.getByRole('button', { name: '7 of 7 options' }))
    await app.user.click(await screen.findByRole('checkbox', { name: 'Polestar 2' }))
    await screen.findByRole('button', { name: '6 of 7 options' })
    expect(document.querySelectorAll('[role=columnheader]')).toHaveLength(7)
    expect(desktop.editsSent()).toHaveLength(0)
  })

  it('goes through the criteria one by one with the arrow keys, large and without totals, and remembers the choice', async () => {
    await app.user.click(screen.getByRole('button', { name: 'One by one' }))
    const first = await screen.findByRole('heading', { level: 2, name: 'List price in Germany' })
    expect(screen.queryByRole('grid')).toBeNull()
    await app.user.click(screen.getByRole('button', { name: 'Next' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('WLTP range'))
    await press('{ArrowLeft}')
    await waitFor(() => expect(first.isConnected && document.activeElement?.textContent).toBe('List price in Germany'))
    await app.user.click(screen.getByRole('button', { name: 'Edit List price in Germany, Polestar 2' }))
    await app.user.clear(screen.getByRole('textbox', { name: 'List price in Germany, Polestar 2' }))
    await press('48000{Enter}')
    await waitFor(() => expect(stored('Polestar 2', 'List price in Germany')).toBe(48000))
    expect(desktop.calls.some(({ name, input }) => name === 'settings.change' && (input as { density?: string }).density === 'guided')).toBe(true)
  })
})
