/**
 * A brief in words, ready to be laid out: every format (HTML, PDF, later ones) is made from this, so that
 * their words and numbers cannot differ. It holds plain text only; nothing in it is trusted as markup.
 */
export interface BriefContent {
  readonly language: string
  readonly title: string
  readonly preparedFor: string
  readonly asOf: string
  /** A warning above everything else; null where there is none. */
  readonly banner: string | null
  /** A word printed across the page; null where there is none. */
  readonly watermark: string | null
  readonly question: string
  readonly answer: string
  readonly answerDetails: readonly string[]
  /** Above the table: how one came to it. */
  readonly lead: readonly BriefSection[]
  readonly table: BriefTable
  /** Under the table: what its signs mean and where the weights come from. */
  readonly tableNotes: readonly string[]
  readonly sections: readonly BriefSection[]
  /** Null where there is no table to back. */
  readonly sources: BriefSources | null
  readonly footer: readonly string[]
}

export interface BriefTable {
  readonly caption: string
  readonly corner: string
  /** Options that stand alike, for example "Ranked"; each with its columns. */
  readonly groups: readonly BriefColumnGroup[]
  readonly rows: readonly BriefRow[]
  /** Said instead of a table that has no rows or columns. */
  readonly empty: string
}

export interface BriefColumnGroup {
  readonly label: string
  /** True for options that are out: they stand behind a double rule. */
  readonly isOut: boolean
  readonly columns: readonly BriefColumn[]
}

export interface BriefColumn {
  readonly name: string
  /** Which version of it, where that was written down in a few words; else empty. */
  readonly version: string
  /** `1st` */
  readonly standing: string
  /** `68 of 100`, `from 48 to 73` */
  readonly details: readonly string[]
  readonly isFirst: boolean
}

export interface BriefRow {
  readonly name: string
  readonly question: string
  /** `25 %`, or the word for a criterion that is only a must-have. */
  readonly share: string
  /** `must be at most €55,000`; null where it is none. */
  readonly mustHave: string | null
  /** One per column, in the order of the groups. */
  readonly cells: readonly BriefCell[]
}

export interface BriefCell {
  readonly value: string
  /** What kind of proof it is, its age, whether it fails: words, since colour alone tells nothing. */
  readonly remarks: string
  /** Numbers of the sources. */
  readonly notes: readonly number[]
  /** From 0 (worst) to 1 (best); `unknown` where nothing counts as known. */
  readonly bar: { readonly low: number; readonly high: number } | 'unknown' | 'none'
  readonly isKnown: boolean
  readonly fails: boolean
  /** Said to those who do not see the mark of the best in the row; null where it is not the best. */
  readonly best: string | null
}

export interface BriefSection {
  readonly heading: string
  /** `terms`: a list whose first words matter most; `small`: for completeness. */
  readonly kind: 'points' | 'terms' | 'prose' | 'quotes' | 'small'
  readonly items: readonly BriefItem[]
}

export interface BriefItem {
  /** Printed before the text, set off. */
  readonly term?: string
  readonly text: string
}

export interface BriefSources {
  readonly heading: string
  /** Proofs from one source stand together. */
  readonly groups: readonly BriefSourceGroup[]
  /** Said where there is no source. */
  readonly none: string
}

export interface BriefSourceGroup {
  readonly title: string
  /** An address is a link only if it leads to the web. */
  readonly address: string
  readonly kindAndDate: string
  readonly notes: readonly { readonly number: number; readonly text: string }[]
}
