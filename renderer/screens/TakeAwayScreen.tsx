import { TakeAwayPage } from '../features/takeAway/TakeAwayPage'
import { useBrief } from '../features/takeAway/useBrief'

interface TakeAwayScreenProps {
  readonly accountId: string
  readonly comparisonId: string
  readonly title: string
  /** Of the account on disk: what is previewed is what was saved. */
  readonly revision: number
}

/** Loaded when it is first opened. */
export function TakeAwayScreen({ accountId, comparisonId, title, revision }: TakeAwayScreenProps) {
  const { preview, exported, save, showFile } = useBrief(accountId, comparisonId, revision)
  return <TakeAwayPage title={title} preview={preview} exported={exported} onSave={(format) => void save(format)} onShowFile={showFile} />
}
