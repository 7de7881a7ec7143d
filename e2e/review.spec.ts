import { rename } from 'node:fs/promises'
import { expectAccessible, expectNothingCutOff } from './accessible'
import { expect, test } from './fixtures'
import { Review } from './pages/Review'
import { colleague, exchange, founder, shared, type Member } from './pages/Team'

test('one asks for a review, another remarks and asks for changes on a plane, is answered, and approves', async ({ desk }) => {
  test.setTimeout(300_000)
  const folder = await desk.folder('team')
  const kim = await founder(desk, folder, 'Kim Berg')
  const dana = await colleague(desk, folder, 'Dana Ruiz')
  const review = new Review(dana.laptop.page)

  await toAccount(kim)
  await askForReview(kim, 'Ask for a review', 'Is the time to go live believable?')
  await exchange(kim)
  await exchange(dana)

  await rename(folder, `${folder} away`)
  await dana.laptop.page.keyboard.press('Control+3')
  await expect(review.group('Wait for a review').getByText(shared.account)).toBeVisible()
  await expectAccessible(dana.laptop.page, 'reviews')
  await review.openByKeyboard(shared.account)
  await expect(dana.laptop.page.getByText('Is the time to go live believable?')).toBeVisible()
  await expect(review.group('Everything, since nothing was approved yet')).toContainText(shared.comparison)
  await expectAccessible(dana.laptop.page, 'the review of an account')
  await expectNothingCutOff(dana.laptop.page, 'the review of an account')

  await review.press(review.decision.getByRole('button', { name: 'Ask for changes' }))
  await expect(review.decision).toContainText('Say what should change')
  await review.remark(/^Remark on: .*not known in/, 'Ask Acme before we go on.')
  await expect(dana.laptop.page.getByText('Ask Acme before we go on.')).toBeVisible()
  await review.press(review.decision.getByRole('button', { name: 'Ask for changes' }))
  await expect(review.group('Changes asked').getByText(shared.account)).toBeVisible()
  await toAccount(dana)
  await expect(review.group('Review')).toContainText('Asked for changes here, will be sent.')

  await rename(`${folder} away`, folder)
  for (const member of [dana, kim]) await exchange(member)
  await expect(review.group('Review')).not.toContainText('will be sent')
  await kim.laptop.page.keyboard.press('Control+1')
  await kim.laptop.page.getByRole('region', { name: 'Waits for you' }).getByRole('button', { name: shared.account }).click()
  const remarks = kim.laptop.page.getByRole('region', { name: 'Remarks of Dana Ruiz' })
  await expect(remarks).toContainText('Ask Acme before we go on.')
  await expectAccessible(kim.laptop.page, 'an account with remarks')
  await remarks.getByRole('textbox').fill('Acme says 12 weeks, in writing.')
  await remarks.getByRole('button', { name: /^Answer the remark/ }).click()
  await askForReview(kim, 'Ask for a review again', 'Acme has answered.')
  for (const member of [kim, dana]) await exchange(member)

  await review.openByKeyboard(shared.account)
  await expect(dana.laptop.page.getByText('Acme says 12 weeks, in writing.')).toBeVisible()
  await review.press(dana.laptop.page.getByRole('button', { name: /^Settled/ }))
  await review.press(review.decision.getByRole('button', { name: 'Approve' }))
  await expect(review.group('Approved').getByText(shared.account)).toBeVisible()
  for (const member of [dana, kim]) await exchange(member)
  await toAccount(kim)
  await expect(kim.laptop.page.getByRole('region', { name: 'Review', exact: true })).toContainText('Approved by Dana Ruiz')
  await expect(remarks).toBeHidden()

  await kim.comparison.page.getByLabel('Industry').fill('Freight')
  await kim.window.isSaved()
  for (const member of [kim, dana]) await exchange(member)
  await review.openByKeyboard(shared.account)
  const changed = dana.laptop.page.getByRole('region', { name: /^Changed since the approval on/ })
  await expect(changed.getByRole('listitem')).toHaveCount(1)
  await expect(changed).toContainText('Freight')
})

async function toAccount({ window }: Member): Promise<void> {
  await window.goToAccounts()
  await window.openAccount(shared.account)
}

async function askForReview({ laptop }: Member, button: string, words: string): Promise<void> {
  await laptop.page.getByRole('region', { name: 'Review', exact: true }).getByRole('button', { name: button }).click()
  const dialog = laptop.page.getByRole('dialog', { name: 'Ask for a review' })
  await dialog.getByLabel('What should be looked at?').fill(words)
  await dialog.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(dialog).toBeHidden()
}
