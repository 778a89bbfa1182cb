import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { automationIn } from '../../src/caller/automation.ts'
import { notAutomated } from '../../src/caller/by-hand.ts'
import type { Variables } from '../../src/caller/surroundings.ts'

const test = suite('automation')

/** The list that the field keeps. */
const vendors: unknown = createRequire(import.meta.url)('ci-info/vendors.json')

/** The environments in which that package knows a system: one for each way. */
const waysOf = (env: unknown): ReadonlyArray<Record<string, string>> => {
  if (typeof env === 'string') return [{ [env]: 'x' }]
  if (Array.isArray(env)) return [Object.fromEntries(env.map((name) => [String(name), 'x']))]
  if (typeof env !== 'object' || env === null) throw new Error('a form of ci-info that is not known')
  if ('any' in env && Array.isArray(env.any)) return env.any.map((name) => ({ [String(name)]: 'x' }))
  if ('env' in env && 'includes' in env) return [{ [String(env.env)]: `/before${String(env.includes)}` }]
  return [Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]))]
}

/** Systems that set only what others set, too. */
const unnamed: ReadonlyArray<string> = ['Codeship', 'Sourcehut', 'Woodpecker']

for (const { name, env } of vendors as ReadonlyArray<{ readonly name: string; readonly env: unknown }>)
  test(`knows ${name} without CI`, () => {
    for (const way of waysOf(env)) {
      const { names, systems } = automationIn(way)
      assert.ok(unnamed.includes(name) || systems.includes(name), `${name}: ${systems.join()}`)
      assert.equal(
        Object.keys(way).filter((set) => !names.includes(set) && Object.keys(way).length === 1),
        []
      )
      assert.is(notAutomated(way).length, 1, `${name} by ${Object.keys(way).join()}`)
    }
  })

/** Systems that the package does not know. Sources: HashiCorp, "Run environment"; Atlantis, "Custom workflows"; env0, "Variables". */
const byDocuments = { ATLANTIS_TERRAFORM_VERSION: 'Atlantis', ENV0_ENVIRONMENT_ID: 'env0', TFC_RUN_ID: 'HCP Terraform' }
for (const [name, system] of Object.entries(byDocuments))
  test(`knows ${system} by ${name}`, () => {
    assert.equal(automationIn({ [name]: 'x' }), { names: [name], systems: [system] })
    assert.is(notAutomated({ [name]: 'x' })[0]?.actual, `${name} is set: an automated run of ${system}`)
  })

test('knows each variable that the field takes for automation by itself', () => {
  const index = readFileSync(createRequire(import.meta.url).resolve('ci-info'), 'utf8')
  const names = [...index.matchAll(/\benv\.([A-Z_]+)/g)].map(([, name = '']) => name)
  assert.ok(names.length >= 9)
  for (const name of names) assert.equal(automationIn({ [name]: 'x' }).names, [name])
})

/** What terminals of persons set. Sources: their documents; a development container is a machine that a person sits at. */
const byHand: Readonly<Record<string, Variables>> = {
  'an empty environment': {},
  'what is set to nothing': { CI: '', GITHUB_ACTIONS: '', JENKINS_URL: '' },
  'a shell with npm in it': { NODE: '/usr/bin/node', npm_lifecycle_event: 'preflight', INIT_CWD: '/x' },
  'the terminal of VS Code': { TERM_PROGRAM: 'vscode', VSCODE_GIT_IPC_HANDLE: '/x', VSCODE_INJECTION: '1' },
  'the terminal of a JetBrains editor': { TERMINAL_EMULATOR: 'JetBrains-JediTerm' },
  'a session of tmux over SSH': { TMUX: '/x,1,0', TMUX_PANE: '%0', SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' },
  'a workspace of Gitpod': { GITPOD_WORKSPACE_ID: 'x', GITPOD_HOST: 'https://gitpod.io' },
  'the Linux of a Windows machine': { WSL_DISTRO_NAME: 'Ubuntu', WSLENV: '' },
  'a development container': { CODESPACES: 'true', REMOTE_CONTAINERS: 'true', AWS_EXECUTION_ENV: 'CloudShell' }
}
for (const [what, variables] of Object.entries(byHand))
  test(`takes ${what} for a person`, () => assert.equal(notAutomated(variables), []))

test('says what is set, and by whom', () => {
  const [diagnostic] = notAutomated({ CI: 'true', GITHUB_ACTIONS: 'true' })
  assert.is(diagnostic?.actual, 'CI, GITHUB_ACTIONS are set: an automated run of GitHub Actions')
  assert.match(diagnostic?.remedy ?? '', 'unset CI GITHUB_ACTIONS')
  assert.is(notAutomated({ CI: '1' })[0]?.actual, 'CI is set: an automated run')
})

test.run()
