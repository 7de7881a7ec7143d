/** Only what works is listed. */
export const helpText = `plumbline [--vault DIR] COMMAND

DIR is the folder of a workspace; without it, the workspace last open in the app.

  init [--sample] [--team-folder DIR] [--name NAME]
                         makes a workspace, empty or with sample accounts. With a team
                         folder it joins the team there (NAME chooses one of several), or
                         begins one
  accounts list          one line per account
  accounts show ACCOUNT  a whole account, and where two people wrote different values
  accounts create NAME   a new, empty account
  accounts export ACCOUNT [--out FILE]
                         writes an account with its history as one file
  history ACCOUNT        what was done to an account, newest first
  conflicts              where two people wrote different values, in all accounts
  import FILE [--look]   merges an account file; --look only says what would change
  apply ACCOUNT          reads one edit per line from the standard input, answers each
                         once it is on the disk; see schema edit
  sync --once            exchanges with the team folder
  sync --watch           exchanges by itself until it is interrupted; one line whenever
                         the state has changed
  verify                 reads everything back and compares it
  schema edit|account|decide
                         the JSON Schema of a line for apply, of an account, of a decision
  decide FILE            evaluates a decision; - reads the standard input
  --help, --version

One JSON object per line on the standard output, messages on the standard error.
Exit code: 0 done, 1 done and something is wrong or was refused, 2 could not run
(usage, workspace in use, no access); 128 plus its number after a signal.

PLUMBLINE_USER_DATA      the app's own folder, if not the usual one
PLUMBLINE_DOCUMENTS      where folders for account files are made, if not Documents
`
