import '@fontsource-variable/inter/wght.css'
import '../../styles/mantine.css'
import '../../styles/tokens.css'
import '../../styles/base.css'
import '../../styles/library.css'
import { createRoot } from 'react-dom/client'
import { App } from '../../App'
import { browserClock, randomIds } from '../../model/browserWorld'
import { connectEvents, startModel } from '../../model/connectEvents'
import { createModel } from '../../model/createModel'
import { browserAddress } from '../../model/createPlaceStore'
import { createPlausibleCases, startCasesWorker } from '../../cases/createPlausibleCases'
import { scenes } from './scenes'

/** The window without an Electron: `?scene=compare&theme=dark`. For looking at, and for screenshots. */
const wanted = new URLSearchParams(window.location.search)
const scene = scenes[wanted.get('scene') ?? 'accounts']
const theme = wanted.get('theme') === 'dark' ? 'dark' : 'light'
if (scene) {
  const { desktop, hash } = scene(theme)
  if (window.location.hash === '') window.location.hash = hash
  const model = createModel({
    desktop,
    ids: randomIds,
    clock: browserClock,
    address: browserAddress(),
    plausibleCases: createPlausibleCases(startCasesWorker),
  })
  connectEvents(model)
  void startModel(model)
  Object.assign(window, { gallery: { desktop, model } })
  createRoot(document.getElementById('root') as HTMLElement).render(<App model={model} />)
} else {
  document.body.textContent = `Scenes: ${Object.keys(scenes).join(', ')}`
}
