import { rankingRows } from '#shared/domain/comparison/decisionRows'
import { RankingTable } from '../ui/charts/RankingTable'
import classes from './Buyer.module.css'
import type { BuyerAnalysis } from './useBuyerAnalysis'

/** The answer in one sentence, and who stands where. */
export function AnswerPage({ analysis: { live, counting, isTrial } }: { readonly analysis: BuyerAnalysis }) {
  const { reasoning } = counting
  const cases = reasoning.analysis === live.analysis ? reasoning.cases : null
  return (
    <>
      {isTrial && <p className={classes.trial}>With the weights you are trying</p>}
      <p className={classes.answer}>{reasoning.wording.answer}</p>
      {reasoning.byPoints !== null && <p className={classes.quiet}>By points: {reasoning.byPoints}</p>}
      <RankingTable rows={rankingRows(live.analysis, cases)} />
    </>
  )
}
