// @ts-check
import { readFileSync } from 'node:fs'

/**
 * @typedef {Readonly<Record<string, import('../src/registry/words.ts').Word>>} Words
 * @typedef {import('../src/registry/stops.ts').StopWord} StopWord
 */

/** So wide is the column of names in what `explain` prints. */
const WIDTH = 13

/**
 * What `explain` says of a word that ends a command before one can begin: then `explain` itself cannot begin either.
 *
 * @param {string} word
 * @returns {string | undefined} None for every other word.
 */
const meaningOf = (word) => {
  const path = new URL('../src/registry/before-start.json', import.meta.url)
  const words = /** @type {Words} */ (JSON.parse(readFileSync(path, 'utf8')))
  const { says, remedy = '', more } = (Object.hasOwn(words, word) ? words[word] : undefined) ?? {}
  if (says === undefined || more === undefined) return undefined
  const lines = [
    ['means', says],
    ['to do', remedy],
    ['more', more]
  ].map(([name = '', text = '']) => `  ${name.padEnd(WIDTH)}${text}\n`)
  return `${word}: why a command ended\n${lines.join('')}\n`
}

/**
 * Says why no command begins: 2 for what its user can put right, 1 for a defect. Where `explain` was asked what that
 * means, this is the answer, and it is no refusal.
 *
 * @param {string} text
 * @param {1 | 2} code
 * @param {StopWord} word
 * @returns {undefined}
 */
export const refuse = (text, code, word) => {
  const [command, asked = ''] = process.argv.slice(2)
  const meaning = command === 'explain' ? meaningOf(asked) : undefined
  if (meaning !== undefined) {
    process.stdout.write(meaning)
    return
  }
  process.stderr.write(`zenthea: ${text}\nWhat this means and why: npm run explain -- ${word}\n`)
  process.exitCode = code
}
