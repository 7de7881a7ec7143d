import '@fontsource-variable/inter/wght.css'
import '../../styles/mantine.css'
import '../../styles/tokens.css'
import '../../styles/base.css'
import '../../styles/library.css'
import { createRoot } from 'react-dom/client'
import { BuyerApp } from '../../buyer/BuyerApp'
import { createPlausibleCases, startCasesWorker } from '../../cases/createPlausibleCases'
import { fleet, sampleDesktop } from '../sampleDesktop'

/** The page for the buyer without an Electron: `buyer.html?theme=dark`. */
const theme = new URLSearchParams(window.location.search).get('theme') === 'dark' ? 'dark' : 'light'
const desktop = sampleDesktop({ settings: { theme } })
void desktop.invoke('buyer.show', { accountId: fleet.accountId, comparisonId: fleet.comparison.id }).then(() =>
  createRoot(document.getElementById('root') as HTMLElement).render(
    <BuyerApp
      ask={() => desktop.invoke('buyer.view', {})}
      leave={() => window.location.assign('index.html?scene=decide')}
      onFault={() => undefined}
      plausibleCases={createPlausibleCases(startCasesWorker)}
    />,
  ),
)
