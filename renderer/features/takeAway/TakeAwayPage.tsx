import { Button } from '@mantine/core'
import { IconCheck, IconEyeOff, IconFileTypeHtml, IconFileTypePdf, IconFolderOpen } from '@tabler/icons-react'
import type { SavedBrief } from '#shared/domain/account/Account'
import { formatCount } from '#shared/text/format'
import { formatMoment } from '#shared/text/formatDate'
import { Loading } from '../../ui/Loading'
import { Problem } from '../../ui/Problem'
import type { BriefExport, BriefPreview } from './useBrief'
import classes from './TakeAwayPage.module.css'

interface TakeAwayPageProps {
  readonly title: string
  readonly preview: BriefPreview
  readonly exported: BriefExport
  /** The files the buyer was given before. */
  readonly briefs: readonly SavedBrief[]
  readonly zone: string
  readonly onSave: (format: 'pdf' | 'html') => void
  readonly onShowFile: (token: string) => void
}

/** What the buyer keeps: exactly this, and nothing that is only ours. */
export function TakeAwayPage({ title, preview, exported, briefs, zone, onSave, onShowFile }: TakeAwayPageProps) {
  const isBusy = exported.kind === 'saving'
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <Button variant="filled" leftSection={<IconFileTypePdf size={16} />} disabled={isBusy} onClick={() => onSave('pdf')}>
          Save PDF
        </Button>
        <Button leftSection={<IconFileTypeHtml size={16} />} disabled={isBusy} onClick={() => onSave('html')}>
          Save web page
        </Button>
      </div>
      <div role="status" className={classes.state}>
        {exported.kind === 'saving' && <span>Saving the {exported.format === 'pdf' ? 'PDF' : 'web page'}</span>}
        {exported.kind === 'saved' && (
          <>
            <IconCheck size={16} className={classes.ok} aria-hidden />
            <span>Saved {exported.file.name}</span>
            <Button size="compact-sm" leftSection={<IconFolderOpen size={14} />} onClick={() => onShowFile(exported.file.token)}>
              Show in folder
            </Button>
          </>
        )}
        {preview.kind === 'ready' && exported.kind !== 'saving' && exported.kind !== 'saved' && (
          <>
            <IconEyeOff size={15} className={classes.internal} aria-hidden />
            <span>
              {preview.leftOut === 0
                ? 'Nothing internal had to be left out.'
                : `${formatCount(preview.leftOut, 'internal entry is', 'internal entries are')} left out of this page.`}
            </span>
          </>
        )}
      </div>
      {briefs.length > 0 && (
        <details className={classes.given}>
          <summary>Given so far: {formatCount(briefs.length, 'file')}</summary>
          <ul>
            {briefs.map(({ id, format, savedAt }) => (
              <li key={id}>
                {format === 'pdf' ? 'PDF' : 'Web page'}
                {savedAt !== null && `, ${formatMoment(savedAt, zone)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {exported.kind === 'failed' && <Problem>{exported.message}</Problem>}
      {preview.kind === 'failed' && <Problem>{preview.message}</Problem>}
      {preview.kind === 'loading' && <Loading what="the brief" />}
      {preview.kind === 'ready' && <iframe className={classes.preview} title="Preview of the brief" sandbox="" srcDoc={preview.html} />}
    </div>
  )
}
