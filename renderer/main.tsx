import '@fontsource-variable/inter/wght.css'
import './styles/mantine.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/library.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { connectedDesktop } from './desktop'
import { browserClock, randomIds } from './model/browserWorld'
import { connectEvents, startModel } from './model/connectEvents'
import { createModel } from './model/createModel'
import { browserAddress } from './model/createPlaceStore'
import { createPlausibleCases, startCasesWorker } from './cases/createPlausibleCases'

const model = createModel({
  desktop: connectedDesktop(),
  ids: randomIds,
  clock: browserClock,
  address: browserAddress(),
  plausibleCases: createPlausibleCases(startCasesWorker),
})
window.addEventListener('error', (event) => {
  // Events without an error are the browser's own remarks, such as a layout that took two rounds.
  if (event.error) model.session.getState().bugMet('window', event.error)
})
window.addEventListener('unhandledrejection', (event) => model.session.getState().bugMet('promise', event.reason))
connectEvents(model)
void startModel(model)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
createRoot(root).render(<App model={model} />)
