import type { Ids } from '#shared/base/Ids'
import type { Comparison, Criterion, Evidence, Option, Question } from '#shared/domain/account/Account'
import { cellKey, proofKey } from '#shared/domain/comparison/cellKeys'
import { bringBackEdits, setAsideEdits } from '#shared/domain/comparison/fixedOptions'
import type { Edit } from '#shared/domain/edit/Edit'
import type { Scalar } from '#shared/domain/schema/fields'
import type { SendEdits } from '../../model/account/SendEdits'
import { weightActions } from '../../model/actions/weightActions'
import type { TextSplice } from '../../model/textSplice'
import type { PastedCell } from './paste/planPaste'

export type FieldValues<Entity> = Partial<{ readonly [Name in keyof Entity as Entity[Name] extends Scalar ? Name : never]: Entity[Name] }>

/** What things are called at the moment, so that undo can name them. */
interface Names {
  readonly criterion: (id: string) => string
  readonly option: (id: string) => string
}

/** Everything that can be done to one comparison, each one undo step with a name. */
export function createCompareActions(comparisonId: string, send: SendEdits, ids: Ids, names: Names) {
  const at = `comparisons/${comparisonId}`
  const optionAt = (id: string): string => `${at}/options/${id}`
  const criterionAt = (id: string): string => `${at}/criteria/${id}`
  const setAll = (place: string, fields: { readonly [name: string]: Scalar }): readonly Edit[] =>
    Object.entries(fields).map(([field, value]) => ({ kind: 'set', at: place, field, value }))

  const cellName = (optionId: string, criterionId: string): string => `“${names.criterion(criterionId)}” of ${names.option(optionId)}`

  return {
    setCell: (optionId: string, criterionId: string, value: Scalar) =>
      send([{ kind: 'set', at, field: 'cellValue', key: cellKey(optionId, criterionId), value }], { label: cellName(optionId, criterionId) }),
    fillCells: (cells: readonly PastedCell[]) =>
      send(
        cells.flatMap(({ criterion, option, read }): readonly Edit[] =>
          read.ok ? [{ kind: 'set', at, field: 'cellValue', key: cellKey(option.id, criterion.id), value: read.value }] : [],
        ),
        { label: 'pasted cells' },
      ),
    setCellNote: (optionId: string, criterionId: string, note: string) =>
      send([{ kind: 'set', at, field: 'cellNote', key: cellKey(optionId, criterionId), value: note }], {
        label: `note about ${cellName(optionId, criterionId)}`,
        mergeKey: `note ${cellKey(optionId, criterionId)}`,
      }),

    ...weightActions(comparisonId, send, names.criterion),

    /** Leaves a cell as not known on purpose: `question` is what was asked about it, if anything. */
    acceptUnknown: (optionId: string, criterionId: string, question: Question | null, today: string) =>
      send(
        question === null
          ? [
              {
                kind: 'add',
                in: 'questions',
                id: ids.next(),
                fields: { text: questionAbout(names, optionId, criterionId), askedOn: today, state: 'accepted', answeredOn: today, comparison: comparisonId, option: optionId, criterion: criterionId },
                before: null,
              },
            ]
          : setAll(`questions/${question.id}`, { state: 'accepted', answeredOn: today }),
        { label: `${cellName(optionId, criterionId)} accepted as not known` },
      ),
    questionAbout: (optionId: string, criterionId: string) => questionAbout(names, optionId, criterionId),

    /** `fields`: only what was changed; so in all edits of forms. */
    changeDetails: (fields: FieldValues<Comparison>) => send(setAll(at, fields), { label: 'comparison' }),
    writeText: (field: 'advice' | 'notes', splice: TextSplice) =>
      send([{ kind: 'writeText', at, field, splice }], { label: field, mergeKey: `${comparisonId} ${field}` }),
    setMarginNote: (optionId: string, note: string) =>
      send([{ kind: 'set', at: optionAt(optionId), field: 'marginNote', value: note }], { label: `note about ${names.option(optionId)}`, mergeKey: `margin ${optionId}` }),

    addOption: (fields: FieldValues<Option>) =>
      send([{ kind: 'add', in: `${at}/options`, id: ids.next(), fields: { ...fields }, before: null }], { label: 'new option' }),
    changeOption: (id: string, fields: FieldValues<Option>, description: TextSplice | null) =>
      send(
        [
          ...setAll(optionAt(id), fields),
          ...(description ? [{ kind: 'writeText', at: optionAt(id), field: 'description', splice: description } as const] : []),
        ],
        {
          label: names.option(id),
        },
      ),
    removeOption: (id: string) => send([{ kind: 'remove', at: optionAt(id) }], { label: `removed ${names.option(id)}` }),
    restoreOption: (id: string) => send([{ kind: 'restore', at: optionAt(id) }], { label: `brought back ${names.option(id)}` }),
    moveOption: (id: string, before: string | null) => send([{ kind: 'move', at: optionAt(id), before }], { label: 'order of the options' }),
    setAside: (id: string, reason: string, today: string) => {
      const edits = setAsideEdits(comparisonId, id, reason, today)
      return edits.ok && send(edits.value, { label: `set aside ${names.option(id)}` })
    },
    bringBack: (id: string) => send(bringBackEdits(comparisonId, id), { label: `brought back ${names.option(id)}` }),

    changeCriteria: (edits: readonly Edit[], label: string) => send(edits, { label }),
    changeCriterion: (id: string, fields: FieldValues<Criterion>) => send(setAll(criterionAt(id), fields), { label: names.criterion(id) }),
    removeCriterion: (id: string) => send([{ kind: 'remove', at: criterionAt(id) }], { label: `removed ${names.criterion(id)}` }),
    restoreCriterion: (id: string) => send([{ kind: 'restore', at: criterionAt(id) }], { label: `brought back ${names.criterion(id)}` }),
    moveCriterion: (id: string, before: string | null) => send([{ kind: 'move', at: criterionAt(id), before }], { label: 'order of the criteria' }),

    addProof: (optionId: string, criterionId: string, fields: FieldValues<Evidence>) => {
      const id = ids.next()
      const edits: readonly Edit[] = [
        { kind: 'add', in: 'evidence', id, fields: { ...fields }, before: null },
        { kind: 'set', at, field: 'cellEvidence', key: proofKey(optionId, criterionId, id), value: true },
      ]
      return send(edits, { label: `new source for ${cellName(optionId, criterionId)}` })
    },
    changeProof: (id: string, fields: FieldValues<Evidence>) => send(setAll(`evidence/${id}`, fields), { label: 'source' }),
    useProof: (optionId: string, criterionId: string, evidenceId: string, isUsed: boolean) =>
      send([{ kind: 'set', at, field: 'cellEvidence', key: proofKey(optionId, criterionId, evidenceId), value: isUsed }], {
        label: `${isUsed ? 'source' : 'removed source'} for ${cellName(optionId, criterionId)}`,
      }),
  }
}

function questionAbout(names: Names, optionId: string, criterionId: string): string {
  return `What is “${names.criterion(criterionId)}” of ${names.option(optionId)}?`
}

export type CompareActions = ReturnType<typeof createCompareActions>
