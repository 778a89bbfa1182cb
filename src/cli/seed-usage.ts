import { printable } from './printable.ts'
import { type UsageMistake, usageText } from './usage.ts'

/** A command line that asks for nothing that seed could do. */
export type SeedMistake =
  | UsageMistake
  | { readonly _tag: 'NotOneStack'; readonly count: number }
  | { readonly _tag: 'NotAProxy' }
  | { readonly _tag: 'NoSuchStack'; readonly source: string }

/** What is wrong with the command line and what to type instead, in one line. */
export const seedUsageText = (mistake: SeedMistake): string => {
  switch (mistake._tag) {
    case 'NotOneStack':
      return `name one stack file, such as stacks/staging-eu.ts; ${mistake.count === 0 ? 'none was' : `${mistake.count} were`} named`
    case 'NotAProxy':
      return '--proxy takes an address such as http://proxy.example:3128, without a user, a password or a path'
    case 'NoSuchStack':
      return `there is no ${printable(mistake.source)}`
    case 'NotUnderstood':
    case 'NotAPatience':
    case 'NotAStackFile':
    case 'TwoProjects':
    case 'NoStacksFolder':
    case 'NoStacks':
      return usageText(mistake)
    default:
      return mistake satisfies never
  }
}
