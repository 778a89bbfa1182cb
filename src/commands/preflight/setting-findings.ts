import type { Setting } from '../../backend/setting.ts'
import { type Finding, judged } from '../../diagnostics/finding.ts'

/** The settings of the bucket or the table as findings; `ignored` are those that a plan may change at any time. */
export const settingFindings = (
  thing: 'bucket' | 'table',
  settings: ReadonlyArray<Setting>,
  ignored: ReadonlyArray<string>
): ReadonlyArray<Finding> =>
  settings
    .filter(({ name }) => !ignored.includes(name))
    .map(({ name, clause, expected, actual, standing }) =>
      judged(standing === 'right', {
        id: `${thing}-${name.replaceAll(' ', '-')}`,
        clause,
        expected,
        actual,
        remedy: `find out who changed it, and have the bootstrap principal bring the ${thing} back to what is declared`
      })
    )
