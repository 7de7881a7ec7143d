/** The value of an answer; a failure ends the run with its message. */
export function must<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: string } }): T {
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}
