import type { SandboxStack, World } from '../../src/outside/sandbox/world.port.ts'

/** The ARN of a role. */
export const role = (name: string, account = '111122223333') => `arn:aws:iam::${account}:role/${name}`
/** A user below a path. */
export const user = 'arn:aws:iam::111122223333:user/people/somebody'
/** The stack of a sandbox in which that user plays each role. */
export const sandboxStack: SandboxStack = {
  name: 'staging-eu',
  account: '111122223333',
  environment: 'staging',
  region: 'eu-central-1',
  bucket: 'a-bucket',
  key: 'a-key',
  lockTable: 'a-table',
  awsProvider: '5.100.0',
  bootstrap: role('Bootstrap'),
  operator: role('Operator'),
  automation: role('Automation'),
  trusted: [],
  person: user,
  via: { operator: user, automation: null }
}

/** A sandbox in a folder, whose programs are named and not there. */
export const sandboxWorld = (folder: string, stacks: ReadonlyArray<SandboxStack> = [sandboxStack]): World => ({
  folder,
  checkout: '/checkout',
  files: '/files',
  python: '/venv/python',
  tofu: '/tools/tofu',
  proxy: 'http://127.0.0.1:1',
  authority: '/ca.pem',
  stacks,
  keys: { '111122223333': 'key-of-1', '999988887777': 'key-of-9' },
  foreign: '999988887777',
  isEnforced: true,
  within: ['in', 'it']
})
