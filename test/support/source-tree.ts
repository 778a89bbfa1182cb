import { readdirSync, readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)

/** Every source file of the project, relative to it, sorted. */
const sourceFiles = (): ReadonlyArray<string> =>
  readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|js)$/.test(file))
    .toSorted((a, b) => (a < b ? -1 : 1))

const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:const|type|class|interface|function) (\w+)/g

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter, at) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`)

/** What a file promises: the docstring of the export that it is named after, else of its last one; its first sentence. */
const promise = (file: string): string => {
  const text = readFileSync(new URL(file, root), 'utf8')
  const exports = [...text.matchAll(documented)].map(([, comment = '', name = '']) => ({ comment, name }))
  const named = exports.find(({ name }) => kebab(name) === file.replace(/^.*\/|\.[jt]s$/g, ''))
  const comment =
    (named ?? exports.at(-1))?.comment ??
    /\/\*\*(?! @)([\s\S]*?)\*\/|^\/\/ (?!@)(.*)$/m.exec(text)?.slice(1).join('') ??
    ''
  const words = comment
    .replace(/^\s*\*/gm, ' ')
    .replace(/\s+/g, ' ')
    .replace('undefined', '')
    .trim()
  return /^.*?\.(?= |$)/.exec(words)?.[0].slice(0, -1) ?? words
}

/** The source tree with one line a file: its name, and the first thing that it says of itself. */
export const sourceTree = (): string =>
  sourceFiles()
    .map((file) => `- \`${file}\`: ${promise(file)}`)
    .join('\n')
