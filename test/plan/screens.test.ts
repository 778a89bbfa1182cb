import { suite } from 'uvu'
import { judgePlan, planRules } from '../../src/plan/judge-plan.ts'
import { originText } from '../../src/diagnostics/origin.ts'
import type { PlanSubject } from '../../src/plan/rule.ts'
import { type Screen, readsAs } from '../support/screens.ts'
import { faults } from './faults.ts'
import { sample, sampleNames, subjectOf } from './sample.ts'

const test = suite('what is said of a plan, word for word')

const told = (subject: PlanSubject, outcome: 'passed' | 'failed'): ReadonlyArray<string> =>
  judgePlan(subject).flatMap((finding) => {
    if (finding.outcome !== outcome) return []
    const remedy = finding.outcome === 'failed' ? [`  to do     ${finding.remedy}`] : []
    const { rule, clause, from, expected, actual } = finding
    return [`${rule}, ${clause}, ${originText(from)}`, `  expected  ${expected}`, `  actual    ${actual}`, ...remedy]
  })

/** The lines of all these plans, each once. */
const once = (subjects: ReadonlyArray<PlanSubject>): ReadonlyArray<string> => {
  const all = subjects.map((subject) => told(subject, 'failed').join('\n'))
  return [...new Set(all)].flatMap((text) => text.split('\n'))
}

const ofRules = Object.fromEntries(
  Object.keys(planRules).map((name): readonly [string, Screen] => [
    `plans that ${name} alone refuses`,
    () => once(faults[name] ?? [])
  ])
)
const ofSamples = Object.fromEntries(
  sampleNames.map((name): readonly [string, Screen] => [
    `the plan ${name}, of the committed file, by either principal`,
    () => once((['bootstrap principal', 'operator role'] as const).map((who) => subjectOf(sample(name), who)))
  ])
)

readsAs(test, new URL('screens.txt', import.meta.url), {
  'a first apply that passes': () => told(subjectOf(sample('first-apply')), 'passed'),
  'a plan without a change, by the operator role': () =>
    told(subjectOf(sample('no-change'), 'operator role'), 'passed'),
  ...ofRules,
  ...ofSamples
})

test.run()
