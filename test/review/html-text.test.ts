import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { text } from '../../src/review/html-text.ts'

const test = suite('a text inside of HTML')

/** Source: WHATWG HTML, "Named character references". */
test('each character that HTML would read is written as its reference, wherever it stands', () => {
  assert.is(text(`<a href="x" id='y'>&amp;</a>`), '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;')
})

test('what a reader would not see is written as its code', () => {
  assert.is(text('a\u202e<b>'), String.raw`a\u{202e}&lt;b&gt;`)
})

test.run()
