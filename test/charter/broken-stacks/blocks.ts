import { type BrokenStack, adds } from '../../support/broken-stack.ts'
import { block } from '../../../src/stack/parts/block.ts'

/** Blocks that are neither resources nor data sources. */
export const blockStacks: ReadonlyArray<BrokenStack> = [
  adds(
    'a module',
    ['authorised-blocks', 'J.7.0 §9 scope'],
    () => block('module', ['network'], { source: './network' }),
    ['block', 'module', 'network']
  ),
  adds(
    'a resource that moves',
    ['authorised-blocks', 'J.6.2 §7 history'],
    () => block('moved', [], { from: 'aws_s3_bucket.old', to: 'aws_s3_bucket.state' }),
    ['block', 'moved']
  ),
  adds(
    'a resource that leaves the state',
    ['authorised-blocks', 'J.6.2 §7 history'],
    () => block('removed', [], { from: 'aws_s3_bucket.old', lifecycle: { destroy: false } }),
    ['block', 'removed']
  ),
  adds(
    'a check that only warns',
    ['authorised-blocks', 'J.7.0 §6 observability'],
    () => block('check', ['account'], { assert: { condition: '${true}', error_message: 'no' } }),
    ['block', 'check', 'account']
  ),
  adds(
    'an output that shows something',
    ['authorised-blocks', 'J.7.0 §6 privacy'],
    () => block('output', ['bucket'], { value: 'zenthea-integration-tfstate' }),
    ['block', 'output', 'bucket']
  ),
  adds(
    'a variable of the environment',
    ['authorised-blocks', 'J.7.0 §6 flags'],
    () => block('variable', ['account'], { type: 'string' }),
    ['block', 'variable', 'account']
  ),
  adds(
    'a secret that is fetched for a run',
    ['authorised-blocks', 'J.7.0 §6 secrets'],
    () => block('ephemeral', ['aws_secretsmanager_secret_version', 'token'], {}),
    ['block', 'ephemeral', 'aws_secretsmanager_secret_version', 'token']
  ),
  adds(
    'a value that nothing asks for',
    ['authorised-blocks', 'J.7.0 §9 scope'],
    () => block('locals', ['name'], 'zenthea'),
    ['block', 'locals', 'name']
  ),
  adds(
    'a resource named as a policy document',
    ['authorised-blocks', 'J.7.0 §5 other'],
    () => block('resource', ['local', 'operator_policy'], { Version: '2012-10-17', Statement: [] }),
    ['block', 'local', 'operator_policy']
  ),
  adds(
    'the adoption of what nobody declared',
    ['authorised-blocks', 'J.7.0 §3.3 identifiers'],
    () => block('import', [], { to: 'aws_iam_role.operator', id: 'Administrator' }),
    ['block', 'import']
  ),
  adds(
    'the second adoption of the bucket',
    ['single-blocks', 'J.7.0 §5 backend'],
    () => block('import', [], { to: 'aws_s3_bucket.state', id: 'zenthea-integration-tfstate' }),
    ['block', 'import']
  ),
  adds(
    'a second terraform block',
    ['addresses-unique', 'J.7.0 §4 ambiguity'],
    () => block('terraform', [], { backend: { local: {} } }),
    ['block', 'terraform']
  )
]
