import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clauses, ruleOf } from '../../../src/backend/setting.ts'
import { settingRemedy } from '../../../src/commands/preflight/setting-findings.ts'
import { foreignSettings } from '../../support/foreign-settings.ts'
import { findingsIn, refusalsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'
import { ACCESS_KEY, bucketIn, tableIn } from '../../support/seed-bench.ts'
import { typeLine } from '../../support/typed-line.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('the line that each refused setting prints, typed as it stands')

const names = ['identity', 'bucket', 'lock-table'] as const
const lineIn = (remedy: string): string | undefined => /declared: (aws .*|policy=.*)$/.exec(remedy)?.[1]

/** Each refused sample of another setting, and the words of the refusal that make its line another one. */
const refused = foreignSettings.flatMap((foreign) => foreign.refusedBy.map((rule) => ({ foreign, rule })))
/** What no line of text can undo, although the setting has one. */
const byRoot = 'a deletion that asks for MFA'
const typed = refused.filter(
  ({ foreign, rule }) =>
    foreign.what !== byRoot &&
    (['bucket', 'table'] as const).some((thing) =>
      Object.keys(clauses).some(
        (name) => ruleOf(thing, name) === rule && lineIn(settingRemedy(wantedOfStaging(), thing, name)) !== undefined
      )
    )
)

for (const { foreign, rule } of typed)
  test(`${rule}, ${foreign.what}: its line ends the refusal`, async () => {
    const double = await startHealthyDouble()
    const [bucket, table] = [bucketIn(double), tableIn(double)]
    if (bucket !== undefined && 'bucket' in foreign) foreign.bucket(bucket)
    if (table !== undefined && 'table' in foreign) foreign.table(table)
    const seen = await runOnline(double, { names, accessKey: ACCESS_KEY })
    const found = findingsIn(seen).find((finding) => finding.rule === rule && finding.outcome === 'failed')
    const line = lineIn(found?.outcome === 'failed' ? found.remedy : '')
    assert.ok(line !== undefined, refusalsIn(seen).join())
    await typeLine(double, line)
    assert.equal(refusalsIn(await runOnline(double, { names, accessKey: ACCESS_KEY })), [])
    await double.stop()
  })

test('a setting whose remedy is a line has a sample in which the line is typed', () => {
  const wanted = wantedOfStaging()
  const withLine = (['bucket', 'table'] as const).flatMap((thing) =>
    Object.keys(clauses).flatMap((name) =>
      lineIn(settingRemedy(wanted, thing, name)) === undefined ? [] : [ruleOf(thing, name)]
    )
  )
  // Preflight's recovery tests type this one.
  const elsewhere = ['bucket-public-access', 'table-deletion-protection']
  assert.ok(withLine.length > 20)
  assert.equal(
    withLine.filter((rule) => !typed.some((one) => one.rule === rule) && !elsewhere.includes(rule)),
    []
  )
})

test('MFA delete has no line: the root user alone turns it off', async () => {
  const double = await startHealthyDouble()
  const [bucket, foreign] = [bucketIn(double), foreignSettings.find(({ what }) => what === byRoot)]
  if (bucket !== undefined && foreign !== undefined && 'bucket' in foreign) foreign.bucket(bucket)
  const found = findingsIn(await runOnline(double, { names, accessKey: ACCESS_KEY })).find(
    ({ outcome }) => outcome === 'failed'
  )
  assert.is(found?.rule, 'bucket-versioning')
  assert.match(
    found?.outcome === 'failed' ? found.remedy : '',
    /^Have the root user of the account turn MFA delete off/
  )
  const line = lineIn(settingRemedy(wantedOfStaging(), 'bucket', 'versioning')) ?? ''
  await typeLine(double, line).then(
    () => assert.unreachable('AWS takes it without MFA'),
    (error: Error) => assert.is(error.name, 'AccessDenied')
  )
  await double.stop()
})

test.run()
