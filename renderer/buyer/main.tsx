import '@fontsource-variable/inter/wght.css'
import '../styles/mantine.css'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/library.css'
import { createRoot } from 'react-dom/client'
import { createPlausibleCases, startCasesWorker } from '../cases/createPlausibleCases'
import { connectedDesktop } from '../desktop'
import { BuyerApp } from './BuyerApp'

/** The page for the buyer: a document of its own, that has never seen an account. */
const desktop = connectedDesktop()
const root = document.getElementById('root')
if (!root) throw new Error('buyer.html has no root')
createRoot(root).render(
  <BuyerApp
    ask={() => desktop.invoke('buyer.view', {})}
    leave={() => void desktop.invoke('buyer.leave', {})}
    onFault={(name) => void desktop.invoke('log.bug', { where: 'buyer', name })}
    plausibleCases={createPlausibleCases(startCasesWorker)}
  />,
)
