import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { versionText } from '../../src/command-line/version-text.ts'

const test = suite('what --version prints')

test('the program, its Node, what it was proven with, and each release that is known less well', () => {
  assert.is(
    versionText('0123abcd', '22.1.0'),
    `zenthea   sha256:0123abcd
Node      22.1.0
proven    OpenTofu 1.12.6; AWS provider 5.100.0
accepted  AWS provider 6.66.0: checked against its schema, not run
`
  )
})

test.run()
