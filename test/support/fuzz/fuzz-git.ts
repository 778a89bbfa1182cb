import { commitId } from '../kinds.ts'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { gitRepository } from '../../../src/outside/git/repository.ts'

type Type = 'blob' | 'tree' | 'commit'
type Random = (below: number) => number

/** What passed, and each mutation that crashed, or that git or the ids contradict. */
export type GitOutcome = { readonly passed: number; readonly faults: ReadonlyArray<string> }

const PATH = 'out/staging-eu/main.tf.json'
const ENVIRONMENT = { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' }

/** Numbers below a bound, always the same ones of a seed. Source: Numerical Recipes, "An Even Quicker Generator". */
const numbers = (seed: number): Random => {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const idOf = (type: Type, bytes: Buffer): string =>
  createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')

const entry = (mode: string, name: string, id: string): Buffer =>
  Buffer.concat([Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(id, 'hex')])

const edits: ReadonlyArray<(bytes: Buffer, random: Random) => Buffer> = [
  (bytes) => bytes,
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes, random) =>
    Buffer.concat([bytes, entry('100644', ['.', 'main.tf.json', 'out', '', 'a/b'][random(5)] ?? '', '1'.repeat(40))]),
  (bytes, random) =>
    Buffer.from(
      bytes
        .toString('latin1')
        .replace(/100644|40000/, ['120000', '160000', '040000', '100755', '40755'][random(5)] ?? ''),
      'latin1'
    ),
  (bytes, random) =>
    Buffer.from(
      bytes
        .toString('latin1')
        .replace(/main\.tf\.json|staging-eu|out/, ['OUT', 'Main.tf.json', 'out\u00a0', '..', 'out\n'][random(5)] ?? ''),
      'latin1'
    ),
  (bytes, random) =>
    Buffer.from(
      bytes
        .toString('latin1')
        .replace(/^tree /, ['tree  ', 'Tree ', 'parent ', '\ntree ', `tree ${'2'.repeat(40)}\ntree `][random(5)] ?? ''),
      'latin1'
    ),
  (bytes, random) => {
    const [at, other] = [random(bytes.length), Buffer.from(bytes)]
    if (other.length > 0) other[at] = random(256)
    return other
  },
  (bytes, random) => {
    const at = random(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([random(256)]), bytes.subarray(at)])
  }
]

/** Puts a loose object there, under its own id or under another one. */
const store = (objects: string, type: string, bytes: Buffer, id: string, random: Random): void => {
  const path = join(objects, id.slice(0, 2), id.slice(2))
  const packed = deflateSync(Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]))
  fs.mkdirSync(join(objects, id.slice(0, 2)), { recursive: true })
  fs.rmSync(path, { force: true })
  fs.writeFileSync(path, random(20) === 0 ? packed.subarray(0, random(packed.length)) : packed)
}

/** Writes one commit whose objects are mutated at one place, each on the way known by its own id unless it is forged. */
const mutatedCommit = (
  objects: string,
  random: Random
): { readonly commit: string; readonly how: string; readonly isForged: boolean } => {
  const [level, edit, isForged] = [random(5), random(edits.length), random(4) === 0]
  let isChanged = false
  const put = (at: number, type: Type, bytes: Buffer): string => {
    const changed = at === level ? (edits[edit]?.(bytes, random) ?? bytes) : bytes
    isChanged ||= !changed.equals(bytes)
    const id = idOf(type, isForged ? bytes : changed)
    store(objects, at === level && random(12) === 0 ? 'tag' : type, changed, id, random)
    return id
  }
  const blob = put(0, 'blob', Buffer.from(`{"a": ${random(2 ** 31)}}\n`))
  const stack = put(1, 'tree', entry('100644', 'main.tf.json', blob))
  const out = put(2, 'tree', entry('40000', 'staging-eu', stack))
  const root = put(3, 'tree', entry('40000', 'out', out))
  const commit = put(
    4,
    'commit',
    Buffer.from(`tree ${root}\nauthor a <a> 0 +0000\ncommitter a <a> 0 +0000\n\n${random(2 ** 31)}\n`)
  )
  return { commit, how: `edit ${edit} at ${level}${isForged ? ', forged' : ''}`, isForged: isForged && isChanged }
}

/** Git's own reading of the path in a commit; none where it has none. */
const gitReads = (root: string, commit: string): Buffer | undefined => {
  try {
    const options = { cwd: root, env: ENVIRONMENT, stdio: 'pipe' } as const
    return execFileSync('git', ['cat-file', 'blob', `${commit}:${PATH}`], options)
  } catch {
    return undefined
  }
}

/** Mutations of the objects on the way from a commit to a file, beside git's own reading; a forged one may never pass. */
export const fuzzGit = async (count: number, seed: number): Promise<GitOutcome> => {
  const root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-git-'))))
  const faults: Array<string> = []
  let passed = 0
  try {
    execFileSync('git', ['init', '-q', root], { env: ENVIRONMENT })
    const random = numbers(seed)
    const repository = gitRepository({ variables: ENVIRONMENT, patienceMillis: 60_000 })
    for (let index = 0; index < count; index++) {
      const { commit, how, isForged } = mutatedCommit(join(root, '.git/objects'), random)
      try {
        const read = await repository.committed(root, { commit: commitId(commit), folder: '' }, PATH)()
        if (E.isLeft(read) || O.isNone(read.right)) continue
        passed += 1
        const theirs = gitReads(root, commit)
        if (isForged) faults.push(`${how}: a forged object passes`)
        if (theirs?.equals(read.right.value.bytes) !== true) faults.push(`${how}: git reads another file`)
      } catch (error) {
        faults.push(`${how}: ${String(error)}`)
      }
    }
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
  return { passed, faults }
}
