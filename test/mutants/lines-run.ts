import { TraceMap, eachMapping } from '@jridgewell/trace-mapping'
import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FileReport, isGreen } from '../runner/report.ts'

/** Which lines of which sources ran, by the paths of these in a project. */
export type LinesRun = Readonly<Record<string, ReadonlyArray<number>>>

type Range = { readonly startOffset: number; readonly endOffset: number; readonly count: number }
type Script = { readonly url: string; readonly functions: ReadonlyArray<{ readonly ranges: ReadonlyArray<Range> }> }
type SourceMap = {
  readonly data: ConstructorParameters<typeof TraceMap>[0] | null
  readonly lineLengths: ReadonlyArray<number>
}
type Coverage = {
  readonly result: ReadonlyArray<Script>
  readonly 'source-map-cache'?: Readonly<Record<string, SourceMap>>
}

/** Which characters of a script ran. An inner range says more than the one around it, which V8 tells first. */
const charactersRun = ({ functions }: Script, length: number): Uint8Array => {
  const ran = new Uint8Array(length + 1)
  for (const { ranges } of functions)
    for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset)
  return ran
}

const startsOf = (lengths: ReadonlyArray<number>): ReadonlyArray<number> =>
  lengths.reduce<ReadonlyArray<number>>((starts, length) => [...starts, (starts.at(-1) ?? 0) + length + 1], [0])

/** The lines of one script that ran. Where Node took the types away by itself, no map is there, and each line is where it was. */
const linesOf = (script: Script, map: SourceMap | undefined): ReadonlySet<number> => {
  const texts = map?.data ? [] : readFileSync(fileURLToPath(script.url), 'utf8').split('\n')
  const starts = startsOf(map?.data ? map.lineLengths : texts.map(({ length }) => length))
  const ran = charactersRun(script, starts.at(-1) ?? 0)
  const lines = new Set<number>()
  if (map?.data)
    eachMapping(new TraceMap(map.data), ({ generatedLine, generatedColumn, originalLine }) => {
      if (originalLine !== null && ran[(starts[generatedLine - 1] ?? 0) + generatedColumn] === 1)
        lines.add(originalLine)
    })
  for (const [index, text] of texts.entries())
    if (ran[(starts[index] ?? 0) + text.search(/\S|$/)] === 1) lines.add(index + 1)
  return lines
}

const isOf = (folder: string, { url }: Script): boolean =>
  url.startsWith('file:') && fileURLToPath(url).startsWith(folder)

/** Runs a test file, and the processes that it starts, under V8's coverage in a folder; says whether it is green. */
const runUnder = (coverage: string, project: string, test: string, seconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    const child = fork(join(project, 'test/runner/worker.ts'), {
      cwd: project,
      env: { ...process.env, NODE_V8_COVERAGE: coverage },
      execArgv: ['--import', join(project, 'test/typescript.js')],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc']
    })
    let isRight = false
    const overdue = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    child.once('message', (answer) => {
      isRight = isGreen((answer as { readonly report: FileReport }).report)
      child.disconnect()
    })
    child.once('exit', () => {
      clearTimeout(overdue)
      resolve(isRight)
    })
    child.send({ file: test.slice('test/'.length), path: join(project, test) })
  })

/**
 * The lines of `src` that a test file of a project runs, in its own process or in one that it starts from the sources;
 * none where it is red or not over in time. What the built program runs is not seen.
 * Source: Node.js, "NODE_V8_COVERAGE=dir".
 */
export const linesRun = async (project: string, test: string, seconds: number): Promise<LinesRun | undefined> => {
  const coverage = mkdtempSync(join(tmpdir(), 'zenthea-coverage-'))
  try {
    if (!(await runUnder(coverage, project, test, seconds))) return undefined
    const lines = new Map<string, Set<number>>()
    for (const name of readdirSync(coverage)) {
      const { result, 'source-map-cache': maps = {} } = JSON.parse(
        readFileSync(join(coverage, name), 'utf8')
      ) as Coverage
      for (const script of result.filter((one) => isOf(join(project, 'src/'), one))) {
        const path = relative(project, fileURLToPath(script.url))
        lines.set(path, new Set([...(lines.get(path) ?? []), ...linesOf(script, maps[script.url])]))
      }
    }
    return Object.fromEntries([...lines].map(([path, of]) => [path, [...of].toSorted((a, b) => a - b)]))
  } finally {
    rmSync(coverage, { recursive: true, force: true })
  }
}
