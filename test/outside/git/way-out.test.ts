import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { causeOf, wayOut } from '../../../src/outside/git/way-out.ts'

const test = suite('what git said, and the way out')

test('its error stands before its warnings, and how it ended stands for no word', () => {
  assert.is(causeOf('', 'otherwise'), 'otherwise')
  assert.is(causeOf('\n \n', 'otherwise'), 'otherwise')
  assert.is(causeOf('\n fatal: x\nb', 'otherwise'), 'fatal: x')
  assert.is(causeOf('b\nc', 'otherwise'), 'b')
  assert.is(causeOf("warning: unable to access 'x'\nfatal: y\n", 'otherwise'), 'fatal: y')
  assert.is(causeOf('warning: x\nerror: y\nfatal: z', 'otherwise'), 'error: y')
  assert.is(causeOf('warning: a fatal: word', 'otherwise'), 'warning: a fatal: word')
})

test('what has no way out gets none', () => {
  for (const said of ['', 'fatal: not a git repository (or any of the parent directories): .git', 'fatal: other words'])
    assert.equal(wayOut(said), {}, said)
})

test('a setting is named so that a shell takes it', () => {
  assert.equal(wayOut("fatal: bad numeric config value 'x' for 'branch.a b.limit': invalid unit"), {
    remedy:
      "Correct that setting where it stands; this shows where: git config --show-origin --get-all 'branch.a b.limit'"
  })
})

test.run()
