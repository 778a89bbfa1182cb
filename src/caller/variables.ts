/** The process environment, as it was at the start. */
export type Variables = Readonly<Record<string, string | undefined>>

/** A variable that is set to nothing counts as not set, as both SDKs have it. */
export const isSet = (variables: Variables, name: string): boolean =>
  variables[name] !== undefined && variables[name] !== ''

/** The names that are set, of those that are given. */
export const setOf = (variables: Variables, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name) => isSet(variables, name))
