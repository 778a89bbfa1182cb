import { type Sourced, fileAt } from '../../../../diagnostics/origin.ts'
import { lookedUp } from '../../../../diagnostics/record.ts'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { jsonOf } from '../../../../diagnostics/strict-json.ts'
import { closedRecord } from '../../../../diagnostics/closed.ts'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import { initCommand, stackIn } from './judged-read.ts'
import { shown } from '../../../../diagnostics/shown.ts'

type Settings = Readonly<Record<string, unknown>>

const Emitted = t.type({ terraform: t.type({ backend: t.type({ s3: t.UnknownRecord }) }) })

/** The S3 backend of an emitted file; none when it has none. */
export const emittedBackend = (text: string): O.Option<Settings> =>
  pipe(
    jsonOf(text),
    O.flatMap((json) => O.fromEither(Emitted.decode(json))),
    O.map(({ terraform }) => terraform.backend.s3)
  )

const Cached = closedRecord({
  version: t.literal(3),
  backend: closedRecord({ type: t.literal('s3'), config: t.UnknownRecord, hash: t.number })
})

/** Source: OpenTofu 1.12, WriteState of internal/command/clistate. A key that is written twice is not of this form. */
const isAsWritten = (text: string, json: unknown): boolean => text === `${JSON.stringify(json, null, 4)}\n`

const cachedBackend = (text: string): O.Option<Settings> =>
  pipe(
    jsonOf(text),
    O.filter((json) => isAsWritten(text, json)),
    O.flatMap((json) => O.fromEither(Cached.decode(json))),
    O.map(({ backend }) => backend.config)
  )

/** Where a value can be a secret or an address with one, only its name is shown. */
const isShown = (name: string): boolean =>
  ['allowed_account_ids', 'bucket', 'dynamodb_table', 'encrypt', 'key', 'region', 'use_lockfile'].includes(name)

const text = (name: string, value: unknown): string =>
  value === undefined || value === null ? 'nothing' : isShown(name) ? shown(value) : 'a value'

const diagnostic = (expected: string, actual: string, folder: string): Sourced<Diagnostic> => ({
  rule: 'backend-cached',
  clause: 'J.6.2 §4',
  from: fileAt(`${folder}/.terraform/terraform.tfstate`),
  expected,
  actual,
  remedy: `Let init cache it anew, since OpenTofu trusts what lies there: rm -r ${folder}/.terraform && ${initCommand(folder)}`
})

/**
 * Where the backend that `tofu init` cached is not exactly the emitted one. OpenTofu works with the cached one and does
 * not see that it was edited, so bucket, key, table and allowed accounts are compared one by one.
 */
export const cachedBackendDiagnostics = (
  folder: string,
  cached: string,
  emitted: Settings
): ReadonlyArray<Sourced<Diagnostic>> => {
  const found = cachedBackend(cached)
  if (O.isNone(found))
    return [diagnostic('a cached S3 backend as tofu init writes it', 'another backend is cached', folder)]
  const config = found.value
  return [...new Set([...Object.keys(emitted), ...Object.keys(config)])].flatMap((name) => {
    const [wanted, is] = [lookedUp(emitted, name) ?? null, lookedUp(config, name) ?? null]
    return JSON.stringify(wanted) === JSON.stringify(is)
      ? []
      : [
          diagnostic(
            `the emitted backend: ${name} is ${text(name, wanted)}`,
            `the cached one has ${text(name, is)}`,
            folder
          )
        ]
  })
}

/** An emitted file without an S3 backend, which emit never writes. */
export const noBackend = (path: string): Sourced<Diagnostic> => ({
  rule: 'backend-emitted',
  clause: 'J.7.0 §4',
  from: fileAt(path),
  expected: `an S3 backend in ${path}`,
  actual: 'there is none',
  remedy: `Emit the stack again: npm run emit -- stacks/${stackIn(path)}.ts`
})
