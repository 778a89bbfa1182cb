import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Setting } from '../../../src/backend/setting.ts'
import { type Seen, decide } from '../../../src/commands/seed/decide.ts'

const test = suite('what seed does about a thing that is there')

type Name = Setting['name']
const setting = (name: Name, standing: Setting['standing'], madeBy?: string): Setting => ({
  ...{ name, clause: 'J.6.2 §7', expected: 'this', actual: 'that', standing },
  ...(madeBy === undefined ? {} : { madeBy })
})
const right = setting('ownership', 'right')
const unset = (...names: ReadonlyArray<Name>): ReadonlyArray<Setting> => names.map((name) => setting(name, 'unset'))
const untouched = unset('tags', 'versioning', 'policy')
const SERVICE = 'AWS CloudFormation'

const decided = (settings: ReadonlyArray<Setting>, more: Partial<Seen> = {}) =>
  decide({ settings: [right, ...settings], isEmpty: true, isReady: true, ...more })
const why = (...of: Parameters<typeof decided>): string => {
  const decision = decided(...of)
  return decision._tag === 'Refuse' ? decision.why : decision._tag
}

const UNMARKED =
  'it has no tags, and it is not certain that this account made it within the last hour; so it does not count as half made by seed'
const FOREIGN = 'it does not carry the declared tags, so seed did not make it'
const WRONG = 'it is not as declared, and seed changes nothing that exists'

test('it is kept where nothing differs, and waited for where it is being made', () => {
  assert.equal(decided([]), { _tag: 'Keep' })
  assert.equal(decided([], { isEmpty: false }), { _tag: 'Keep' })
  assert.equal(decided([], { isReady: false }), {
    _tag: 'Finish',
    steps: ['wait for table'],
    settings: [],
    mark: 'tags'
  })
})

test('with the declared tags it is finished, by a step for each setting that was never made', () => {
  const settings = unset('versioning', 'policy')
  assert.equal(decided(settings), {
    _tag: 'Finish',
    steps: ['version bucket', 'set bucket policy'],
    settings,
    mark: 'tags'
  })
  assert.is(why(settings, { isEmpty: false }), 'something is stored in it, so seed did not leave it half made')
})

test('what is set otherwise, or is never made by seed, is refused with each difference', () => {
  for (const settings of [
    [setting('versioning', 'wrong')],
    [...unset('policy'), setting('encryption', 'wrong')],
    [setting('website', 'wrong')],
    unset('website'),
    unset('region')
  ])
    assert.equal(decided(settings), { _tag: 'Refuse', why: WRONG, differences: settings })
})

test('without tags it is finished only where this account made it within the hour and no principal has set anything', () => {
  assert.equal(decided(untouched, { isFresh: true }), {
    _tag: 'Finish',
    steps: ['tag bucket', 'version bucket', 'set bucket policy'],
    settings: untouched,
    mark: 'age'
  })
  assert.is(why(untouched), UNMARKED)
  assert.is(why(untouched, { isFresh: false }), UNMARKED)
  for (const other of [
    unset('tags'),
    unset('tags', 'versioning'),
    unset('tags', 'policy'),
    [...untouched, setting('encryption', 'wrong')],
    [...untouched, ...unset('website')],
    [setting('tags', 'wrong'), ...unset('versioning', 'policy')]
  ])
    assert.is(why(other, { isFresh: true }), FOREIGN, other.map(({ name }) => name).join())
})

test('a service of AWS that made it is named where that decides, and not where the thing is right or wrong anyway', () => {
  const made = (standing: Setting['standing']) => setting('tags', standing, SERVICE)
  const named = {
    _tag: 'Refuse',
    why: `its tags say that ${SERVICE} made it, so seed did not make it`,
    remedy: `Choose another name for it in the stack. ${SERVICE} may change or delete this one, and its tags cannot be removed.`
  }
  for (const settings of [
    [made('right'), ...unset('policy')],
    [made('wrong'), ...unset('policy')],
    [made('wrong'), setting('encryption', 'wrong')]
  ]) {
    const differences = settings.filter(({ standing }) => standing !== 'right')
    assert.equal(decided(settings), { ...named, differences })
  }
  assert.equal(decided([made('right')]), { _tag: 'Keep' })
  assert.is(why([made('right')], { isReady: false }), 'Finish')
  assert.is(why([made('right'), setting('encryption', 'wrong')]), WRONG)
})

test.run()
