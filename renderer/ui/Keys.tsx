import classes from './Keys.module.css'

/** A key as it is written on the keyboard. */
export function Keys({ children }: { readonly children: string }) {
  return <kbd className={classes.keys}>{children}</kbd>
}
