import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Given } from '../../src/access/answers.ts'
import { cellText } from '../../src/review/page-cell.ts'

const test = suite('a cell of the page of a review')

const given = (verdict: Given['verdict'], more: Partial<Given> = {}): Given => ({
  ...{ who: 'the operator role', isRole: true, verdict, by: ['the policy A'], conditions: [] },
  ...more
})

const cell = (before: Given | undefined, after: Given | undefined, hasBefore = true): string =>
  cellText({ who: 'the operator role', before, after }, hasBefore, 'cell-1')

/** What a reader sees: the colour of the cell, its word, its reason, and what it was. */
const seen = (html: string): ReadonlyArray<string> => {
  const [, kind = '', word = '', reason = '', was = ''] =
    /^<td class="(.*?)"><button [^>]*>(.*?)<\/button><span [^>]*>(.*?)<\/span>(?: <span class="\1">(.*?)<\/span>)?<\/td>$/.exec(
      html
    ) ?? []
  return [kind, word, reason, was]
}

/** From what gives least to what gives most, as a reviewer has to take it. */
const verdicts = ['denied', 'left to its account', 'allowed on conditions', 'not decided', 'allowed'] as const

test('a verdict that gives more than before is marked as more, one that gives less as less', () => {
  for (const [rank, before] of verdicts.entries())
    for (const [other, after] of verdicts.entries()) {
      const [kind, word, , was] = seen(cell(given(before), given(after)))
      const isSame = rank === other
      assert.equal(
        [kind, word, was],
        [isSame ? '' : other > rank ? 'more' : 'less', after, isSame ? '' : `(was: ${before})`]
      )
    }
})

test('what stays denied for another reason is neither, and what is given for another reason may be more', () => {
  for (const [verdict, kind] of [
    ['denied', ''],
    ['allowed', 'more']
  ] as const)
    assert.equal(seen(cell(given(verdict, { by: ['the policy B'] }), given(verdict))), [
      kind,
      verdict,
      'by the policy A. Before: by the policy B',
      '(for another reason than before)'
    ])
})

test('the reason names each statement and each condition', () => {
  const two = { by: ['the policy A', 'the policy B'], conditions: ['it is day', 'it is <night>'] }
  for (const [of, reason] of [
    [given('allowed', two), 'by the policy A, the policy B; if it is day, or if it is &lt;night&gt;'],
    [given('denied', { by: [] }), 'nothing allows it'],
    [given('left to its account', two), 'not decided here: the policies of its own account do'],
    [undefined, 'nothing allows it']
  ] as const)
    assert.equal(seen(cell(of, of)), ['', of?.verdict ?? 'denied', reason, ''])
})

test('a principal that only one side knows was denied, or is denied now', () => {
  assert.equal(seen(cell(undefined, given('allowed'))).toSpliced(2, 1), ['more', 'allowed', '(was: denied)'])
  assert.equal(seen(cell(given('allowed'), undefined)).toSpliced(2, 1), ['less', 'denied', '(was: allowed)'])
})

test('a new stack has nothing before, and the button names its own reason', () => {
  assert.is(
    cell(undefined, given('allowed'), false),
    '<td class=""><button type="button" aria-describedby="cell-1" popovertarget="cell-1" interestfor="cell-1">allowed</button><span role="tooltip" popover id="cell-1">by the policy A</span></td>'
  )
})

test.run()
