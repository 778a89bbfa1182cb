import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bundle, readInputs, root } from '../../bin/bundle.js'

type Made = Awaited<ReturnType<typeof bundle>>['made']
const inputs = readInputs()

const outputOf = (made: Made, entry: string): string => {
  const found = Object.entries(made.outputs).find(([, { entryPoint }]) => entryPoint === entry)
  if (found === undefined) throw new Error(`no file is made of ${entry}`)
  return found[0]
}

/** The inputs of a file of the bundle and of all that it loads as soon as it is loaded. */
const loadedAtOnce = (made: Made, entry: string): ReadonlyArray<string> => {
  const files = new Set<string>()
  const add = (path: string): void => {
    if (files.has(path)) return
    files.add(path)
    for (const { path: next, kind } of made.outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && next in made.outputs) add(next)
  }
  add(outputOf(made, entry))
  return [...files].flatMap((path) => Object.keys(made.outputs[path]?.inputs ?? {}))
}

const sdkAmong = (paths: ReadonlyArray<string>): ReadonlyArray<string> =>
  paths.filter((path) => /node_modules\/(@aws-sdk|@smithy|https-proxy-agent)\//.test(path))

const test = suite('what a command loads')

test('emit and its worker hold nothing of the AWS SDK, and no diff library before something differs', async () => {
  const { made } = await bundle('emit', inputs)
  assert.equal(sdkAmong(Object.keys(made.inputs)), [])
  for (const entry of ['src/commands/emit/main.ts', 'src/outside/stack/worker.ts']) {
    const loaded = loadedAtOnce(made, entry)
    assert.ok(loaded.includes('src/diagnostics/validated.ts') && loaded.some((path) => path.includes('/fp-ts/es6/')))
    assert.not.ok(loaded.some((path) => path.includes('node_modules/diff/')))
  }
})

for (const command of ['seed', 'preflight', 'tofu'])
  test(`${command} loads the AWS SDK when it asks AWS, and not for its help`, async () => {
    const { made } = await bundle(command, inputs)
    assert.ok(sdkAmong(Object.keys(made.inputs)).length > 50)
    assert.equal(sdkAmong(loadedAtOnce(made, `src/commands/${command === 'tofu' ? 'guard' : command}/main.ts`)), [])
    assert.equal(sdkAmong(loadedAtOnce(made, 'src/outside/stack/worker.ts')), [])
  })

test('what is bundled are the bytes that were read, and nothing that lies there by then', async () => {
  const help = `${root}/src/commands/emit/help.ts`
  const text = inputs.get(help)?.toString('utf8') ?? ''
  const { files } = await bundle(
    'emit',
    new Map(inputs).set(help, Buffer.from(text.replace('Turns stacks', 'Read before')))
  )
  const all = files.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('')
  assert.ok(all.includes('Read before into the files'))
  assert.not.ok(all.includes('Turns stacks into the files'))
})

test('a source that was not read is not bundled, though it lies there', async () => {
  const without = new Map([...inputs].filter(([path]) => path !== `${root}/src/commands/emit/help.ts`))
  const said = await bundle('emit', without).then(
    () => 'nothing',
    (error: Error) => error.message
  )
  assert.match(said, './help.ts is no input of the program')
})

test.run()
