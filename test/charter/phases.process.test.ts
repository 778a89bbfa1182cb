import * as fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Checkout, inCheckout } from '../support/checkout.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))

const test = suite('a phase more')

const filesIn = (folder: string): ReadonlyArray<string> =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => fs.statSync(join(folder, path)).isFile())
    .toSorted()

const linesOf = (path: string): ReadonlyArray<string> => fs.readFileSync(path, 'utf8').split('\n')

/** Files of src/ that another src/ lacks, and lines that its files have more or fewer. */
const difference = (made: Checkout) => {
  const ours = `${REPOSITORY}src`
  const theirs = made.at('src')
  const before = new Set(filesIn(ours))
  const after = filesIn(theirs)
  const changed = after.filter(
    (path) =>
      before.has(path) && fs.readFileSync(join(ours, path), 'utf8') !== fs.readFileSync(join(theirs, path), 'utf8')
  )
  return {
    gone: [...before].filter((path) => !after.includes(path)),
    added: after.filter((path) => !before.has(path)),
    lines: changed.flatMap((path) => {
      const [old, now] = [linesOf(join(ours, path)), linesOf(join(theirs, path))]
      return [
        ...old.filter((line) => !now.includes(line)).map((line) => `${path} - ${line.trim()}`),
        ...now.filter((line) => !old.includes(line)).map((line) => `${path} + ${line.trim()}`)
      ]
    })
  }
}

/** Adds the phase of the tests to the product as somebody would: its folder, and its line of the list. */
const addPhase = (made: Checkout): void => {
  const own = fs.readFileSync(`${REPOSITORY}test/charter/j-99-0/j-99-0.ts`, 'utf8')
  fs.mkdirSync(made.at('src/charter/j-99-0'))
  fs.writeFileSync(
    made.at('src/charter/j-99-0/j-99-0.ts'),
    own.replaceAll('../../../src/charter/', '../').replaceAll('../../../src/', '../../')
  )
  const list = fs.readFileSync(made.at('src/charter/phases.ts'), 'utf8')
  const first = '  { charter: j70, rules }'
  assert.is(list.split(first).length, 2, 'the list has one line for J.7.0')
  fs.writeFileSync(
    made.at('src/charter/phases.ts'),
    `import { j990 } from './j-99-0/j-99-0.ts'\n${list.replace(first, `  j990,\n${first}`)}`
  )
}

/** A stack of the new phase, from one of J.7.0: another phase, and two queues. */
const ofTheNewPhase = (text: string): string =>
  text
    .replace("phase: 'J.7.0'", "phase: 'J.99.0'")
    .replace(/^/, "import { resource } from 'zenthea-foundation/block'\n")
    .replace(
      '    permissionsBoundary(),',
      `    ...['mail', 'mail_dead'].map((name) =>
      resource('aws_sqs_queue', name, {
        name: \`production-\${name}\`,
        sqs_managed_sse_enabled: true,
        message_retention_seconds: 60
      })
    ),
    permissionsBoundary(),`
    )

test('adds a folder of its own and one line of a list, with its import, and its stacks stand beside those of J.7.0', () =>
  inCheckout(async (made) => {
    const staging = fs.readFileSync(made.at('out/staging-eu/main.tf.json'), 'utf8')
    const source = fs.readFileSync(made.at('stacks/production-eu.ts'), 'utf8')
    const later = ofTheNewPhase(source)
    fs.writeFileSync(made.at('stacks/production-eu.ts'), later)
    const before = await made.run('emit', [])
    assert.is(before.code, 1)
    assert.match(before.stderr, "'J.7.0', the one phase")

    addPhase(made)
    assert.equal(difference(made), {
      gone: [],
      added: ['charter/j-99-0/j-99-0.ts'],
      lines: ["charter/phases.ts + import { j990 } from './j-99-0/j-99-0.ts'", 'charter/phases.ts + j990,']
    })
    const { code, stderr } = await made.run('emit', [])
    assert.is(code, 0, stderr)
    assert.is(fs.readFileSync(made.at('out/staging-eu/main.tf.json'), 'utf8'), staging)
    const written = JSON.parse(fs.readFileSync(made.at('out/production-eu/main.tf.json'), 'utf8')) as {
      resource: Record<string, object>
    }
    assert.equal(Object.keys(written.resource['aws_sqs_queue'] ?? {}), ['mail', 'mail_dead'])

    fs.writeFileSync(made.at('stacks/production-eu.ts'), later.replace("phase: 'J.99.0'", "phase: 'J.7.0'"))
    const mixed = await made.run('emit', [])
    assert.is(mixed.code, 1)
    assert.match(mixed.stderr, 'authorised-blocks')
  }))

test('outside of its own folder nothing imports J.7.0 but the list of phases', () => {
  const own = /^charter\/j-7-0(?:\.ts$|\/)/
  const importing = filesIn(`${REPOSITORY}src`)
    .filter((path) => path.endsWith('.ts') && !own.test(path))
    .flatMap((path) =>
      linesOf(`${REPOSITORY}src/${path}`)
        .filter((line) => /['"][^'"]*j-7-0/.test(line))
        .map((line) => `${path}: ${line}`)
    )
  assert.equal(importing, ["charter/phases.ts: import { j70 } from './j-7-0.ts'"])
})

test.run()
