import { readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { identityRules, judgeEnvironment } from '../../src/caller/environment.ts'
import { childEnvironment, plainEnvironment } from '../../src/commands/guard/child-environment.ts'
import { tofuVariables } from '../../src/commands/preflight/checks/environment/tofu-variables.ts'
import { gitEnvironment } from '../../src/outside/git/command.ts'
import { documentedVariables } from '../support/documented-variables.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('every variable that documentation names')

const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'of-a-test' }
const VALUE = '/value/of/a/test'

const rulesOn = (name: string): ReadonlyArray<string> =>
  judgeEnvironment(
    {
      variables: { ...keys, [name]: VALUE },
      shared: { config: {}, credentials: {} },
      route: { proxy: undefined, caBundle: undefined },
      declared: wantedOfStaging().declaration
    },
    [...identityRules, tofuVariables]
  ).map(({ rule }) => rule)

const places = { home: '/p/home', temporary: '/p/t', nothing: '/p/nothing', cliConfiguration: '/p/cli.tfrc' } as const
const folder = { ...places, authorities: undefined }
const route = { proxy: undefined, caBundle: undefined }

const rows = documentedVariables.flatMap(([source, verdict, names]) =>
  names.split(' ').map((name) => ({ source, verdict, name }))
)

test('each is refused, or let in for its reason, as its row says', () => {
  for (const { source, verdict, name } of rows) {
    const found = rulesOn(name)
    if (verdict === 'refused') assert.ok(found.length > 0, `${name} (${source}) is not refused`)
    else assert.equal(found, [], `${name} (${source})`)
  }
})

test('the value of none reaches tofu or git', () => {
  const parent = Object.fromEntries(rows.map(({ name }) => [name, VALUE]))
  const credentials = { accessKeyId: keys.AWS_ACCESS_KEY_ID, secretAccessKey: keys.AWS_SECRET_ACCESS_KEY }
  const region = 'eu-central-1'
  const made = [
    childEnvironment({ parent, credentials, route, region, folder }),
    plainEnvironment(parent, folder, route),
    gitEnvironment(parent)
  ]
  for (const environment of made) assert.not.match(JSON.stringify(environment), VALUE)
})

test('each has one row', () => {
  const names = rows.map(({ name }) => name)
  assert.equal(names.toSorted(), [...new Set(names)].toSorted())
})

/** Words in capitals of the SDK's code that are no variable: kinds of storage, of tables and of keys. */
const NO_VARIABLE = /^AWS_(BACKUP\w*|CLOUDHSM|KMS)$/

const sourcesBelow = (folder: URL): ReadonlyArray<URL> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js') && entry.parentPath.includes('/dist-cjs'))
    .map((entry) => new URL(`file://${entry.parentPath}/${entry.name}`))

test('every variable that the installed SDK reads has a row', () => {
  const known = new Set([...rows.map(({ name }) => name), ...Object.keys(keys), 'AWS_SESSION_TOKEN'])
  const read = new Set<string>()
  for (const scope of ['@aws-sdk', '@smithy'])
    for (const path of sourcesBelow(new URL(`../../node_modules/${scope}/`, import.meta.url)))
      for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/["'.](AWS_[A-Z0-9_]+)\b/g)) read.add(name)
  assert.ok(read.size > 40, `${read.size} found`)
  assert.equal([...read].filter((name) => !known.has(name) && !NO_VARIABLE.test(name)).toSorted(), [])
})

test.run()
