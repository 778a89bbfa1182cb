import { absolutePath } from '../../src/diagnostics/kinds.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import { reviewedFileAt } from '../../src/commands/preflight/checks/reviewed-file.ts'
import { gitRepository } from '../../src/outside/git/repository.ts'
import { sourcesRead, stackFiles } from '../../src/outside/stack/files.ts'
import { workingDirectory } from '../../src/outside/tofu/checkout.ts'
import type { GuardPorts } from '../../src/commands/guard/ports.ts'
import type { GuardWorld } from './guard-world.ts'

const environment = { PATH: process.env['PATH'], HOME: '/nonexistent' }
const author = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', '-c', 'gc.auto=0']

/** Runs git in the project of a world, with no settings of anybody, and gives what it printed. */
export const git = ({ root }: Pick<GuardWorld, 'root'>, ...args: ReadonlyArray<string>): string =>
  execFileSync('git', [...author, ...args], {
    cwd: join(root, 'project'),
    env: { ...environment, GIT_CONFIG_NOSYSTEM: '1' },
    encoding: 'utf8',
    stdio: 'pipe'
  })

/** The path of the loose object that holds the committed bytes of the emitted file. */
export const looseEmitted = (world: Pick<GuardWorld, 'root'>): string => {
  const id = git(world, 'rev-parse', 'HEAD:out/staging-eu/main.tf.json').trim()
  return join(world.root, 'project/.git/objects', id.slice(0, 2), id.slice(2))
}

/**
 * The same world in a repository of git that has everything committed. Its proof is made of what the real check of the
 * reviewed file finds there, with a real git, in place of what the world says.
 */
export const reviewedWorld = (world: GuardWorld): GuardWorld => {
  const project = absolutePath(join(world.root, 'project'))
  const { file } = world.of('plan').subject
  fs.mkdirSync(join(project, 'stacks'))
  fs.writeFileSync(join(project, 'stacks/staging-eu.ts'), 'export default 1\n')
  fs.writeFileSync(join(project, file.review.path), file.review.text)
  git(world, 'init', '-q')
  git(world, 'add', '-f', '.')
  git(world, 'commit', '-q', '-m', 'x')
  const repository = gitRepository({ variables: environment, patienceMillis: 20_000 })
  const prove: GuardPorts['prove'] = (command, turn) => async () => {
    const { results, proven } = await world.ports.prove(command, turn)()
    const read = sourcesRead(stackFiles(project))
    const subject = { ...world.of(command).subject, read }
    const findings = await reviewedFileAt('guarded')(subject)({ repository, directory: workingDirectory() })()
    const isProven = findings.every(({ outcome }) => outcome === 'passed')
    const head = await pipe(repository.head(project), TE.toUnion)()
    return {
      results: [...results, { _tag: isProven ? 'Proven' : 'Refused', check: 'reviewed-file', findings }],
      proven:
        isProven && 'commit' in head
          ? pipe(
              proven,
              O.map((found) => ({ ...found, commit: head.commit }))
            )
          : O.none
    }
  }
  return { ...world, ports: { ...world.ports, prove } }
}
