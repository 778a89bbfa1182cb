import * as E from 'fp-ts/lib/Either.js'
import { execFileSync, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { words } from '../../../src/commands/explain/explained.ts'
import { evidence, node } from '../../../src/commands/doctor/rows.ts'
import { commandLine } from '../../support/command-line.ts'
import { type TempProject, inTempProject, runCommand } from '../../support/temp-project.ts'

const test = suite('npm run doctor')

const root = fileURLToPath(new URL('../../../', import.meta.url))
const stack = fs.readFileSync(`${root}test/project/stacks/staging-eu.ts`, 'utf8')
const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim()

type Row = {
  readonly name: string
  readonly ok: boolean
  readonly says: string
  readonly remedy: string | null
  readonly word: string | null
}
type Machine = TempProject & {
  readonly home: string
  readonly bin: string
  /** The rows, on this machine with these variables too. */
  readonly doctor: (env?: Readonly<Record<string, string | undefined>>) => Promise<ReadonlyArray<Row>>
}

/** A machine that can do the work: git with a commit, a program that was built from OpenTofu, a profile, a home. */
const onMachine = (use: (machine: Machine) => Promise<void>): Promise<void> =>
  inTempProject({ 'stacks/staging-eu.ts': stack }, async (made) => {
    const at = fs.mkdtempSync(join(made.root, '..', 'zenthea-machine-'))
    const [home, bin] = [join(at, 'home'), join(at, 'bin')]
    try {
      for (const folder of [home, bin, join(at, 't')]) fs.mkdirSync(folder, { mode: 0o700 })
      fs.symlinkSync(git, join(bin, 'git'))
      const program = Buffer.concat([
        fs.readFileSync(process.execPath).subarray(0, 4),
        Buffer.from('\npath\tgithub.com/opentofu/opentofu/cmd/tofu\n')
      ])
      fs.writeFileSync(join(bin, 'tofu'), program, { mode: 0o700 })
      for (const args of [
        ['init', '-q'],
        ['add', '-f', 'stacks', 'package.json'],
        ['commit', '-q', '-m', 'x']
      ])
        execFileSync(git, ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: made.root })
      const own = {
        ...Object.fromEntries(
          Object.keys(process.env)
            .filter((name) => name !== 'NODE_OPTIONS')
            .map((name) => [name, undefined])
        ),
        PATH: bin,
        HOME: home,
        TMPDIR: join(at, 't'),
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'x'
      }
      const doctor: Machine['doctor'] = async (env = {}) => {
        const { code, stdout, stderr } = await runCommand('doctor', ['--json'], {
          cwd: made.root,
          env: { ...own, ...env }
        })
        assert.is(code, 1, stderr)
        assert.not.match(stdout, 'AKIAIOSFODNN7EXAMPLE')
        return JSON.parse(stdout).rows
      }
      await use({ ...made, home, bin, doctor })
    } finally {
      fs.rmSync(at, { recursive: true, force: true })
    }
  })

/** The rows that are not as they must be, without that of the terminal, which a child process never has. */
const broken = (rows: ReadonlyArray<Row>): ReadonlyArray<string> =>
  rows.filter(({ ok, name }) => !ok && name !== 'terminal').map(({ name }) => name)

test('ten rows, and on a machine that can do the work only the terminal is missing', () =>
  onMachine(async ({ doctor }) => {
    const rows = await doctor()
    assert.equal(
      rows.map(({ name }) => name),
      [
        'git',
        'Node',
        'tofu',
        'provider source',
        'credentials',
        'private folders',
        'clock',
        'terminal',
        'stacks',
        'evidence'
      ]
    )
    assert.equal(broken(rows), [], JSON.stringify(rows))
    for (const { ok, remedy, word } of rows) assert.equal([remedy === null, word === null], [ok, ok])
  }))

const breaks: Readonly<Record<string, (machine: Machine) => Promise<ReadonlyArray<Row>>>> = {
  git: ({ at, doctor }) => {
    fs.rmSync(at('.git'), { recursive: true })
    return doctor()
  },
  tofu: ({ bin, doctor }) => {
    fs.writeFileSync(join(bin, 'tofu'), '#!/bin/sh\n', { mode: 0o700 })
    return doctor()
  },
  'provider source': ({ home, doctor }) => {
    fs.writeFileSync(
      join(home, '.tofurc'),
      'provider_installation {\n  dev_overrides {\n    "hashicorp/aws" = "/x"\n  }\n}\n'
    )
    return doctor()
  },
  credentials: ({ doctor }) => doctor({ AWS_SECRET_ACCESS_KEY: undefined }),
  'private folders': ({ home, doctor }) => {
    fs.mkdirSync(join(home, 't'))
    fs.chmodSync(join(home, 't'), 0o777)
    return doctor({ TMPDIR: join(home, 't') })
  },
  clock: ({ at, doctor }) => {
    const later = new Date(Date.now() + 3_600_000)
    fs.utimesSync(at('package.json'), later, later)
    return doctor()
  },
  stacks: ({ write, doctor }) => {
    write('stacks/staging-eu.ts', stack.replace("'111122223333'", "'1111'"))
    return doctor()
  },
  evidence: ({ home, doctor }) => {
    const folder = join(home, '.local/state/zenthea-foundation')
    fs.mkdirSync(join(folder, 'evidence'), { recursive: true, mode: 0o700 })
    fs.chmodSync(join(folder, 'evidence'), 0o755)
    return doctor()
  }
}

test('a folder is told with the step for its cause: its rights, or another place', () => {
  const remedyFor = (why: string): string => evidence(E.left({ _tag: 'NotPrivate', path: '/x', why })).remedy ?? ''
  const other = /ame another folder in XDG_STATE_HOME or TMPDIR, absolute and outside of the project\.$/
  for (const why of ['can be changed by others', 'can be read or changed by others'])
    assert.match(remedyFor(why), /^Take the right of others away \(chmod go-rwx \/x\), or n/)
  for (const why of ['lies in the project', 'names no absolute folder', 'belongs to another user', 'is not a folder'])
    assert.match(remedyFor(why), /^Name another folder/)
  for (const why of ['can be changed by others', 'lies in the project']) assert.match(remedyFor(why), other)
})

test('Node: one that is too old says so, with the way out', () => {
  assert.equal(node('20.18.3', [20, 19]), {
    name: 'Node',
    ok: false,
    says: '20.18.3, which is too old',
    remedy: 'Install Node 20.19 or later.',
    word: 'node-too-old'
  })
  for (const version of ['20.19.0', '22.1.0'])
    assert.equal(node(version, [20, 19]), { name: 'Node', ok: true, says: version })
})

for (const [name, breakIt] of Object.entries(breaks))
  test(`${name}: broken, it alone says so, with the way out`, () =>
    onMachine(async (machine) => {
      const rows = await breakIt(machine)
      assert.equal(broken(rows), [name], JSON.stringify(rows))
      const found = rows.find((row) => row.name === name)
      assert.ok((found?.remedy ?? '').length > 5)
      assert.ok(words.includes(found?.word ?? ''), found?.word ?? '')
    }))

test('credentials: what is wrong behind the first thing is named by its rule', () =>
  onMachine(async ({ doctor }) => {
    const rows = await doctor({
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_CA_BUNDLE: '/made-up/authorities.pem'
    })
    assert.match(rows.find(({ name }) => name === 'credentials')?.says ?? '', /; refused next: ca-bundle-named$/)
  }))

test('terminal: at one the row is as it must be, and without tofu another is not', () =>
  onMachine(async ({ root: cwd, bin, home }) => {
    fs.rmSync(join(bin, 'tofu'))
    const { stdout } = spawnSync(
      'python3',
      [`${root}test/support/in-terminal.py`, '[]', process.execPath, ...commandLine('doctor')],
      {
        cwd,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: `${bin}:/usr/bin:/bin`, HOME: home, TERM: 'dumb' }
      }
    )
    assert.match(stdout, /ok {3}terminal/)
    assert.match(stdout, /no {3}tofu +none on PATH/)
  }))

test.run()
