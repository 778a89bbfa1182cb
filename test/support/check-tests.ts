const wire = 'test/wire/preflight'

/** The test that sees each check of preflight refuse. */
export const checkTests: Readonly<Record<string, string>> = {
  'reviewed-file': 'test/commands/preflight/checks/reviewed-file.process.test.ts',
  'working-directory': 'test/commands/preflight/checks/working-directory.process.test.ts',
  environment: 'test/commands/preflight/checks/environment.test.ts',
  identity: `${wire}/identity.test.ts`,
  bucket: `${wire}/backend.test.ts`,
  'lock-table': `${wire}/backend.test.ts`,
  'lock-works': `${wire}/lock-works.test.ts`,
  'lock-free': `${wire}/state.test.ts`,
  'state-whole': `${wire}/state.test.ts`,
  'state-clean': `${wire}/state.test.ts`
}
