// @ts-check
import { mapNative } from '../../adapters/stack/native.js'
import { thread } from '../early-thread.js'

/**
 * `npm run emit`, which in most runs finds that nothing changed: the program, which takes longer to load than that takes to
 * see, is loaded when there is something to do, to say, or to understand first.
 */
if (thread !== undefined) mapNative()
const { looksEdited, plainRun } = await import('./plain-run.js')
const plain = plainRun(thread, process.cwd(), process.argv.slice(2))
const { paintFor } = await import('../text/paint.js')
const { unchangedText } = await import('./unchanged.js')
const text =
  plain === undefined || looksEdited(plain.run.task.project, plain.chosen)
    ? undefined
    : await unchangedText(paintFor(process.stdout, process.env), plain)

/** @param {Error} error */
const tell = async (error) => {
  await import('../sources.js')
  const { cannotPrint } = await import('../edge.ts')
  cannotPrint('emit')(error)
}

if (text === undefined) {
  await import('../sources.js')
  const { emit } = await import('../emit.ts')
  await emit({ thread: plain === undefined ? thread : undefined, run: plain?.run })
} else {
  process.stdout.once('error', (/** @type {Error} */ error) => void tell(error))
  process.stdout.write(text)
}
