/**
 * Suites that a source file makes and that would not run, or not in full: without `.run()`, or with tests
 * written below it. uvu keeps no list of its suites, so the source is asked.
 */
export const idleSuites = (source: string): ReadonlyArray<string> =>
  [...source.matchAll(/^(?:export )?const (\w+) = suite[<(]/gm)].flatMap(([, name = '']) => {
    const run = source.search(new RegExp(`^${name}\\.run\\(\\)`, 'm'))
    if (run < 0) return [`suite '${name}' has no ${name}.run()`]
    return new RegExp(`^\\s*${name}(\\.\\w+)*\\(['"\`]`, 'm').test(source.slice(run))
      ? [`suite '${name}' has tests below ${name}.run(), which never run`]
      : []
  })
