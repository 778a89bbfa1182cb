import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cutByNpm } from '../../support/main-runs.ts'

const test = suite('how npm run review begins and ends as a process')

test('an option that npm kept is given back with the word that is its value', async () => {
  const { code, stdout, stderr } = await cutByNpm('review', 'html', 'page.html')
  assert.equal([code, stdout], [2, ''])
  assert.match(stderr, 'review: npm kept --html for itself')
  assert.match(stderr, '\n  npm run review -- --html=page.html\n')
})

test.run()
