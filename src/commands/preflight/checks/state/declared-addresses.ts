import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import type { EmittedFile } from '../../../../declaration/declaration.ts'
import { strictJson } from '../../../../diagnostics/strict-json.ts'

const Emitted = t.type({ resource: t.record(t.string, t.UnknownRecord) })

/** The addresses of the managed resources that an emitted file has; none of a file without one. */
export const declaredAddresses = ({ text }: Pick<EmittedFile, 'text'>): ReadonlySet<string> =>
  pipe(
    strictJson(text),
    E.filterOrElse(Emitted.is, () => 'no resource'),
    E.match(
      () => new Set(),
      ({ resource }) =>
        new Set(
          Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`))
        )
    )
  )
