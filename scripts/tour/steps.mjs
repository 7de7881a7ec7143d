import { join } from 'node:path'
import { colleagues } from './colleagues.mjs'
import { cell, compare, fleet, goTo, goToStep, sources } from './places.mjs'

/**
 * The tour, in the order of the story. A step brings the app where its picture is taken:
 *   caption  what the picture shows, as a short heading
 *   text     one or two sentences below the heading
 *   run      (page, helpers) => void, or the page to take the picture of where that is another window
 *   keepAs   the picture also belongs to the README, under this name
 * The helpers are described in takePictures.mjs. A step waits for what it wants to show, never for a time.
 */
export const steps = [
  {
    caption: 'The first screen',
    text: 'Three ways in, and nothing else. Everything in these pictures happened on this machine, with no account anywhere and no network.',
    async run(page) {
      await page.getByRole('button', { name: 'Open the sample' }).waitFor()
    },
  },
  {
    caption: 'Today',
    text: 'The next meeting as one card: is everything on this laptop, and what is still open before it. Below, what was promised and what waits. The sample is the practice of an invented fleet adviser.',
    async run(page) {
      await page.getByRole('button', { name: 'Open the sample' }).click()
      await page.getByRole('region', { name: 'Next meeting' }).getByText('Everything is on this laptop').waitFor()
    },
  },
  {
    caption: 'The accounts',
    text: 'One line for each buyer: how much is not known yet, what is due, and where colleagues wrote different things.',
    async run(page) {
      await goTo(page, 'Accounts')
      await page.getByRole('button', { name: fleet.account, exact: true }).waitFor()
    },
  },
  {
    caption: 'One buyer',
    text: 'Who decides, what they need in their own words, and what is being compared. What is violet is internal and never reaches the buyer. The account is one file on this laptop.',
    async run(page) {
      await page.getByRole('button', { name: fleet.account, exact: true }).click()
      await page.getByRole('button', { name: fleet.comparison, exact: true }).waitFor()
    },
  },
  {
    caption: '1 Found: what the buyer has already read',
    text: 'The path begins with the buyer’s own research, and with where it contradicts itself. Each contradiction has somebody who will settle it, or is said to be beyond knowing.',
    async run(page) {
      await page.getByRole('button', { name: fleet.comparison, exact: true }).click()
      await goToStep(page, 'Found')
    },
  },
  {
    caption: '2 Matters: needs in the buyer’s own words',
    text: 'Word for word, ticked by the buyer, put in order. The order gives weights to start from; each need asks something of the options.',
    run: (page) => goToStep(page, 'Matters'),
  },
  {
    caption: '3 Rule out: what is not acceptable',
    text: 'Every option against every must-have, in words. Who leaves leaves with a reason, and staying as you are is argued like any other choice.',
    run: (page) => goToStep(page, 'Rule out'),
  },
  {
    caption: '4 Compare: the table and its answer',
    text: 'On the left what matters to the buyer, in the middle the options with rivals and “stay as is” among them, on the right the answer in one sentence and what speaks for and against it.',
    keepAs: 'compare',
    async run(page) {
      await goToStep(page, 'Compare')
      await compare(page).answer.filter({ hasText: 'plausible cases' }).waitFor()
    },
  },
  {
    caption: 'A weight is moved, and the answer follows',
    text: 'The buyer says that driving without exhaust hardly matters. While the slider moves, points, ranks and the sentence change; the mark on the track shows what was agreed, and one key takes it back.',
    async run(page) {
      const { why, weights } = compare(page)
      await weights.getByRole('textbox', { name: 'Points for No exhaust, 0 to 100' }).fill('5')
      await page.keyboard.press('Enter')
      await why.getByText(/^Extend the diesel leases/).first().waitFor()
      await weights.getByText('Trial: 1 weight differs').waitFor()
    },
  },
  {
    caption: 'The sums, to check with a pencil',
    text: 'Weight × score = points. Every column adds up to the total above it, and nothing is hidden in a formula.',
    async run(page) {
      await page.getByRole('button', { name: 'Reset to agreed' }).click()
      await compare(page).weights.getByText('Agreed on').waitFor()
      await page.getByRole('button', { name: 'Show the sums' }).click()
      await page.getByRole('dialog', { name: 'The sums' }).waitFor()
    },
  },
  {
    caption: 'What nobody knows yet',
    text: 'No German price has been given for the IONIQ 5. That is not counted as a zero: its total becomes a range, and it would be second if the price is confirmed.',
    async run(page) {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: 'The sums' }).waitFor({ state: 'hidden' })
      await compare(page).answer.scrollIntoViewIfNeeded()
      await cell(page, 'List price in Germany', 'Hyundai IONIQ 5').click()
      await sources(page, 'List price in Germany', 'Hyundai IONIQ 5').getByText('Nobody knows this yet.').waitFor()
    },
  },
  {
    caption: 'Where a value comes from',
    text: 'Each value says who said it, when, and whether the buyer may see the source. The rumour from the phone call is not cleared, and the note is for us only.',
    async run(page) {
      await page.keyboard.press('Escape')
      await cell(page, 'List price in Germany', 'Extend the diesel leases').click()
      await sources(page, 'List price in Germany', 'Extend the diesel leases').getByText('Phone call').waitFor()
    },
  },
  {
    caption: 'The option that pays us best is out',
    text: 'The BMW i4 brings the adviser the best margin, and it costs more than the buyer’s limit. A must-have rules out every option that does not meet it, ours too, and says why.',
    async run(page) {
      await page.keyboard.press('Escape')
      await cell(page, 'List price in Germany', 'BMW i4').focus()
      await page.getByRole('grid').getByRole('button', { name: 'Actions for BMW i4', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Edit option' }).click()
      await page.getByRole('dialog', { name: 'Edit option' }).waitFor()
    },
  },
  {
    caption: 'Everything by keyboard',
    text: 'One box finds accounts and runs commands by their words; in the table, arrows move, Enter edits and Space opens the sources.',
    async run(page) {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: 'Edit option' }).waitFor({ state: 'hidden' })
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Command box' }).fill('weight')
      await page.getByRole('option', { name: 'Set weight of Length' }).waitFor()
    },
  },
  {
    caption: '5 Decide: what comes out, why, and what would change it',
    text: 'The answer in one sentence, who stands where with the doubt drawn as a band, the reasons, and the smallest changes that would turn it round.',
    async run(page) {
      await page.keyboard.press('Escape')
      await goToStep(page, 'Decide')
      await page.getByText(/ahead in \d+ of 100 plausible cases/).first().waitFor()
    },
  },
  {
    caption: '6 Agree: read back before anybody leaves',
    text: 'What is decided, what is open, what is next and who promised it, both ways. The buyer ticks it.',
    run: (page) => goToStep(page, 'Agree'),
  },
  {
    caption: 'Handed over to the buyer',
    text: 'The same window, full screen, one idea a page. It is built from nothing but what the buyer may know, and is left only by Esc and then Enter.',
    async run(page) {
      await page.keyboard.press('F5')
      await page.getByRole('heading', { level: 1, name: 'What you have found' }).waitFor()
    },
  },
  {
    caption: '7 Take away: what the buyer keeps',
    text: 'The preview is the file: the answer, the table, what would change it, what is not known, and every cleared source. A line above it counts what was left out because it is internal.',
    async run(page) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Enter')
      await goToStep(page, 'Take away')
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
    },
  },
  {
    caption: 'Files, not a service',
    text: 'The brief is saved as a PDF and as a web page that holds no script and fetches nothing. Both are linked below, with the account file itself.',
    async run(page, helpers) {
      for (const { button, name, title } of [
        { button: 'Save PDF', name: 'Cars for 48 inspectors.pdf', title: 'The brief as a PDF' },
        { button: 'Save web page', name: 'Cars for 48 inspectors.html', title: 'The brief as a web page' },
      ]) {
        const path = join(helpers.folders.produced, name)
        await helpers.answerSaveDialog(path)
        await page.getByRole('button', { name: button }).click()
        await page.getByText(`Saved ${name}`).waitFor()
        await helpers.attach(path, title)
      }
      await helpers.attach(await helpers.accountFile(fleet.account), 'The account file, with everything internal in it')
    },
  },
  {
    caption: 'A team shares a folder',
    text: 'Any folder that reaches all laptops will do. The status bar says in plain words what is saved here and what everyone has.',
    async run(_page, helpers) {
      const { kim } = await colleagues(helpers)
      await goTo(kim, 'Settings')
      await kim.getByText('Stop using this folder').waitFor()
      return kim
    },
  },
  {
    caption: 'Two wrote into the same cell: at Kim’s laptop',
    text: 'The folder was away for a while. Nothing is lost and nothing is blocked: one value shows, both are kept with who wrote them, and one click settles it.',
    async run(_page, helpers) {
      const { kim, collide } = await colleagues(helpers)
      await collide()
      return kim
    },
  },
  {
    caption: 'The same at Dana’s laptop',
    text: 'Her laptop came to the same state by itself. Whoever decides, decides for both.',
    async run(_page, helpers) {
      const { dana } = await colleagues(helpers)
      return dana
    },
  },
]
