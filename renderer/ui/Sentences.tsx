import classes from './Sentences.module.css'

interface SentencesProps {
  readonly sentences: readonly string[]
  readonly sign?: '+' | '−'
}

/** A few sentences below each other, with a sign in front where they speak for or against something. */
export function Sentences({ sentences, sign }: SentencesProps) {
  return (
    <ul className={classes.list}>
      {sentences.map((sentence) => (
        <li key={sentence} className={classes.sentence}>
          <span className={classes.sign} aria-hidden>
            {sign ?? '·'}
          </span>
          {sentence}
        </li>
      ))}
    </ul>
  )
}
