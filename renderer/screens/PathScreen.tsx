import { Button } from '@mantine/core'
import { IconPresentation } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useMemo } from 'react'
import type { Comparison } from '#shared/domain/account/Account'
import { newComparisonEdits } from '#shared/domain/comparison/newComparisonEdits'
import { pathState } from '#shared/domain/path/pathState'
import type { PathStep } from '#shared/domain/path/PathStep'
import { inOrder } from '#shared/domain/schema/order'
import { fixedOptionNames } from '#shared/text/brief/fixedOptionNames'
import { ComparePage } from '../features/compare/ComparePage'
import { AgreePage } from '../features/path/agree/AgreePage'
import { FirstQuestion, type NewQuestion } from '../features/path/firstQuestion/FirstQuestion'
import { FoundPage } from '../features/path/found/FoundPage'
import { PathFrame } from '../features/path/frame/PathFrame'
import { MattersPage } from '../features/path/matters/MattersPage'
import pages from '../features/path/PathPage.module.css'
import { RuleOutPage } from '../features/path/ruleOut/RuleOutPage'
import type { OpenAccount } from '../model/account/OpenAccount'
import type { SendEdits } from '../model/account/SendEdits'
import { useModel, useModelState } from '../model/ModelContext'
import { comparisonOf, placeOfStep, stepOf, type PathPlace } from '../model/Place'
import { Keys } from '../ui/Keys'
import { Loading } from '../ui/Loading'
import { Problem } from '../ui/Problem'
import { usePathCommands } from './usePathCommands'
import { usePathKeys } from './usePathKeys'
import { zone } from './zone'
import { useShowToBuyer } from './useShowToBuyer'

const DecidePage = lazy(async () => ({ default: (await import('../features/path/decide/DecidePage')).DecidePage }))
const TakeAwayScreen = lazy(async () => ({ default: (await import('./TakeAwayScreen')).TakeAwayScreen }))

interface PathScreenProps {
  readonly place: PathPlace
  readonly open: OpenAccount
}

/** One step of an account's path, with what stands around every step. */
export function PathScreen({ place, open: { account, confirmed } }: PathScreenProps) {
  const model = useModel()
  const today = useModelState('session', (state) => state.today)
  const { go } = model.place.getState()
  const { accountId } = place
  const step = stepOf(place)
  const comparisons = inOrder(account.comparisons)
  const wanted = comparisonOf(place)
  const comparison = (wanted === null ? comparisons[0] : comparisons.find(({ id }) => id === wanted)) ?? null
  const comparisonId = comparison?.id ?? null
  const path = useMemo(() => pathState(account, comparison, today), [account, comparison, today])
  const goToStep = useCallback((step: PathStep) => go(placeOfStep(step, accountId, comparisonId)), [go, accountId, comparisonId])
  usePathKeys(step, goToStep)
  usePathCommands(goToStep)
  const show = useShowToBuyer(accountId, comparisonId)
  const send: SendEdits = (edits, options) => model.account.getState().edit(accountId, edits, options)

  const ask = ({ question, title, currency }: NewQuestion): void => {
    const { comparisonId, edits } = newComparisonEdits(model.ids, { title, question, currency, fixedNames: fixedOptionNames })
    if (send(edits, { label: 'new comparison' })) go(placeOfStep(step, accountId, comparisonId))
  }
  return (
    <PathFrame
      {...{ step, path, comparisons, comparisonId }}
      leadsOn={comparison !== null || step === 'found' || step === 'matters'}
      actions={
        show && (
          <Button leftSection={<IconPresentation size={15} />} rightSection={<Keys>F5</Keys>} onClick={show}>
            Show to buyer
          </Button>
        )
      }
      onStep={goToStep}
      onComparison={(comparisonId) => go(placeOfStep(step, accountId, comparisonId))}
    >
      <Suspense fallback={<Loading what="this step" />}>{content()}</Suspense>
    </PathFrame>
  )

  function content() {
    if (wanted !== null && !comparison)
      return <Problem>This comparison is not in the account any more. Undo brings it back, if it was you who removed it.</Problem>
    if (step === 'found') return <FoundPage {...{ accountId, account, today }} />
    if (step === 'matters') return <MattersPage {...{ accountId, account, comparison, today }} firstQuestion={firstQuestion(false)} />
    if (!comparison) return <div className={pages.page}>{firstQuestion(true)}</div>
    return laterStep(comparison)
  }

  function firstQuestion(isMain: boolean) {
    return <FirstQuestion isMain={isMain} currency={account.profile.currency} onAsk={ask} />
  }

  function laterStep(comparison: Comparison) {
    switch (step) {
      case 'ruleOut':
        return <RuleOutPage key={comparison.id} {...{ accountId, account, comparison, today }} />
      case 'compare':
        return <ComparePage key={comparison.id} {...{ accountId, account, comparison, today }} onTakeAway={() => goToStep('takeAway')} />
      case 'decide':
        return <DecidePage key={comparison.id} {...{ accountId, account, comparison, today }} />
      case 'agree':
        return <AgreePage key={comparison.id} {...{ accountId, account, comparison, today, zone }} />
      case 'takeAway':
        return <TakeAwayScreen key={comparison.id} {...{ accountId }} comparisonId={comparison.id} title={comparison.title} revision={confirmed.revision} />
      default:
        return null
    }
  }
}
