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
