/** The paths of a value that is known only after it is made, from `after_unknown`. */
export const unknownPaths = (unknown: unknown, at = ''): ReadonlyArray<string> => {
  if (unknown === true) return [at]
  if (typeof unknown !== 'object' || unknown === null) return []
  return Object.entries(unknown).flatMap(([name, value]) => {
    const path = Array.isArray(unknown) ? at : at === '' ? name : `${at}.${name}`
    return unknownPaths(value, path)
  })
}
