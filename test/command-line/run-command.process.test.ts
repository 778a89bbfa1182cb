import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runChild } from '../support/temp-project.ts'

const test = suite('how a command ends')

const child = new URL('../support/command-child.ts', import.meta.url).pathname
const ended = (way: string) => runChild(child, [way])

test('one that comes to its end has its own exit code, and nothing is undone', async () => {
  const { code, stdout, stderr } = await ended('code')
  assert.equal([code, stdout, stderr], [7, '', ''])
})

test('a defect undoes what was made, once, and the run says nothing more', async () => {
  const { code, stdout, stderr } = await ended('defect')
  assert.equal([code, stdout], [1, 'undoing\nundone\n'])
  assert.match(stderr, /^command: this is a defect of command, not of your stacks: TypeError: the first defect\n/)
})

test('a second defect while the first one is undone is told, and undoes nothing twice', async () => {
  const { code, stdout, stderr } = await ended('defects')
  assert.equal([code, stdout], [1, 'undoing\nundone\n'])
  assert.match(stderr, /the first defect\n[^]*the second defect\n/)
})

test('a signal says so, undoes what was made, and does the last thing; a second one changes nothing', async () => {
  const { code, stdout, stderr } = await ended('signals')
  assert.equal([code, stdout, stderr], [130, 'undoing\nundone\nafterwards\n', 'interrupted, undoing\n'])
})

test('a signal where nothing stands undoes nothing', async () => {
  const { code, stdout, stderr } = await ended('nothing kept')
  assert.equal([code, stdout, stderr], [130, 'afterwards\n', 'interrupted\n'])
})

test.run()
