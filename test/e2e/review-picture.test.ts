import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type Page, chromium as driver } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { label } from '../../src/review/markdown.ts'
import { picture } from '../../src/review/picture.ts'
import { trusted } from '../../src/review/trusted.ts'
import { reviewLines } from '../support/reviewed.ts'
import { partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'
import { chromium } from './bench/chromium.ts'

/** Mermaid as one file. GitHub draws with the same line of it. */
const mermaid = createRequire(import.meta.url).resolve('@mermaid-js/tiny')

const fileAt = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
/** The pictures of a text in Markdown, as GitHub cuts them out. */
const picturesIn = (markdown: string): ReadonlyArray<string> =>
  [...markdown.matchAll(/^```mermaid\n([^]*?)^```$/gm)].map(([, source = '']) => source)
const bodyOf = (lines: ReadonlyArray<string>): string => picturesIn(`${lines.join('\n')}\n`).join()

const { operatorRole, automationRole } = validOptions
const pageWith = (options: object, declaration: object = {}): string =>
  bodyOf(reviewLines({ ...validDeclaration, ...declaration }, partsWith({ ...validOptions, ...options })))
const rolesOf = (accounts: ReadonlyArray<string>): ReadonlyArray<string> =>
  accounts.map((account) => `arn:aws:iam::${account}:role/Planner`)

type Drawing = readonly [what: string, source: string, nodes: ReadonlyArray<string>, arrows: number]

const always = ['operator role', 'automation role', 'state key in the bucket', 'lock table']
const hostile = [
  '"]; click operator "https://example.com"',
  '<script>document.title="owned"</script>',
  '<img src=x onerror=alert(1)>',
  '%%{init: {"securityLevel":"loose"}}%%',
  'a"]-->b["c',
  '`**bold**` #quot; #35;',
  'end',
  '$$x^2$$',
  'a\nb\u202E'
]
const shownAs = (text: string): string => text.replace('\n', '\\u{a}').replace('\u202E', '\\u{202e}')

/** What each picture has to show, written by hand. */
const drawings: ReadonlyArray<Drawing> = [
  [
    'a stack with IAM users and roles of one account',
    bodyOf([fileAt('test/project/out/staging-eu/REVIEW.md')]),
    [...always, 'IAM users of 111122223333, behind MFA', 'roles of 111122223333'],
    6
  ],
  [
    'a stack with roles and users of two accounts',
    pageWith({}),
    [...always, 'roles of 680235478471', 'IAM users of 029608264753, behind MFA', 'roles of 680235478471'],
    7
  ],
  [
    'a stack that twelve accounts may plan',
    pageWith({
      automationRole: {
        ...automationRole,
        trust: { roles: rolesOf(Array.from({ length: 12 }, (_, index) => String(200_000_000_001 + index))) }
      },
      operatorRole: { ...operatorRole, trust: { ...operatorRole.trust, roles: [] } }
    }),
    [
      ...always,
      'IAM users of 029608264753, behind MFA',
      ...Array.from({ length: 12 }, (_, index) => `roles of ${200_000_000_001 + index}`)
    ],
    17
  ],
  [
    'a stack with hostile names',
    pageWith(
      {},
      { environment: hostile[0], backend: { ...validDeclaration.backend, bucket: hostile[1], key: hostile[4] } }
    ),
    [...always, 'roles of 680235478471', 'IAM users of 029608264753, behind MFA', 'roles of 680235478471'],
    7
  ],
  [
    'trust policies that no stack has, of hostile principals',
    bodyOf(
      picture({
        operator: trusted([{ Effect: 'Allow', NotPrincipal: { AWS: hostile }, Action: 'sts:*' }]),
        automation: trusted(
          hostile.map((text) => ({
            Effect: 'Allow',
            Principal: { Federated: text, AWS: [text] },
            Action: 'sts:AssumeRole'
          }))
        )
      })
    ),
    [...always, 'others: see the table', 'others: see the table'],
    6
  ],
  [
    'labels of hostile texts',
    `flowchart LR\n${hostile.map((text, index) => `  n${index}[${label(text)}]`).join('\n')}\n`,
    hostile.map(shownAs),
    0
  ]
]

let browser: Browser | undefined
const opened = async (): Promise<{ readonly tab: Page; readonly asked: Array<string> }> => {
  if (browser === undefined) throw new Error('the browser did not start')
  const tab = await browser.newPage()
  const asked: Array<string> = []
  tab.on('request', (request) => asked.push(request.url()))
  await tab.setContent('<title>pictures</title><body></body>')
  await tab.addScriptTag({ path: mermaid })
  await tab.evaluate("mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })")
  return { tab, asked }
}

/** What a picture is as a drawing; where Mermaid does not take it, its message. */
const drawn = (tab: Page, source: string): Promise<{ nodes: Array<string>; arrows: number; error: string }> =>
  tab.evaluate(`(async () => {
    try {
      await mermaid.parse(${JSON.stringify(source)})
      const { svg } = await mermaid.render('picture', ${JSON.stringify(source)})
      document.body.innerHTML = svg
      const nodes = [...document.querySelectorAll('.node')].map((node) => node.textContent.trim())
      return { nodes, arrows: document.querySelectorAll('.edgePaths path').length, error: '' }
    } catch (error) {
      return { nodes: [], arrows: 0, error: String(error.message ?? error) }
    }
  })()`)

const test = suite('the picture of REVIEW.md, drawn by Mermaid')

test.before(async () => {
  browser = await driver.launch({ executablePath: chromium(), args: ['--no-sandbox'] })
})
test.after(() => browser?.close())

for (const [what, source, nodes, arrows] of drawings)
  test(`${what}: ${nodes.length} things and ${arrows} arrows, and every text is text`, async () => {
    const { tab, asked } = await opened()
    const found = await drawn(tab, source)
    assert.is(found.error, '', source)
    assert.equal(found.nodes.toSorted(), nodes.toSorted())
    assert.is(found.arrows, arrows)
    assert.is(await tab.title(), 'pictures')
    assert.equal([await tab.locator('svg script, svg img, svg a').count(), asked], [0, []])
    await tab.close()
  })

test('each picture of README and of the architecture is drawn too', async () => {
  const { tab } = await opened()
  for (const path of ['README.md', 'docs/architecture.md', 'test/project/out/production-eu/REVIEW.md']) {
    const pictures = picturesIn(fileAt(path))
    assert.is(pictures.length, 1, path)
    for (const source of pictures) {
      const { nodes, arrows, error } = await drawn(tab, source)
      assert.is(error, '', path)
      assert.ok(nodes.length >= 4 && arrows >= 4, `${path}: ${nodes.length} ${arrows}`)
    }
  }
  await tab.close()
})

test('a picture with a fault is seen', async () => {
  const { tab } = await opened()
  const [, source = ''] = drawings[0] ?? []
  for (const fault of [
    source.replace('(["operator role"])', '(["operator role")'),
    source.replace('-->|become|', '-->|be]come|'),
    source.replace('"IAM users', '"IAM "users')
  ])
    assert.match((await drawn(tab, fault)).error, /Parse error/)
  await tab.close()
})

test.run()
