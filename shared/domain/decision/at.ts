/**
 * The item at a place that must exist. A missing one is a bug of the caller and throws. Inner loops index directly
 * instead: this function sees lists of every kind, which keeps the runtime from specialising it.
 */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`No item ${index} in a list of ${list.length}`)
  return item
}
