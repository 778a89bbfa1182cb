import type { OtherProject } from './repository.port.ts'
import { inBytes } from './object.ts'
import { type ReadObject, Refused } from './objects.ts'
import { isRegular, readTree, rootOf } from './trees.ts'

/** Far more than a repository of all that an organisation has. */
const MOST_FOLDERS = 100_000
/** How many projects are named. */
const MOST_NAMED = 10

const text = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8')

/** Where the tests of this program keep stacks of their own, in the project of a person who cloned it. */
const OF_TESTS = 'test/project/'

/**
 * The stacks of a folder that could be proven there. Each has a file in `stacks/`, and the file that is emitted from it in `out/`.
 * A folder that is named `stacks` for another reason has none.
 */
const stacksIn = async (read: ReadObject, stacks: string, out: string): Promise<ReadonlyArray<string>> => {
  const folders = new Map(
    (await readTree(read, out)).flatMap(({ mode, name, id }) => (mode === '40000' ? [[name, id]] : []))
  )
  const found: Array<string> = []
  for (const { mode, name } of await readTree(read, stacks)) {
    const folder = name.endsWith('.ts') && isRegular(mode) ? folders.get(name.slice(0, -'.ts'.length)) : undefined
    if (folder !== undefined && (await readTree(read, folder)).some((one) => one.name === 'main.tf.json'))
      found.push(name)
  }
  return found
}

/**
 * The other projects of a commit with a stack each, wherever they lie in it: at most ten. The tests' own project, inside the
 * project that is judged, is left out. From there that one is seen, so that of the two only one is ever proven.
 */
export const otherProjects = async (
  read: ReadObject,
  commit: string,
  folder: string
): Promise<ReadonlyArray<OtherProject>> => {
  /** What lies below each tree, relative to it: a tree that stands in many places is read once. */
  const known = new Map<string, ReadonlyArray<readonly [folder: string, stack: string]>>()
  const below = async (id: string): Promise<ReadonlyArray<readonly [string, string]>> => {
    const before = known.get(id)
    if (before !== undefined) return before
    if (known.size >= MOST_FOLDERS)
      throw new Refused({ what: `the commit ${commit}`, cause: `it has more than ${MOST_FOLDERS} folders` })
    known.set(id, [])
    const folders = (await readTree(read, id)).filter(({ mode }) => mode === '40000')
    const idOf = (name: string): string | undefined => folders.find((one) => one.name === name)?.id
    const [stacks, out] = [idOf('stacks'), idOf('out')]
    const [first] = stacks === undefined || out === undefined ? [] : await stacksIn(read, stacks, out)
    const found: Array<readonly [string, string]> = first === undefined ? [] : [['', first]]
    for (const { name, id: inner } of folders)
      for (const [place, stack] of await below(inner)) found.push([`${name}/${place}`, stack])
    const kept = found.slice(0, MOST_NAMED + 2)
    known.set(id, kept)
    return kept
  }
  const { id } = await rootOf(read, commit)
  const own = inBytes(folder)
  return (await below(id))
    .filter(([place]) => place !== own && place !== `${own}${OF_TESTS}`)
    .slice(0, MOST_NAMED)
    .map(([place, stack]) => ({ folder: text(place), stack: `stacks/${text(stack)}` }))
}
