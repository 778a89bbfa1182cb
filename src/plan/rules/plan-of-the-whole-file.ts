import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { type ResourceChange, changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'

const expected = 'every resource of the emitted file once, under its own address, and no other'

const diagnostic = (actual: string, remedy: string): Diagnostic => ({
  rule: 'plan-of-the-whole-file',
  clause: 'J.7.0 §4',
  expected,
  actual,
  remedy
})

const oddity = ({
  address,
  mode,
  type,
  name,
  module_address,
  index,
  previous_address,
  deposed
}: ResourceChange): string | undefined => {
  if (module_address !== undefined) return `${address} stands in a module`
  if (address !== `${mode === 'data' ? 'data.' : ''}${type}.${name}`) return `${address} is ${type}.${name}`
  if (index !== undefined) return `${address} stands under an index`
  if (deposed !== undefined) return `${address} has a deposed object, left by a replacement that was not finished`
  return previous_address === undefined ? undefined : `${address} was ${previous_address} before`
}

/**
 * The plan speaks of each resource of the emitted file, and of no other. `-target`, `-exclude` and `-refresh-only`
 * leave some out. A module, a moved address or a resource that only the state knows is one too many.
 */
export const planOfTheWholeFile: PlanRule = ({ plan, emitted }) => {
  const managed = changesOf(plan).filter(({ mode }) => mode === 'managed')
  const addresses = managed.map(({ address }) => address)
  const data = changesOf(plan).filter(({ mode }) => mode === 'data')
  const isTwice = (address: string, index: number, all: ReadonlyArray<string>): boolean => all.indexOf(address) < index
  const read = data.map(({ address }) => address)
  const unknown = addresses.filter((address) => !emitted.resources.has(address))
  const missing = [...emitted.resources.keys()].filter((address) => !addresses.includes(address))
  const twice = [...addresses.filter(isTwice), ...read.filter(isTwice)]
  const odd = [...managed, ...data].flatMap((change) => oddity(change) ?? [])
  return findingsOf(
    [
      ...unknown.map((address) =>
        diagnostic(`${address}, which the file does not have`, 'Plan with the emitted file alone in its folder.')
      ),
      ...(missing.length === 0
        ? []
        : [diagnostic(`without ${missing.join(', ')}`, 'Plan all of it: no -target, no -exclude, no -refresh-only.')]),
      ...twice.map((address) => diagnostic(`${address} twice`, 'Look at the state before anything else is done.')),
      ...odd.map((text) => diagnostic(text, 'Look at the state before anything else is done.'))
    ],
    { rule: 'plan-of-the-whole-file', clause: 'J.7.0 §4', expected, actual: `all ${emitted.resources.size} resources` }
  )
}
