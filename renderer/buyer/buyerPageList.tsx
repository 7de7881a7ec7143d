import type { ReactNode } from 'react'
import { outsideRows, stabilityRows } from '#shared/domain/comparison/decisionRows'
import { agreedItems, contradictionItems, foundItems, limitItems, paidByWords, promiseItems, questionItems } from '#shared/text/brief/pathSections'
import { StabilityTable } from '../ui/charts/StabilityTable'
import { OutsideList } from '../ui/OutsideList'
import { Sentences } from '../ui/Sentences'
import { AnswerPage } from './AnswerPage'
import { Items } from './Items'
import { MattersPage } from './MattersPage'
import { SideBySidePage } from './SideBySidePage'
import type { BuyerAnalysis } from './useBuyerAnalysis'

export interface BuyerPage {
  readonly title: string
  readonly content: ReactNode
}

/** The pages in the order of the path; one with nothing to say is not there. */
export function buyerPages(analysis: BuyerAnalysis): readonly BuyerPage[] {
  const { view, live, counting } = analysis
  const { wording } = counting.reasoning
  const found = foundItems(view)
  const contradictions = contradictionItems(view)
  const outside = outsideRows(live.analysis)
  const stability = stabilityRows(live.analysis)
  const agreed = agreedItems(view)
  const questions = questionItems(view)
  const promises = promiseItems(view)
  const limits = limitItems(view, live.analysis)
  const hasCriteria = Object.keys(view.comparison.criteria).length > 0
  const pages: readonly (BuyerPage | false)[] = [
    found.length > 0 && { title: 'What you have found', content: <Items items={found} /> },
    contradictions.length > 0 && { title: 'Where it disagrees', content: <Items items={contradictions} /> },
    { title: 'What matters to you', content: <MattersPage analysis={analysis} /> },
    outside.length > 0 && { title: 'What is ruled out, and why', content: <OutsideList rows={outside} /> },
    hasCriteria && { title: 'Side by side', content: <SideBySidePage analysis={analysis} /> },
    { title: 'What comes out', content: <AnswerPage analysis={analysis} /> },
    wording.reasonsFor.length + wording.reasonsAgainst.length > 0 && {
      title: 'Why',
      content: (
        <>
          <Sentences sentences={wording.reasonsFor} sign="+" />
          <Sentences sentences={wording.reasonsAgainst} sign="−" />
        </>
      ),
    },
    wording.flips.length > 0 && {
      title: 'What would change it',
      content: (
        <>
          <Sentences sentences={wording.flips} />
          {stability.length > 0 && <StabilityTable rows={stability} />}
        </>
      ),
    },
    wording.unknowns.length + questions.length > 0 && {
      title: 'What is not known',
      content: (
        <>
          <Sentences sentences={wording.unknowns} />
          <Items items={questions} />
        </>
      ),
    },
    {
      title: 'Where each falls short, and who pays us',
      content: (
        <>
          <Items items={limits} />
          <p>{paidByWords(view)}</p>
        </>
      ),
    },
    agreed.length + promises.length > 0 && {
      title: 'Decided, open, next',
      content: (
        <>
          <Items items={agreed} />
          <Items items={promises} />
        </>
      ),
    },
  ]
  return pages.filter((page): page is BuyerPage => page !== false)
}
