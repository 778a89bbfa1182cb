import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { calmPage, grantPage, hostilePages, page, pageBrowser } from './bench/review-pages.ts'

let browser: Awaited<ReturnType<typeof pageBrowser>> | undefined
const opened: Awaited<ReturnType<typeof pageBrowser>>['opened'] = (html, width, options) =>
  browser === undefined ? Promise.reject(new Error('the browser did not start')) : browser.opened(html, width, options)

const test = suite('the page of a review, for everybody')

test.before(async () => {
  browser = await pageBrowser()
})
test.after(() => browser?.close())

/** What axe finds of WCAG 2.2 AA and of its good practice. The page forbids scripts, so it is asked by the debugger. */
const faultsOf = async (tab: Page): Promise<ReadonlyArray<string>> => {
  await tab.evaluate(axe.source)
  const { violations } = await tab.evaluate<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }>(
    'axe.run(document)'
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('; ')}`)
}

const pages = [
  ['changes', page],
  ['nothing changes', calmPage],
  ['a change in parts', grantPage],
  ...hostilePages
] as const

for (const colorScheme of ['light', 'dark'] as const)
  for (const [what, html] of pages)
    test(`axe has nothing against it, ${colorScheme}: ${what}`, async () => {
      const { tab, close } = await opened(html, colorScheme === 'light' ? 1440 : 360, { colorScheme })
      assert.equal(await faultsOf(tab), [])
      await close()
    })

test('axe sees a fault', async () => {
  const { tab, close } = await opened(page.replaceAll('<main>', '<div>').replace('lang="en"', ''), 1440)
  const faults = (await faultsOf(tab)).map((one) => one.replace(/:.*/s, ''))
  assert.ok(faults.includes('html-has-lang') && faults.includes('landmark-one-main'), faults.join())
  await close()
})

type Node = {
  readonly ignored: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly description?: { readonly value: string }
}

/** What a screen reader is given, in order. */
const treeOf = async (tab: Page): Promise<ReadonlyArray<Required<Record<'role' | 'name' | 'description', string>>>> => {
  const session = await tab.context().newCDPSession(tab)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: ReadonlyArray<Node> }
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description }) => ({
      role: role?.value ?? '',
      name: name?.value ?? '',
      description: description?.value ?? ''
    }))
}

test('a screen reader is given headings, lists, one table with its heads, and cells that say why', async () => {
  const { tab, close } = await opened(page, 1440)
  const tree = await treeOf(tab)
  const named = (role: string): ReadonlyArray<string> => tree.filter((one) => one.role === role).map(({ name }) => name)
  assert.is(named('main').length, 1)
  assert.equal(named('heading'), ['Who gains what', 'What changes', 'staging-eu', 'The picture', 'Who may do what'])
  assert.equal(named('region'), ['staging-eu', 'Who may do what in staging-eu'])
  assert.ok(named('list').includes('Who becomes which role, and what the roles reach'))
  assert.is(named('table').length, 1)
  const heads = named('columnheader')
  assert.equal(heads.slice(0, 4), ['thing', 'to do what', 'the automation role', 'the operator role'])
  assert.ok(named('rowheader').includes('delete an earlier version s3:DeleteObjectVersion'), named('rowheader').join())
  const buttons = tree.filter(({ role }) => role === 'button')
  assert.ok(buttons.length > 60, String(buttons.length))
  for (const { name, description } of buttons) {
    assert.match(name, /^(?:allowed|allowed on conditions|denied|not decided|left to its account)$/)
    assert.match(description, /^(?:by |nothing allows it|not decided here)/)
  }
  assert.ok(buttons.some(({ name, description }) => name === 'denied' && description.includes('HistoryStays')))
  await close()
})

/** The element that has the focus, as a text of script. */
const focused = `(() => {
  const at = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  return {
    index: [...document.querySelectorAll('summary, .scroll, td button')].indexOf(at),
    isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    why: at.getAttribute('aria-describedby') ?? ''
  }
})()`

test('the keyboard reaches every cell in order, each is seen to have the focus, and Escape hides why', async () => {
  const { tab, close } = await opened(page, 1440)
  const count = await tab.locator('summary, .scroll, td button').count()
  const whyShown = async (state: 'visible' | 'hidden'): Promise<void> => {
    const { why } = await tab.evaluate<{ why: string }>(focused)
    if (why !== '') await tab.locator(`[id="${why}"]`).waitFor({ state })
  }
  for (let index = 0; index < count; index += 1) {
    await tab.keyboard.press('Tab')
    const now = await tab.evaluate<{ index: number; isSeen: boolean }>(focused)
    assert.equal([now.index, now.isSeen], [index, true])
    await whyShown('visible')
  }
  await tab.keyboard.press('Escape')
  await whyShown('hidden')
  assert.is((await tab.evaluate<{ index: number }>(focused)).index, count - 1, 'the focus stays')
  await tab.keyboard.press('Enter')
  await whyShown('visible')
  await close()
})

test('a tap shows why, and a tap beside it hides it', async () => {
  const { tab, close } = await opened(page, 360, { hasTouch: true, isMobile: true })
  const cell = tab.locator('tr', { hasText: 's3:DeleteObjectVersion' }).locator('td').first()
  const why = cell.locator('[role=tooltip]')
  assert.is(await why.isVisible(), false)
  await cell.locator('button').tap()
  await why.waitFor({ state: 'visible' })
  assert.match(await why.innerText(), 'by the bucket policy HistoryStays')
  await tab.touchscreen.tap(5, 5)
  await why.waitFor({ state: 'hidden' })
  await close()
})

for (const width of [360, 1440])
  test(`why each cell is so is whole on a screen of ${width} pixels, also of the last one`, async () => {
    const { tab, close } = await opened(page, width)
    const buttons = tab.locator('td button')
    const count = await buttons.count()
    for (const index of [0, 1, Math.floor(count / 2), count - 2, count - 1]) {
      const button = buttons.nth(index)
      await button.focus()
      const why = tab.locator(`[id="${await button.getAttribute('aria-describedby')}"]`)
      await why.waitFor({ state: 'visible' })
      const box = await why.boundingBox()
      assert.ok(box !== null && box.x >= 0 && box.x + box.width <= width, `${index}: ${JSON.stringify(box)}`)
      assert.ok(box.y >= 0 && box.y + box.height <= 900, `${index}: ${JSON.stringify(box)}`)
      const isOnTop = `(() => {
        const tip = document.getElementById(document.activeElement.getAttribute('aria-describedby'))
        return tip.contains(document.elementFromPoint(${box.x + box.width / 2}, ${box.y + box.height / 2}))
      })()`
      assert.is(await tab.evaluate(isOnTop), true, `${index}: something lies over it`)
    }
    assert.ok((await tab.evaluate<number>('document.documentElement.scrollWidth')) <= width)
    await close()
  })

test('what a change is part by part is folded, and opens by the keyboard', async () => {
  const { tab, close } = await opened(grantPage, 1440)
  const parts = tab.locator('details').first()
  assert.is(await parts.locator('li').first().isVisible(), false)
  await parts.locator('summary').focus()
  await tab.keyboard.press('Enter')
  await parts.locator('li').first().waitFor({ state: 'visible' })
  assert.match(await parts.innerText(), 'if aws:RequestedRegion is not eu-central-1 and')
  assert.equal(await faultsOf(tab), [])
  await close()
})

test.run()
