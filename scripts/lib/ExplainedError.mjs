/**
 * Something that a person has to see to: the message names the thing, `next` the step to take.
 * The scripts print both and end with a non-zero exit; any other error is a bug and shows its stack.
 */
export class ExplainedError extends Error {
  constructor(message, next) {
    super(message)
    this.name = 'ExplainedError'
    this.next = next
  }
}
