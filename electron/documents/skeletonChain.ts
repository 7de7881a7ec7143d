/**
 * The changes every account begins with, as bytes: the containers of the schema, and for every later
 * version of the schema one more change on top. They are the same bytes on every laptop and in every
 * version of the app, so that two laptops that make or migrate an account on their own still have one
 * and the same container to put their edits in. An entry is never changed or removed.
 */
const chain: readonly string[] = [
  // 1: the containers of the first schema.
  'hW9Kgw3KuX8B/QEAEAAAAAAAAAAAAAAAAAAAAAABAQAKc2tlbGV0b24gMQAHAQYCBhW2ATQBQgVWAnACAAF/AAASAAF/AQASbAdwcm9maWxlBW' +
    '5vdGVzBnBlb3BsZQVuZWVkcwtjb21wYXJpc29ucwhldmlkZW5jZQhmaW5kaW5ncw5jb250cmFkaWN0aW9ucwpidXlpbmdKb2JzCG1lZXRpbmdz' +
    'B3RvdWNoZXMIcHJvbWlzZXMJcXVlc3Rpb25zCGZlZWRiYWNrB3Jldmlld3MGYnJpZWZzC2NvcnJlY3Rpb25zDGRlY2lzaW9uUGF0aARwbGFuB2' +
    '91dGNvbWUUfgAEEgAUABQA',
]

/** Fixed actor, seq 1, 2, 3 …, each change depending only on the one before. */
export function skeletonChanges(): Uint8Array[] {
  return chain.map((change) => new Uint8Array(Buffer.from(change, 'base64')))
}
