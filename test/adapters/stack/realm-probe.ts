import { parentPort } from 'node:worker_threads'
import { closeRealm } from '../../../src/adapters/stack/realm.ts'

/** What code finds in a thread of its own: names, whether a function's constructor makes code from text, and its text. */
export type Found = {
  readonly names: ReadonlyArray<string>
  readonly made: ReadonlyArray<boolean>
  readonly text: string
}

const makesCode = (kind: { readonly constructor: unknown }): boolean => {
  const { constructor } = kind
  try {
    return (
      typeof constructor === 'function' && typeof Reflect.apply(constructor, undefined, ['return 1']) === 'function'
    )
  } catch {
    return false
  }
}

const look = (): Found => ({
  names: ['process', 'fetch', 'crypto', 'performance', 'WebAssembly'].filter((name) => name in globalThis),
  made: [() => 1, async () => 1, function* () {}, async function* () {}].map(makesCode),
  text: String(() => 1)
})

const before = look()
closeRealm()
parentPort?.postMessage([before, look()])
