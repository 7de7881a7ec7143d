import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Evidence } from '#shared/domain/account/Account'
import { Dialog } from '../../../ui/Dialog'
import { Internal } from '../../../ui/Internal'
import { choicesOf, evidenceKindWords } from '../../../ui/words'
import { changedFields } from '../../../model/changedFields'
import type { FieldValues } from '../compareActions'
import classes from '../../../ui/Form.module.css'

interface EvidenceDialogProps {
  /** Null for a new source. */
  readonly evidence: Evidence | null
  readonly about: string
  readonly today: string
  readonly onSave: (fields: FieldValues<Evidence>) => void
  readonly onClose: () => void
}

type ProofDraft = Pick<Evidence, 'kind' | 'claim' | 'sourceTitle' | 'sourceAddress' | 'quote' | 'observedOn' | 'expiresOn' | 'cleared' | 'note'>

const kinds = choicesOf(evidenceKindWords)

/** A source: what it says, where it stands, how old it is, and whether the buyer may see it. */
export function EvidenceDialog({ evidence, about, today, onSave, onClose }: EvidenceDialogProps) {
  const [opened] = useState<ProofDraft>({
    kind: evidence?.kind ?? 'vendorClaim',
    claim: evidence?.claim ?? '',
    sourceTitle: evidence?.sourceTitle ?? '',
    sourceAddress: evidence?.sourceAddress ?? '',
    quote: evidence?.quote ?? '',
    observedOn: evidence?.observedOn ?? today,
    expiresOn: evidence?.expiresOn ?? null,
    cleared: evidence?.cleared ?? false,
    note: evidence?.note ?? '',
  })
  const [draft, setDraft] = useState(opened)
  const change = (part: Partial<ProofDraft>): void => setDraft((before) => ({ ...before, ...part }))
  const submit = (): void => {
    onSave(evidence ? changedFields(opened, draft) : draft)
    onClose()
  }
  return (
    <Dialog
      title={evidence ? 'Edit source' : 'Add source'}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            {evidence ? 'Save' : 'Add source'}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <p className={classes.lead}>{about}</p>
        <NativeSelect
          label="How do we know?"
          data-autofocus
          data={[...kinds]}
          value={draft.kind}
          onChange={(event) => {
            const kind = kinds.find((choice) => choice.value === event.currentTarget.value)?.value
            if (kind) change({ kind })
          }}
        />
        <TextInput
          label="Source"
          description="Document, page or person"
          maxLength={400}
          value={draft.sourceTitle}
          onChange={(event) => change({ sourceTitle: event.currentTarget.value })}
        />
        <TextInput
          label="Address"
          description="Web address or place in the document"
          maxLength={2000}
          value={draft.sourceAddress}
          onChange={(event) => change({ sourceAddress: event.currentTarget.value })}
        />
        <TextInput
          label="What it shows"
          description="In a few words, as it is printed in the brief"
          maxLength={400}
          value={draft.claim}
          onChange={(event) => change({ claim: event.currentTarget.value })}
        />
        <Textarea
          label="What it says, word for word"
          maxLength={400}
          value={draft.quote}
          onChange={(event) => change({ quote: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TextInput
            type="date"
            label="Seen on"
            max={today}
            value={draft.observedOn ?? ''}
            onChange={(event) => change({ observedOn: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label="Expires on"
            value={draft.expiresOn ?? ''}
            onChange={(event) => change({ expiresOn: event.currentTarget.value || null })}
          />
        </div>
        <Checkbox
          label="Cleared for the buyer"
          description="Only cleared sources are printed in the brief"
          checked={draft.cleared}
          onChange={(event) => change({ cleared: event.currentTarget.checked })}
        />
        <Internal>
          <Textarea label="Note" maxLength={400} value={draft.note} onChange={(event) => change({ note: event.currentTarget.value })} />
        </Internal>
      </div>
    </Dialog>
  )
}
