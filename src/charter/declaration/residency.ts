import { euRegions } from '../../declaration/aws-region.ts'
import { nearest } from '../../diagnostics/nearest.ts'
import { shown } from '../../diagnostics/shown.ts'
import { declarationRule } from '../charter.ts'

/** The AWS region lies in a member state of the European Union (J.7.0 §7, data residency). */
export const residency = declarationRule({
  name: 'residency',
  needs: ['region'],
  check: ({ declaration: { region } }) =>
    euRegions.has(region.aws)
      ? []
      : [
          {
            rule: 'residency',
            clause: 'J.7.0 §7',
            at: ['region', 'aws'],
            expected: `a region in a member state of the EU: ${[...euRegions.keys()].join(', ')}`,
            actual: outside.get(region.aws) ?? shown(region.aws),
            remedy: remedyFor(region.aws)
          }
        ]
})

/** Regions that are often taken for EU regions, and where they are. */
const outside: ReadonlyMap<string, string> = new Map([
  ['eu-west-2', '"eu-west-2", which is London, in the United Kingdom'],
  ['eu-central-2', '"eu-central-2", which is Zurich, in Switzerland'],
  ['eu-isoe-west-1', '"eu-isoe-west-1", which belongs to the isolated partition aws-iso-e']
])

const remedyFor = (region: string): string => {
  const meant = outside.has(region) ? undefined : nearest(region, [...euRegions.keys()])
  return meant === undefined
    ? 'Choose one of these regions; a name that begins with eu- does not make a region part of the EU.'
    : `Choose one of these regions. Did you mean ${meant}?`
}
