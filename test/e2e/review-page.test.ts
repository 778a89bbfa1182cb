import type { Page } from 'playwright-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { calmPage, hostilePage, hostilePages, page, pageBrowser } from './bench/review-pages.ts'

/** The lowest contrast of any text to what lies behind it. Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
const lowestContrast = (tab: Page): Promise<number> =>
  tab.evaluate(`(() => {
    const parts = (colour) => colour.match(/[0-9.]+/g).map(Number)
    const channel = (value) => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
    const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
    const behind = (element) => {
      for (let at = element; at !== null; at = at.parentElement) {
        const colour = parts(getComputedStyle(at).backgroundColor)
        if (colour.length === 3 || colour[3] > 0) return colour
      }
      return [255, 255, 255]
    }
    const texts = [...document.body.querySelectorAll('*')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
    return Math.min(...texts.map((element) => {
      const [a, b] = [luminance(parts(getComputedStyle(element).color)), luminance(behind(element))]
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }))
  })()`)

const test = suite('the page of a review, in a browser')

let browser: Awaited<ReturnType<typeof pageBrowser>> | undefined
const opened: Awaited<ReturnType<typeof pageBrowser>>['opened'] = (html, width, options) =>
  browser === undefined ? Promise.reject(new Error('the browser did not start')) : browser.opened(html, width, options)

test.before(async () => {
  browser = await pageBrowser()
})
test.after(() => browser?.close())

test('says what changes in words, draws the stack, and asks no network', async () => {
  const { tab, asked, close } = await opened(page, 1440)
  const body = await tab.innerText('body')
  assert.match(body, 'arn:aws:iam::111122223333:role/Contractor may now become the automation role')
  assert.match(body, 'a session of the operator role may last 12 hours instead of 1 hour')
  assert.is(await tab.locator('.changes .widens').count(), 3)
  assert.is(await tab.locator('.picture > li').count(), 3)
  assert.equal(asked.length, 1)
  assert.is(await tab.locator('script').count(), 0)
  await close()
})

test('the matrix says who may do what, and by what it is denied, to a mouse and to the keyboard', async () => {
  const { tab, close } = await opened(page, 1440)
  const row = tab.locator('tr', { hasText: 's3:DeleteObjectVersion' })
  const cell = row.locator('td').first()
  const why = cell.locator('[role=tooltip]')
  assert.is(await cell.locator('button').innerText(), 'denied')
  assert.is(await why.isVisible(), false)
  await cell.locator('button').hover()
  assert.is(await why.isVisible(), true)
  assert.match(await why.innerText(), 'by the bucket policy HistoryStays')
  await tab.mouse.move(0, 0)
  assert.is(await why.isVisible(), false)
  await cell.locator('button').focus()
  assert.is(await why.isVisible(), true)
  const described = await cell.locator('button').getAttribute('aria-describedby')
  assert.is(await why.getAttribute('id'), described)
  const become = tab.locator('tr', { hasText: 'automation role' }).filter({ hasText: 'sts:AssumeRole' })
  assert.match(await become.locator('td.more').innerText(), '(was: denied)')
  assert.is(await tab.locator('td.more').count(), 1, 'nothing else is drawn as a change')
  await close()
})

for (const width of [360, 1440])
  test(`nothing is wider than ${width} pixels, but for the matrix, which scrolls by itself`, async () => {
    for (const html of [page, calmPage, ...hostilePages.map(([, one]) => one)]) {
      const { tab, close } = await opened(html, width)
      assert.ok((await tab.evaluate<number>('document.documentElement.scrollWidth')) <= width)
      await close()
    }
  })

for (const scheme of ['light', 'dark'] as const)
  test(`every text has a contrast of at least 4.5, ${scheme}`, async () => {
    const { tab, close } = await opened(page, 1440, { colorScheme: scheme })
    const lowest = await lowestContrast(tab)
    assert.ok(lowest >= 4.5, String(lowest))
    await close()
  })

for (const [what, html] of hostilePages)
  test(`every text of a stack is text: ${what}`, async () => {
    const { tab, asked, close } = await opened(html, 1440)
    assert.not.match(await tab.title(), 'owned')
    const strange = 'script, img, iframe, object, link, a, svg, form, base, [onerror], body style'
    assert.equal([await tab.locator(strange).count(), asked.length], [0, 1])
    assert.is(await tab.locator('style').count(), 1)
    assert.match((await tab.textContent('body')) ?? '', `<script>document.title='owned'</script>`)
    await close()
  })

test('every text of a stack is text: its name is a heading', async () => {
  const { tab, close } = await opened(hostilePage, 1440)
  assert.match(await tab.innerText('h2[id]'), `<script>document.title='owned'</script>`)
  await close()
})

test('prints on two pages', async () => {
  const { tab, close } = await opened(page, 1440)
  const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1')
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  assert.ok(pages >= 1 && pages <= 2, String(pages))
  await close()
})

test.run()
