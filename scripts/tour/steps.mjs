/**
 * The tour, in the order of the story. A step brings the app where its picture is taken:
 *   caption  what the picture shows, as a short heading
 *   text     one or two sentences below the heading
 *   run      (page, helpers) => void, or the page to take the picture of where that is another window
 * The helpers are described in takePictures.mjs. A step waits for what it wants to show, never for a time.
 */
export const steps = [
  {
    caption: 'The first screen',
    text: 'Plumbline opens on the sample workspace. Everything in these pictures happened on this machine, with no account and no network.',
    async run(page) {
      await page.locator('body').waitFor({ state: 'visible' })
    },
  },
]
