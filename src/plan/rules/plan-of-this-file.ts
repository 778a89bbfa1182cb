import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { differingExpressions } from '../configuration-form.ts'
import type { Emitted } from '../emitted.ts'
import type { Plan } from '../plan-form.ts'
import { sameJson } from '../../terraform/json.ts'
import type { PlanRule } from '../rule.ts'

const expected =
  'one AWS provider, configured as in the emitted file, and resources alone: no variable, output or module'

const diagnostic = (actual: string): Diagnostic => ({
  rule: 'plan-of-this-file',
  clause: 'J.7.0 §6',
  expected,
  actual,
  remedy: 'Keep the emitted file alone in its folder, unset every TF_VAR and TF_CLI_ARGS, and plan again.'
})

const isEmittedProvider = (plan: Plan, emitted: Emitted): boolean => {
  const { expressions, ...aws } = plan.configuration.provider_config?.['aws'] ?? { name: '' }
  const wanted = {
    name: 'aws',
    full_name: 'registry.opentofu.org/hashicorp/aws',
    version_constraint: emitted.providerVersion
  }
  return sameJson(aws, wanted) && differingExpressions(emitted, emitted.provider, expressions).length === 0
}

/** The plan was made of this file and of nothing beside it, as far as the plan itself tells. */
export const planOfThisFile: PlanRule = ({ plan, emitted }) => {
  const { provider_config: providers = {}, root_module: root } = plan.configuration
  const others = Object.keys(providers).filter((name) => name !== 'aws')
  const blocks = Object.keys(root).filter((name) => name !== 'resources')
  return findingsOf(
    [
      ...others.map((name) => diagnostic(`a provider configuration ${name}`)),
      ...blocks.map((name) => diagnostic(`${name} in the configuration`)),
      ...Object.keys(plan.variables ?? {}).map((name) => diagnostic(`a value for the variable ${name}`)),
      ...(isEmittedProvider(plan, emitted)
        ? []
        : [diagnostic('an AWS provider of another source or version, or with other settings')])
    ],
    {
      rule: 'plan-of-this-file',
      clause: 'J.7.0 §6',
      expected,
      actual: 'the provider and the resources of the emitted file'
    }
  )
}
