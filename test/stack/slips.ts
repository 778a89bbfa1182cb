/** One slip in a stack file: how it changes the committed staging-eu, and what the compiler says, if it says something. */
export type Slip = {
  readonly title: string
  readonly edit: (text: string) => string
  /** What tsc says of it; nothing where only emit can know. */
  readonly shown?: RegExp
}

const swap =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`staging-eu has no ${from}`)
    return text.replace(from, to)
  }

const planner = 'arn:aws:iam::111122223333:role/ZentheaStagingPlanner'

/** The 21 mistakes that were tried as a new author makes them; some in two or three forms, each of which counts. */
export const slips: Readonly<Record<string, ReadonlyArray<Slip>>> = {
  '1': [
    { title: 'a misspelt field', edit: swap('lockTable:', 'lockTabel:'), shown: /Did you mean to write 'lockTable'/ }
  ],
  '2': [
    {
      title: 'a misspelt value',
      edit: swap("'BucketOwnerEnforced'", "'BucketOwnerEnforce'"),
      shown: /"BucketOwnerEnforced"/
    }
  ],
  '3': [
    {
      title: 'an account of 11 digits',
      edit: (text) => text.replaceAll('111122223333', '11112222333'),
      shown: /12 digits, as text/
    },
    {
      title: 'an account of 13 digits',
      edit: (text) => text.replaceAll('111122223333', '1111222233334'),
      shown: /12 digits, as text/
    },
    {
      title: 'an account with hyphens',
      edit: (text) => text.replaceAll('111122223333', '1111-2222-3333'),
      shown: /12 digits, as text/
    }
  ],
  '4': [
    {
      title: 'a wrong account',
      edit: swap("account: '111122223333'", "account: '444455556666'"),
      shown: /"444455556666\/staging\/eu\/terraform\.tfstate"/
    }
  ],
  '5': [
    {
      title: 'a placeholder',
      edit: (text) => text.replaceAll('111122223333', '000000000000'),
      shown: /the id of an account that exists/
    }
  ],
  '6': [
    {
      title: 'a number',
      edit: swap("account: '111122223333'", 'account: 111122223333'),
      shown: /'number' is not assignable/
    }
  ],
  '7': [{ title: 'a region outside of the EU', edit: swap('eu-central-1', 'eu-west-2'), shown: /"eu-west-2"/ }],
  '8': [
    { title: 'a misspelt region', edit: swap('eu-central-1', 'eu-wst-1'), shown: /Did you mean '"eu-west-1"'/ },
    { title: 'a region of another continent', edit: swap('eu-central-1', 'us-east-1'), shown: /"us-east-1"/ }
  ],
  '9': [
    {
      title: 'a role of another account',
      edit: swap('111122223333:role/zenthea', '444455556666:role/zenthea'),
      shown: /arn:aws:iam::111122223333:role/
    }
  ],
  '10': [
    { title: 'trust in a user', edit: swap(planner, 'arn:aws:iam::111122223333:user/Erika'), shown: /RoleArnText/ },
    {
      title: 'trust in a session',
      edit: swap(planner, 'arn:aws:sts::111122223333:assumed-role/Planner/erika'),
      shown: /RoleArnText/
    }
  ],
  '11': [
    {
      title: 'a part forgotten',
      edit: swap('    permissionsBoundary(),\n', ''),
      shown: /a part that is missing.*"permissionsBoundary\(\)"/
    }
  ],
  '12': [
    {
      title: 'a part twice',
      edit: swap('permissionsBoundary(),', 'permissionsBoundary(), permissionsBoundary(),'),
      shown: /a part that stands twice.*"permissionsBoundary\(\)"/
    }
  ],
  '13': [{ title: 'a wrong file name', edit: (text) => text }],
  '14': [{ title: 'a missing comma', edit: swap("phase: 'J.7.0',", "phase: 'J.7.0'"), shown: /',' expected/ }],
  '15': [
    { title: "another stack's bucket", edit: swap('zenthea-staging-eu-tfstate', 'zenthea-production-eu-tfstate') }
  ],
  '16': [{ title: 'the clock', edit: swap("Phase: 'J.7.0' }", 'Phase: String(Date.now()) }') }],
  '17': [
    {
      title: 'an import from src',
      edit: (text) => `import type { Shared } from '../src/shared.ts'\n${text}export type Mine = Shared\n`
    }
  ],
  '18': [
    {
      title: 'a server',
      edit: (text) =>
        swap(
          'permissionsBoundary(),',
          "permissionsBoundary(),\n    resource('aws_instance', 'web', {}),"
        )(`import { resource } from 'zenthea-foundation/block'\n${text}`)
    }
  ],
  '19': [{ title: 'no default export', edit: swap('export default stack(', 'export const s = stack(') }],
  '20': [
    {
      title: 'a key twice',
      edit: swap("environment: 'staging',", "environment: 'staging', environment: 'staging',"),
      shown: /multiple properties with the same name/
    }
  ],
  '21': [{ title: 'nothing wrong here, while another stack is broken', edit: (text) => text }]
}
