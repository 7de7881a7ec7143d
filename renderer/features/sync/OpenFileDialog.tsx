import { Button } from '@mantine/core'
import type { AccountFilePreview } from '#shared/ipc/contract'
import { formatCount, formatList } from '#shared/text/format'
import { formatMoment } from '#shared/text/formatDate'
import { Dialog } from '../../ui/Dialog'
import { Problem } from '../../ui/Problem'
import classes from './SyncPages.module.css'

interface OpenFileDialogProps {
  /** What was chosen or dropped. */
  readonly name: string
  /** Null while it is being read, and where it cannot be. */
  readonly preview: AccountFilePreview | null
  readonly problem: string | null
  readonly isBusy: boolean
  readonly zone: string
  readonly onTake: () => void
  readonly onShow: (accountId: string) => void
  readonly onClose: () => void
}

/** What an account file holds and what would come of taking it in, before anything is touched. */
export function OpenFileDialog({ name, preview, problem, isBusy, zone, onTake, onShow, onClose }: OpenFileDialogProps) {
  const isNothingNew = preview?.kind === 'nothingNew'
  return (
    <Dialog
      title="Open account file"
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{preview && !isNothingNew ? 'Leave it' : 'Close'}</Button>
          {preview && isNothingNew && (
            <Button variant="filled" onClick={() => onShow(preview.accountId)}>
              Go to the account
            </Button>
          )}
          {preview && !isNothingNew && (
            <Button variant="filled" disabled={isBusy} onClick={onTake}>
              {preview.kind === 'new' ? 'Add this account' : 'Merge into the account'}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.preview}>
        {problem !== null && <Problem>{problem}</Problem>}
        {problem === null && preview === null && <p role="status">{`Reading ${name}`}</p>}
        {preview && <Preview preview={preview} zone={zone} />}
      </div>
    </Dialog>
  )
}

function Preview({ preview, zone }: { readonly preview: AccountFilePreview; readonly zone: string }) {
  const { file, name, savedAt, kind, isSample, isOfThisWorkspace, changesNotInFile, authors, sentences, more, collisions } = preview
  return (
    <>
      <p className={classes.words}>{whatItIs[kind](name.trim() || 'an account without a name')}</p>
      <dl className={classes.facts}>
        <dt>File</dt>
        <dd>{file.name}</dd>
        <dt>Saved</dt>
        <dd>{formatMoment(savedAt, zone)}</dd>
        {authors.length > 0 && (
          <>
            <dt>New from</dt>
            <dd>{formatList(authors)}</dd>
          </>
        )}
        {kind === 'merge' && changesNotInFile > 0 && (
          <>
            <dt>Only here</dt>
            <dd>{`${formatCount(changesNotInFile, 'change')} the file does not know; ${changesNotInFile === 1 ? 'it stays' : 'they stay'}`}</dd>
          </>
        )}
      </dl>
      {!isOfThisWorkspace && <p className={classes.quiet}>This file comes from another workspace. Taken in, it belongs to this one from then on, and your team gets it.</p>}
      {isSample && <p className={classes.quiet}>It is a sample account.</p>}
      {kind !== 'nothingNew' && sentences.length > 0 && (
        <div>
          <p className={classes.label}>What would change</p>
          <ul className={classes.list} tabIndex={0} aria-label="What would change">
            {sentences.map((sentence, index) => (
              <li key={`${index} ${sentence}`}>{sentence}</li>
            ))}
            {more > 0 && <li className={classes.quiet}>{`and ${formatCount(more, 'more change')}`}</li>}
          </ul>
        </div>
      )}
      {collisions.length > 0 && (
        <div>
          <p className={classes.label}>{collisions.length === 1 ? '1 place to decide afterwards' : `${collisions.length} places to decide afterwards`}</p>
          <ul className={classes.list} tabIndex={0} aria-label="Places to decide afterwards">
            {collisions.map(({ at, field, key, where, values }) => (
              <li key={`${at} ${field} ${key ?? ''}`}>{`${where}: ${values.map(({ words, by }) => `${words} (${by ?? 'somebody'})`).join(' or ')}`}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const whatItIs: { readonly [Kind in AccountFilePreview['kind']]: (name: string) => string } = {
  new: (name) => `“${name}” is not in this workspace yet. It would be added with its whole history.`,
  merge: (name) => `“${name}” is in this workspace. What is new in the file would be merged into it; nothing is overwritten.`,
  nothingNew: (name) => `“${name}” is in this workspace, with everything that is in the file. There is nothing to do.`,
}
