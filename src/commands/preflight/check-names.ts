/** The checks of preflight in their order, by the names that the command line and the evidence use. */
export const checkNames = [
  'reviewed-file',
  'working-directory',
  'environment',
  'identity',
  'bucket',
  'lock-table',
  'lock-works',
  'lock-free',
  'state-whole',
  'state-clean'
] as const

export type CheckName = (typeof checkNames)[number]
