import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'
import { globalNames, pureMembers, pureValues } from '../../../src/stack/source/language-names.ts'

/** What a module in a worker of this Node, where stacks run, finds without declaring it; prototypes included. */
const listing = `
  import { parentPort } from 'node:worker_threads'
  const names = new Set(['require', 'module', 'exports', '__filename', '__dirname', 'arguments'])
  for (let at = globalThis; at !== null; at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) names.add(name)
  parentPort.postMessage([...names])`
const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(listing)}`), { env: {}, execArgv: [] })
const [ofNode] = (await once(worker, 'message')) as [ReadonlyArray<string>]
const allowed = [...pureValues, ...pureMembers.keys()]

const problems = (text: string) => judgedSource('stacks/a.ts', text, []).problems

const names = suite('names of JavaScript and Node')

names('every one of this Node is known', () => {
  assert.ok(ofNode.length > 100, `${ofNode.length} names`)
  assert.equal(
    ofNode.filter((name) => !globalNames.has(name)),
    []
  )
})

const uses: Readonly<Record<string, (name: string) => string>> = {
  read: (name) => `export const a = ${name}`,
  called: (name) => `${name}()`,
  constructed: (name) => `export const a = new ${name}()`,
  'asked for its type': (name) => `export const a = typeof ${name}`,
  'looked into': (name) => `export const a = ${name}.env`,
  'looked into by text': (name) => `export const a = ${name}?.['env']`,
  'taken apart': (name) => `export const { env } = ${name}`,
  'spread out': (name) => `export const a = { ...${name} }`,
  'put into text': (name) => 'export const a = `${' + name + '}`',
  'a shorthand': (name) => `export const a = { ${name} }`,
  'a default': (name) => `export const f = (a = ${name}) => a`,
  exported: (name) => `export { ${name} as a }`,
  'in another scope than its namesake': (name) => `{ const ${name} = 1 }\nexport const a = ${name}`
}

for (const [use, written] of Object.entries(uses))
  names(`none but the pure ones may be ${use}`, () => {
    const free = ofNode.filter((name) => !allowed.includes(name) && problems(written(name)).length === 0)
    assert.equal(free, [])
  })

names('all may be keys, and text', () => {
  const key = (name: string) => (name === '__proto__' ? "['__proto__']" : name)
  const refused = [...globalNames].filter(
    (name) => problems(`export const a = { ${key(name)}: '${name}' }, b = { x: { ${key(name)}() {} } }`).length > 0
  )
  assert.equal(refused, [])
})

names('nobody may take one of them for a name of its own', () => {
  const taken = [...globalNames].filter((name) => problems(`export const f = (${name}: string) => 1`).length === 0)
  assert.equal(taken, [])
})

names('the pure ones are pure: nothing but the listed members of Object and Array', () => {
  for (const [name, members] of pureMembers) {
    const all = Object.getOwnPropertyNames((globalThis as unknown as Record<string, object>)[name] ?? {})
    const free = all.filter((member) => problems(`export const a = ${name}.${member}`).length === 0)
    assert.equal(free.toSorted(), [...members].toSorted(), name)
  }
})

names.run()
