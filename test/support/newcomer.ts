import { cpSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = fileURLToPath(new URL('../../', import.meta.url))

/** What a clone has. Named one by one: other tests make and remove folders beside these while they are copied. */
const PARTS = ['bin', 'docs', 'src', 'test', 'package.json', 'package-lock.json', 'tsconfig.json']

/** A copy of those parts in a folder of its own, with the packages of the checkout, and without a stack. */
export const emptyClone = (): string => {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-copy-'))
  for (const name of PARTS) cpSync(join(checkout, name), join(copy, name), { recursive: true })
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'), 'dir')
  return copy
}

const ENTER = '\r'

/** What a newcomer types at the questions of `npm run new`, after a slip at the first; Enter takes what is proposed. */
export const typedByNewcomer: ReadonlyArray<readonly [asked: string, typed: string]> = [
  ['AWS account, 12 digits', `11112222333${ENTER}`],
  ['12 digits, as text', `3${ENTER}`],
  ['environment, such as', `staging${ENTER}`],
  ['logical region, such as', `eu${ENTER}`],
  ['AWS region:', `eu-central-1${ENTER}`],
  ['bucket of the state', ENTER],
  ['lock table', ENTER],
  ['bootstrap principal:', ENTER],
  ['operator role that', ENTER],
  ['automation role that', ENTER],
  ['permissions boundary that', ENTER],
  ['accounts whose', ENTER],
  ['roles that may assume the operator role', ENTER],
  ['path of the IAM users', `/operators/${ENTER}`],
  ['how many seconds', ENTER],
  ['hours of an operator', ENTER],
  ['roles that may assume the automation role', `arn:aws:iam::111122223333:role/ZentheaStagingPlanner${ENTER}`],
  ['hours of an automation', ENTER],
  ['days that the lock table', ENTER],
  ['releases of OpenTofu', ENTER],
  ['release of the AWS provider', ENTER],
  ['Write stacks/staging-eu.ts?', `y${ENTER}`]
]
