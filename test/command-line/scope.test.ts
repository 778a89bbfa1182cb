import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { scope } from '../../src/command-line/selection.ts'

const test = suite('scope')

test('no file named: all of the project', () => {
  assert.equal(
    scope({ project: '/p', named: [] }, O.some(['stacks/b.ts', 'stacks/a.ts'])),
    E.right({
      project: '/p',
      sources: ['stacks/a.ts', 'stacks/b.ts'],
      chosen: ['stacks/a.ts', 'stacks/b.ts'],
      isWhole: true
    })
  )
})

test('files named: all are sources, the named ones are chosen, both by code unit and once', () => {
  assert.equal(
    scope(
      { project: '/p', named: ['stacks/b.ts', 'stacks/B.ts'] },
      O.some(['stacks/a.ts', 'stacks/B.ts', 'stacks/b.ts'])
    ),
    E.right({
      project: '/p',
      sources: ['stacks/B.ts', 'stacks/a.ts', 'stacks/b.ts'],
      chosen: ['stacks/B.ts', 'stacks/b.ts'],
      isWhole: false
    })
  )
})

test('a named file that is not there stays, with a folder stacks and without', () => {
  const named = ['stacks/gone.ts']
  assert.equal(
    scope({ project: '/p', named }, O.some(['stacks/a.ts'])),
    E.right({ project: '/p', sources: ['stacks/a.ts', 'stacks/gone.ts'], chosen: named, isWhole: false })
  )
  assert.equal(
    scope({ project: '/p', named }, O.none),
    E.right({ project: '/p', sources: named, chosen: named, isWhole: false })
  )
})

test('a pattern is those that are there and match it; one that matches none is a mistake', () => {
  const listed = O.some(['stacks/prod-us.ts', 'stacks/prod-eu.ts', 'stacks/staging-eu.ts', 'stacks/production-eu.ts'])
  const chosen = (...named: ReadonlyArray<string>) => {
    const found = scope({ project: '/p', named }, listed)
    return E.isRight(found) ? found.right.chosen : found.left
  }
  assert.equal(chosen('stacks/prod-*.ts'), ['stacks/prod-eu.ts', 'stacks/prod-us.ts'])
  assert.equal(chosen('stacks/{prod,staging}-eu.ts'), ['stacks/prod-eu.ts', 'stacks/staging-eu.ts'])
  assert.equal(chosen('stacks/*-us.ts', 'stacks/staging-eu.ts'), ['stacks/prod-us.ts', 'stacks/staging-eu.ts'])
  assert.equal(chosen('stacks/team*.ts'), {
    _tag: 'NoSuchStack',
    source: 'stacks/team*.ts',
    stacks: ['stacks/prod-eu.ts', 'stacks/prod-us.ts', 'stacks/production-eu.ts', 'stacks/staging-eu.ts']
  })
})

test('no file named and no folder stacks', () => {
  assert.equal(scope({ project: '/p', named: [] }, O.none), E.left({ _tag: 'NoStacksFolder', folder: '/p' }))
})

test.run()
