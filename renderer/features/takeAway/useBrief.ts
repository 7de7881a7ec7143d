import { useEffect, useState } from 'react'
import type { SavedFile } from '#shared/ipc/contract'
import { useModel } from '../../model/ModelContext'

export type BriefPreview =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly html: string; readonly leftOut: number }
  | { readonly kind: 'failed'; readonly message: string }

export type BriefExport =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving'; readonly format: 'pdf' | 'html' }
  | { readonly kind: 'saved'; readonly file: SavedFile }
  | { readonly kind: 'failed'; readonly message: string }

/** The brief of a comparison as main makes it; read again whenever `revision` changes. */
export function useBrief(accountId: string, comparisonId: string, revision: number) {
  const { desktop } = useModel()
  const [preview, setPreview] = useState<BriefPreview>({ kind: 'loading' })
  const [exported, setExported] = useState<BriefExport>({ kind: 'none' })

  useEffect(() => {
    let isWanted = true
    void desktop.invoke('brief.preview', { accountId, comparisonId }).then((brief) => {
      if (!isWanted) return
      setPreview(brief.ok ? { kind: 'ready', ...brief.value } : { kind: 'failed', message: brief.error.message })
    })
    return () => {
      isWanted = false
    }
  }, [desktop, accountId, comparisonId, revision])

  const save = async (format: 'pdf' | 'html'): Promise<void> => {
    setExported({ kind: 'saving', format })
    const file = await desktop.invoke('brief.export', { accountId, comparisonId, format })
    if (!file.ok) setExported({ kind: 'failed', message: file.error.message })
    else setExported(file.value === null ? { kind: 'none' } : { kind: 'saved', file: file.value })
  }
  const showFile = (token: string): void => {
    void desktop.invoke('file.show', { file: token })
  }
  return { preview, exported, save, showFile }
}
