import { type Validated, unless } from '../diagnostics/validated.ts'
import type { ConfigurationRule, ConfigurationSubject } from './rule.ts'

/** The same subject, or everything that the rules find wrong with its blocks. */
export const judgeConfiguration = (
  subject: ConfigurationSubject,
  rules: ReadonlyArray<ConfigurationRule>
): Validated<ConfigurationSubject> =>
  unless(
    rules.flatMap(({ check }) => check(subject)),
    subject
  )
