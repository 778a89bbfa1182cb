import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const project = fileURLToPath(new URL('../..', import.meta.url))
const configurations = ['tsconfig.json', 'oxlint.config.js', 'knip.jsonc', '.prettierrc.json', '.prettierignore']

/** A clean file, that the checks must not name, and one fault for each of them. */
const files: Readonly<Record<string, string>> = {
  'src/stack.ts': "import { used } from './used.ts'\n\nexport const stack = used\n",
  'src/used.ts': 'export const used = 1\n\nexport const dead = 2\n',
  'src/mistyped.ts': "export const mistyped: number = 'text'\n",
  'src/careless.ts': 'export const careless = (value: any): unknown => value\n',
  'src/untidy.ts': 'export const untidy = "quoted";\n'
}

/** What one part of `npm run check` says of these files, without the colours that some of them use wherever CI is set. */
const check = (part: string): { readonly code: number | null; readonly text: string } => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-check-'))
  try {
    const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Record<string, unknown>
    const { name, type, scripts } = manifest
    writeFileSync(
      join(folder, 'package.json'),
      `${JSON.stringify({ name, type, scripts, exports: { './stack': './src/stack.ts' } }, undefined, 2)}\n`
    )
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
    mkdirSync(join(folder, 'src'))
    for (const path of configurations) copyFileSync(join(project, path), join(folder, path))
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', part], { cwd: folder, encoding: 'utf8' })
    return { code: status, text: stripVTControlCharacters(`${stdout}${stderr}`) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const test = suite('check')

/** Each part with the one file at fault; knip also names the two that nothing imports. */
for (const { part, named } of [
  { part: 'check:types', named: /src\/mistyped\.ts\(1,14\): error TS2322/ },
  { part: 'check:lint', named: /src\/careless\.ts:1:/ },
  { part: 'check:format', named: /src\/untidy\.ts/ },
  { part: 'check:dead', named: /dead +src\/used\.ts/ }
])
  test(`npm run ${part} is red where it must be`, () => {
    const { code, text } = check(part)
    assert.match(text, named)
    assert.not.match(text, /src\/stack\.ts/)
    assert.is.not(code, 0)
  })

test('npm run check runs all of them', () => {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const parts = Object.keys(scripts).filter((name) => name.startsWith('check:'))
  assert.equal(scripts['check'], parts.map((part) => `npm run -s ${part}`).join(' && '))
})

test.run()
