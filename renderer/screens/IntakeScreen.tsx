import { lazy, Suspense } from 'react'
import { useModel, useModelState } from '../model/ModelContext'

const IntakeDialog = lazy(async () => ({ default: (await import('../features/accounts/intake/IntakeDialog')).IntakeDialog }))

/** Taking a list in, over whatever page the member is on. */
export function IntakeScreen() {
  const { intake } = useModel()
  const step = useModelState('intake', (state) => state.step)
  const isBusy = useModelState('intake', (state) => state.isBusy)
  const problem = useModelState('intake', (state) => state.problem)
  if (step.kind === 'none' || (step.kind === 'taking' && step.isHidden)) return null
  const { choose, mean, look, back, take, undo, close } = intake.getState()
  return (
    <Suspense>
      <IntakeDialog
        {...{ step, isBusy, problem }}
        onMean={mean}
        onBack={back}
        onClose={close}
        onOtherFile={() => void choose()}
        onLook={() => void look()}
        onTake={() => void take()}
        onUndo={() => void undo()}
      />
    </Suspense>
  )
}
