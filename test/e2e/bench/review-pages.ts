import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, type Page, chromium as driver } from 'playwright-core'
import { reviewPage } from '../../../src/commands/review/review-page.ts'
import { compareSides } from '../../../src/commands/review/run.ts'
import { type Json, type JsonObject, isObject } from '../../../src/terraform/json.ts'
import { chromium } from './chromium.ts'

const text = readFileSync(new URL('../../project/out/staging-eu/main.tf.json', import.meta.url), 'utf8')
const emitted = (...changes: ReadonlyArray<readonly [from: string, to: string]>): JsonObject =>
  JSON.parse(changes.reduce((all, [from, to]) => all.replaceAll(from, to), text)) as JsonObject

const side = (name: string, files: Readonly<Record<string, JsonObject>>) => ({
  name,
  commit: undefined,
  files: new Map(Object.entries(files)),
  withoutPage: [],
  others: new Map()
})

const planner = '"arn:aws:iam::111122223333:role/ZentheaStagingPlanner"'
const changed = emitted(
  [planner, `${planner}, "arn:aws:iam::111122223333:role/Contractor"`],
  ['"max_session_duration": 3600', '"max_session_duration": 43200'],
  ['"recovery_period_in_days": 20', '"recovery_period_in_days": 35']
)
/** Three changes that widen, of one stack. */
export const page = reviewPage(
  compareSides(side('main', { 'staging-eu': emitted() }), side('HEAD', { 'staging-eu': changed }))
)

/** What would be more than text if it were not taken as text. */
const hostile = `</style></title><script>document.title='owned'</script><img src=x onerror="document.title='owned'">"'&`
export const hostilePage = reviewPage(
  compareSides(
    side(hostile, { [hostile]: emitted() }),
    side(hostile, { [hostile]: emitted(['OpenTofu state lock', JSON.stringify(hostile).slice(1, -1)]) })
  )
)

/** A value with a hostile text behind each of its texts, and in each of its keys that names something. */
const hostileIn = (value: Json, isNamed = false): Json => {
  if (typeof value === 'string') return `${value}${hostile}`
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).map((item) => hostileIn(item))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [isNamed ? `${key}${hostile}` : key, hostileIn(item, key === 'tags')])
  )
}

/** Every statement with a name that is hostile, so that what denies a cell is too. */
const hostileSids = (root: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(root).replaceAll(/"Sid":"(\w+)"/g, (_, sid: string) => `"Sid":${JSON.stringify(`${sid}${hostile}`)}`)
  ) as JsonObject

/** Pages of which every text is hostile: of a new stack, of names of statements, and of a stack that changes to nonsense. */
export const hostilePages: ReadonlyArray<readonly [what: string, html: string]> = [
  ['a tag, the stack and both sides', hostilePage],
  [
    'the names of all statements',
    reviewPage(compareSides(side('main', { a: emitted() }), side('HEAD', { a: hostileSids(emitted()) })))
  ],
  [
    'every text of a file',
    reviewPage(compareSides(side('main', { a: emitted() }), side('HEAD', { a: hostileIn(emitted()) as JsonObject })))
  ],
  [
    'every text of a new stack',
    reviewPage(compareSides(side('main', {}), side('HEAD', { a: hostileIn(emitted()) as JsonObject })))
  ]
]

/** A grant of the state to everybody, which is several parts. */
const grant = {
  Sid: 'Open',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::zenthea-staging-eu-tfstate/*'
}
const granted = emitted(['"Sid": "TlsOnly"\n        }', `"Sid": "TlsOnly" }, ${JSON.stringify(grant)}`])
export const grantPage = reviewPage(compareSides(side('main', { a: emitted() }), side('HEAD', { a: granted })))

/** A page on which nothing changes. */
export const calmPage = reviewPage(compareSides(side('main', { a: emitted() }), side('HEAD', { a: emitted() })))

/** A Chromium for the pages of one test file. */
export const pageBrowser = async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-page-')))
  const browser: Browser = await driver.launch({ executablePath: chromium(), args: ['--no-sandbox'] })
  /** Opens a page as a file, at a width and in a scheme; whatever it asks of a network is counted. */
  const opened = async (
    html: string,
    width: number,
    options: BrowserContextOptions = {}
  ): Promise<{ readonly tab: Page; readonly asked: Array<string>; readonly close: () => Promise<void> }> => {
    const file = join(folder, 'page.html')
    writeFileSync(file, html)
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: 'light', ...options })
    const tab = await context.newPage()
    const asked: Array<string> = []
    tab.on('request', (request) => asked.push(request.url()))
    await tab.goto(`file://${file}`)
    return { tab, asked, close: () => context.close() }
  }
  const close = async (): Promise<void> => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { opened, close }
}
