// @ts-check
import { lstatSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pidOf } from '../../adapters/output/temporary-name.js'
import { sha256 } from '../../adapters/sha256.js'
import { outputOf } from './output-of.js'
import { resultLine } from './result-line.js'

/** @typedef {import('../../domain/emitted-file.ts').EmittedFile} EmittedFile */
/** @typedef {import('./plain-run.js').PlainRun} PlainRun */

/**
 * What emit prints when there is nothing for it to do: every chosen stack is emitted, each file is there already, byte by
 * byte, and `out/` holds nothing that somebody should be told of or that should be removed. In any other case, and when
 * anything stands in the way, there is no answer: then the program looks at it all by itself, and says what it finds.
 *
 * @param {import('../text/paint.js').Paint} paint
 * @param {PlainRun} plain
 * @returns {Promise<string | undefined>}
 */
export const unchangedText = async (paint, { check, chosen, run }) => {
  const { project, sources } = run.task
  const ending = await run.ending
  if (ending._tag === 'Stopped') return undefined
  const files = new Map(ending.emissions.map(({ source, file }) => [source, file]))
  try {
    if (!isTidy(project, sources)) return undefined
    const lines = chosen.map((source) => {
      const file = files.get(source)
      return file?._tag === 'Right' ? unchangedLine(paint, project, check, file.right) : undefined
    })
    return lines.includes(undefined) ? undefined : lines.map((line) => `${line}\n`).join('')
  } catch {
    return undefined
  }
}

/** @type {(project: string, sources: ReadonlyArray<string>) => boolean} */
const isTidy = (project, sources) => {
  const folders = new Set(sources.map((source) => dirname(outputOf(source))))
  return (
    lstatSync(join(project, 'out')).isDirectory() &&
    readdirSync(join(project, 'out'), { withFileTypes: true }).every(
      (entry) =>
        entry.isFile() ||
        (entry.isDirectory() &&
          folders.has(`out/${entry.name}`) &&
          !readdirSync(join(project, 'out', entry.name)).some((name) => pidOf(name) !== undefined))
    )
  )
}

/** @type {(paint: import('../text/paint.js').Paint, project: string, check: boolean, file: EmittedFile) => string | undefined} */
const unchangedLine = (paint, project, check, { path, text, resources }) => {
  if (!/^out\/[a-z0-9-]+\/main\.tf\.json$/.test(path)) return undefined
  const there = join(project, path)
  if (!lstatSync(there).isFile()) return undefined
  const bytes = Buffer.from(text, 'utf8')
  if (!bytes.equals(readFileSync(there))) return undefined
  return resultLine(paint, { path, status: check ? 'up to date' : 'unchanged', resources, sha256: sha256(bytes) })
}
