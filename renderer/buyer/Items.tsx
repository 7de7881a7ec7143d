import type { BriefItem } from '#shared/domain/brief/BriefContent'
import classes from './Buyer.module.css'

/** A list in words, the first of them set off. */
export function Items({ items }: { readonly items: readonly BriefItem[] }) {
  if (items.length === 0) return null
  return (
    <ul className={classes.items}>
      {items.map(({ term, text }, index) => (
        <li key={index}>
          {term !== undefined && <strong>{term} </strong>}
          {text}
        </li>
      ))}
    </ul>
  )
}
