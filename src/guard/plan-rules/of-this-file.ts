import type { Objection } from '../../domain/objection.ts'
import { findingsOf } from '../../preflight/finding.ts'
import { sameJson } from '../../terraform/json.ts'
import type { PlanRule } from '../plan/rule.ts'
import { attributesOf, own } from '../plan/value.ts'
import { literalOf } from '../plan/written-value.ts'

const expected =
  'one AWS provider, configured as in the emitted file, and resources alone: no variable, output or module'

const objection = (actual: string): Objection => ({
  id: 'plan-of-this-file',
  clause: 'J.7.0 §6',
  expected,
  actual,
  remedy: 'keep the emitted file alone in its folder, unset every TF_VAR and TF_CLI_ARGS, and plan again'
})

/** A provider's arguments as the plan has them: constants in `constant_value`, a block as a list of one. */
const constants = (expressions: unknown): unknown => {
  const [block] = Array.isArray(expressions) ? (expressions as ReadonlyArray<unknown>) : [undefined]
  if (block !== undefined) return constants(block)
  const constant = own(expressions, 'constant_value')
  if (constant !== undefined) return constant
  return Object.fromEntries(Object.entries(attributesOf(expressions)).map(([name, value]) => [name, constants(value)]))
}

/** The plan was made of this file and of nothing beside it, as far as the plan itself tells. */
export const ofThisFile: PlanRule = ({ plan, emitted }) => {
  const { provider_config: providers, root_module: root } = plan.configuration
  const others = Object.keys(providers).filter((name) => name !== 'aws')
  const blocks = Object.keys(root).filter((name) => name !== 'resources')
  const aws = own(providers, 'aws')
  return findingsOf(
    [
      ...others.map((name) => objection(`a provider configuration ${name}`)),
      ...blocks.map((name) => objection(`${name} in the configuration`)),
      ...Object.keys(plan.variables ?? {}).map((name) => objection(`a value for the variable ${name}`)),
      ...(own(aws, 'full_name') === 'registry.opentofu.org/hashicorp/aws' &&
      sameJson(constants(own(aws, 'expressions')), literalOf(emitted.provider))
        ? []
        : [objection('an AWS provider of another source or with other settings')])
    ],
    {
      id: 'plan-of-this-file',
      clause: 'J.7.0 §6',
      expected,
      actual: 'the provider and the resources of the emitted file'
    }
  )
}
