import { execFile } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commandLine } from '../support/command-line.ts'
import { inTempProject } from '../support/temp-project.ts'
import { missing } from '../../src/outside/stand-in/on-path.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

const names = readdirSync(`${repository}/test/project/stacks`).map((name) => name.replace(/\.ts$/, ''))
const sources = Object.fromEntries(
  names.map((name) => [`stacks/${name}.ts`, readFileSync(`${repository}/test/project/stacks/${name}.ts`, 'utf8')])
)
const committed = names.map((name) => readFileSync(`${repository}/test/project/out/${name}/main.tf.json`, 'utf8'))

/** The program of a release of Node, as npm has it. */
const nodeOf = async (release: string): Promise<string> => {
  const args = ['--yes', '--package', `node@${release}`, 'node', '--print', 'process.execPath']
  const { stdout } = await run('npx', args, { cwd: repository }).catch((cause: unknown) => {
    throw missing(`Node ${release}`, `let npx fetch the package node@${release}, or put it into npm's cache`, cause)
  })
  return stdout.trim()
}

const test = suite('Node versions')

/** The oldest release that package.json allows, the newest of each line, and the newest of all. */
for (const release of ['20.19.0', '22', '24', 'latest'])
  test(`Node ${release} emits the committed bytes, started as npm run emit starts it`, async () => {
    const node = await nodeOf(release)
    const { stdout } = await run(node, ['--version'])
    assert.match(stdout, release === 'latest' ? /^v(2[5-9]|[3-9]\d)\./ : new RegExp(`^v${release}(\\.|\\s)`))
    await inTempProject(sources, async ({ root, read }) => {
      const { stderr } = await run(node, [...commandLine('emit')], { cwd: root })
      assert.is(stderr, '')
      assert.equal(
        names.map((name) => read(`out/${name}/main.tf.json`)),
        committed
      )
    })
  })

test.run()
