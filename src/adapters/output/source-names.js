// @ts-check

/**
 * `stacks/*.ts` as a shell would list it, without names that begin with a dot, by code unit.
 *
 * @param {ReadonlyArray<string>} names What lies in `stacks/`.
 * @returns {ReadonlyArray<string>}
 */
export const sourcesAmong = (names) =>
  names
    .filter((name) => name.endsWith('.ts') && !name.startsWith('.'))
    .toSorted()
    .map((name) => `stacks/${name}`)
