import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inTempProject } from '../../support/temp-project.ts'
import { evaluatorWith } from '../../support/stack-evaluator.ts'
import { said } from './said.ts'

const good = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')
const other = readFileSync(new URL('../../project/stacks/production-eu.ts', import.meta.url), 'utf8')
const name = 'stacks/staging-eu.ts'

/** A change of the good stack, and what must be said of it. Nothing of it may be emitted. */
const lies: Readonly<Record<string, readonly [change: (text: string) => string, said: RegExp]>> = {
  'another String': [
    (text) => text.replace('export default', "String = (() => 'x') as never\nexport default"),
    /stack-is-a-declaration .* a change of `String`/
  ],
  'another Number, in a function': [
    (text) => text.replace('export default', 'const f = () => { Number = f as never }\nf()\nexport default'),
    /a change of `Number`/
  ],
  'another Object, by a pattern': [
    (text) => text.replace('export default', '[Object] = [1] as never\nexport default'),
    /a change of `Object`/
  ],
  'text that answers twice': [
    (text) => text.replace("'OpenTofu state'", "{ toJSON: () => 'OpenTofu state' } as never"),
    /a function/
  ],
  'text that is made when it is asked': [
    (text) => text.replace("'OpenTofu state'", "{ toString: () => 'OpenTofu state', valueOf: () => 'x' } as never"),
    /a function/
  ],
  'a list that is a record': [
    (text) => text.replace("['111122223333']", "{ 0: '111122223333', length: 1, map: () => [] } as never"),
    /trustedAccounts/
  ],
  'a part that is none': [
    (text) =>
      text.replace(
        'permissionsBoundary(),',
        "{ name: 'permissionsBoundary', blocks: permissionsBoundary() } as never,"
      ),
    /a part, such as stateBucket/
  ],
  'the builder of a part': [
    (text) => text.replace('export default', '(permissionsBoundary() as any).blocks.right({})\nexport default'),
    /stack-loads .* TypeError/
  ],
  'an expression that is none': [
    (text) =>
      `import { resource } from 'zenthea-foundation/block'\n${text.replace('permissionsBoundary(),', "permissionsBoundary(), resource('aws_s3_bucket', 'x', { bucket: { _tag: 'Expression', hcl: 'file(\"/etc/passwd\")', refersTo: [] } as never }),")}`,
    /authorised-blocks/
  ],
  'an expression out of a reference': [
    (text) =>
      `import { reference, resource } from 'zenthea-foundation/block'\n${text.replace('permissionsBoundary(),', "permissionsBoundary(), resource('aws_s3_bucket', 'x', { bucket: reference('aws_s3_bucket.state', 'id}${file(\"/etc/passwd\")}') }),")}`,
    /references-resolve/
  ]
}

const test = suite('judged values are written values')

for (const [what, [change, expected]] of Object.entries(lies))
  test(`${what}: refused, and a neighbour is as it was`, () =>
    inTempProject({ [name]: change(good), 'stacks/production-eu.ts': other }, async ({ root }) => {
      assert.is.not(change(good), good)
      const all = said(await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, [name, 'stacks/production-eu.ts'])())
      assert.match(all[name]?.join('\n') ?? '', expected)
      assert.match(all['stacks/production-eu.ts']?.join() ?? '', /^\{[^\n]*"rule":"neighbour-known"/)
      assert.is(all['stacks/production-eu.ts']?.length, 1)
    }))

test('what a stack leaves in its own world is in no other, not even of a file that both import', () =>
  inTempProject(
    {
      'stacks/production-eu.ts': `import { tags } from './shared/tags.ts'\nimport { lockTable as _ } from 'zenthea-foundation/lock-table'\n${other}\nObject.freeze(tags)`,
      [name]: `import { tags } from './shared/tags.ts'\n${good.replace(/tags: \{ Env.*\}/, 'tags')}`,
      'stacks/shared/tags.ts':
        "export const tags = { Environment: 'staging', ManagedBy: 'zenthea-foundation', Phase: 'J.7.0' }"
    },
    async ({ root }) => {
      const all = await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, ['stacks/production-eu.ts', name])()
      assert.equal(
        all.map(({ file }) => file._tag),
        ['Right', 'Right']
      )
    }
  ))

test.run()
