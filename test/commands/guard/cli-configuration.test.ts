import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cliConfiguration } from '../../../src/commands/guard/cli-configuration.ts'
import { hashesIn } from '../../../src/commands/guard/provider-lock.ts'
import { judgeCli } from '../../../src/commands/preflight/checks/environment/cli-configuration.ts'

const test = suite('the CLI configuration of a run')

test('names what was found and nothing else, in a form that preflight reads back', () => {
  const sources = [
    { kind: 'filesystem', path: '/srv/mirror of ours' },
    { kind: 'network', url: 'https://mirror.example/providers/' },
    { kind: 'registry' }
  ] as const
  const text = cliConfiguration(sources)
  const { objections, sources: read } = judgeCli({ files: [{ path: '/cli.tfrc', text }] })
  assert.equal(objections, [])
  assert.equal(read, { _tag: 'Some', value: sources })
  assert.match(text, 'disable_checkpoint = true')
})

test('says that the registry is meant where nothing was found, so that no folder is searched', () => {
  assert.is(cliConfiguration([]), 'disable_checkpoint = true\nprovider_installation {\n  direct {}\n}\n')
})

test('the hashes of a lock file are those of both kinds, in their order', () => {
  const h1 = `h1:${'A'.repeat(42)}/=`
  const zh = `zh:${'0a'.repeat(32)}`
  const text = `provider "registry.opentofu.org/hashicorp/aws" {\n  version = "5.100.0"\n  hashes = [\n    "${h1}",\n    "${zh}",\n  ]\n}\n`
  assert.equal(hashesIn(text), [h1, zh])
  assert.equal(hashesIn('hashes = ["h1:short="]'), [])
})

test.run()
