/** The account that the tour is about. */
export const fleet = { account: 'Marlind Lift Inspection', comparison: 'Cars for 48 inspectors' }

/** The parts of the screen of a comparison. */
export function compare(page) {
  const why = page.getByRole('complementary', { name: 'Why this order' })
  return { why, answer: why.getByRole('paragraph').first(), weights: page.getByRole('region', { name: 'What matters' }) }
}

export function cell(page, criterion, option) {
  return page.getByRole('grid').getByRole('gridcell', { name: `${criterion}, ${option}: ` })
}

export function sources(page, criterion, option) {
  return page.getByRole('dialog', { name: `Sources: ${criterion}, ${option}` })
}

/** Goes to a place of the rail. */
export async function goTo(page, place) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: place }).click()
  await page.getByRole('heading', { name: place, level: 1 }).waitFor()
}

/** Goes to a step of the path the account is on. */
export async function goToStep(page, name) {
  const step = page.getByRole('navigation', { name: 'Path' }).getByRole('button', { name: new RegExp(`^\\d ${name} `) })
  await step.click()
  await page.locator('[aria-current="step"]', { hasText: name }).waitFor()
}
