import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { workingDirectory } from '../../../../../src/outside/tofu/checkout.ts'
import { environment } from '../../../../../src/commands/preflight/checks/environment.ts'
import { npmDiagnostics } from '../../../../../src/commands/preflight/checks/environment/npm-settings.ts'
import { inGitProject } from '../../git-project.ts'
import { refusals, stagingIn } from '../../staging-subject.ts'

const test = suite('.npmrc of the project')

const found = (text: string) => npmDiagnostics(E.right(O.some(text)))

const refused: ReadonlyArray<string> = [
  'node-options=--require=./evil.cjs',
  'node-options = "--import ./evil.mjs"',
  'script-shell=./evil',
  'shell=./evil',
  'prefix=./evil',
  'init-module=./evil.js',
  'userconfig=./evil',
  'globalconfig=./evil',
  'git=./evil',
  'editor=./evil',
  'viewer=./evil',
  'workspace=evil',
  'onload-script=./evil',
  'node-gyp=./evil',
  'ca="evil"',
  'strict-ssl=false',
  'node_options=--require=./evil.cjs',
  '[section]\nfund=false',
  'x@ours:registry=./evil',
  '@ours:registryx=./evil',
  'x//npm.example.com/:_auth=./evil',
  '//npm.example.com/:_authx=./evil',
  'fund[]=false\nscript-shell[]=./evil',
  '; a comment\nfund=false\nscript-shell=./evil ; another',
  '\ufeffscript-shell=./evil'
]
for (const text of refused)
  test(`refuses ${JSON.stringify(text)}`, () => {
    const diagnostics = found(text)
    assert.equal(
      diagnostics.map(({ rule }) => rule),
      ['npm-settings']
    )
    assert.not.match(JSON.stringify(diagnostics), './evil')
  })

const accepted: ReadonlyArray<string> = [
  '',
  '# script-shell=./evil',
  'engine-strict=true\nsave-exact=true\nfund=false\naudit=false\nloglevel=error\npackage-lock=true',
  'registry=https://npm.example.com/\n@ours:registry=https://npm.example.com/\n//npm.example.com/:_authToken=${NPM_TOKEN}'
]
/** What npm takes from a registry, and what it says of it. Source: npm, "config", release 11; always-auth is of release 6. */
const OF_FETCHING = `
audit=false
audit-level=high
before=2026-01-01
color=false
engine-strict=true
fetch-retries=5
fetch-retry-factor=10
fetch-retry-maxtimeout=60000
fetch-retry-mintimeout=10000
fetch-timeout=300000
fund=false
ignore-scripts=true
include=dev
install-links=false
legacy-peer-deps=true
lockfile-version=3
loglevel=error
maxsockets=5
min-release-age=7
noproxy=example.com
offline=true
omit=optional
package-lock=true
prefer-dedupe=true
prefer-offline=true
prefer-online=true
progress=false
proxy=http://proxy.example.com:3128
https-proxy=http://proxy.example.com:3128
registry=https://npm.example.com/
replace-registry-host=never
save=false
save-exact=true
save-prefix=~
strict-peer-deps=true
always-auth=true
unicode=false
update-notifier=false
cafile=/etc/ssl/company.pem
timing=true
@ours:registry=https://npm.example.com/
//npm.example.com/:_auth=x
//npm.example.com/:_authToken=x
//npm.example.com/:_password=x
//npm.example.com/:username=x
//npm.example.com/:email=x
//npm.example.com/:always-auth=true
//npm.example.com/:certfile=/etc/ssl/mine.pem
//npm.example.com/:keyfile=/etc/ssl/mine.key`

for (const line of OF_FETCHING.trim().split('\n')) {
  const [name = '', value = ''] = line.split('=')
  test(`accepts ${name}, and not a name that only contains it`, () => {
    assert.equal(found(line), [])
    for (const other of [`x${name}=${value}`, `${name}x=${value}`]) assert.is(found(other).length, 1, other)
  })
}

test('says which line sets what, and what to do with it', () => {
  assert.equal(found('fund=false\n\nscript-shell=./evil\nfund=true'), [
    {
      rule: 'npm-settings',
      clause: 'J.6.2 §7',
      from: { kind: 'file', name: '.npmrc', line: 3 },
      expected: 'in .npmrc of the project no setting that changes what npm runs, or what it runs this with',
      actual: '.npmrc sets script-shell, which is not known to be harmless',
      remedy: 'Take script-shell out of .npmrc; a setting of your own belongs into the one of your home.'
    }
  ])
})

test('shows a name of up to 64 plain characters, and of any other only that npm does not document it', () => {
  const shown = (name: string): string => found(`${name}=1`)[0]?.actual ?? ''
  const long = 'a'.repeat(64)
  for (const name of ['a', '@x/y', 'a.b_c-d:e', long]) assert.match(shown(name), `.npmrc sets ${name}, which`)
  for (const name of [`${long}a`, 'a$b', 'a b', '$a', 'a$'])
    assert.match(shown(name), '.npmrc sets a setting that npm does not document, which', name)
})

for (const text of accepted) test(`accepts ${JSON.stringify(text)}`, () => assert.equal(found(text), []))

const files: Readonly<Record<string, readonly [make: (path: string) => void, ids: ReadonlyArray<string>]>> = {
  'is not there': [() => undefined, []],
  'sets a shell': [(path) => fs.writeFileSync(path, 'script-shell=./evil\n'), ['npm-settings']],
  'is a link': [(path) => fs.symlinkSync('/etc/hostname', path), ['npm-settings']],
  'is a folder': [(path) => fs.mkdirSync(path), ['npm-settings']],
  'sets what is harmless': [(path) => fs.writeFileSync(path, 'fund=false\n'), []]
}
for (const [what, [make, ids]] of Object.entries(files))
  test(`the check of the environment judges one that ${what}`, async () => {
    await inGitProject(async ({ root, at }) => {
      make(at('.npmrc'))
      const findings = await environment(stagingIn(root))({
        variables: { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' },
        sharedConfig: async () => ({ config: {}, credentials: {} }),
        cliConfiguration: {
          read: () => async () => E.right({ files: [], missing: undefined, impliedMirrors: [] }),
          distrusted: () => async () => []
        },
        directory: workingDirectory()
      })()
      assert.equal(refusals(findings), ids)
    })
  })

test.run()
