import classes from './Loading.module.css'

export function Loading({ what }: { readonly what: string }) {
  return (
    <div className={classes.loading}>
      <div className={classes.row} />
      <div className={classes.row} />
      <div className={classes.row} />
      <p className={classes.word} role="status">
        Opening {what}
      </p>
    </div>
  )
}
