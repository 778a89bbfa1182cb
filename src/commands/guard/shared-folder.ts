import { isSandbox } from '../../command-line/begin.ts'

/** The folder that all users of a machine share. */
const OF_THE_MACHINE = '/tmp'

/**
 * The folder in which all runs of this machine leave their tickets. A rehearsal, whose own files lie in its sandbox, is apart
 * from real runs. The name of a sandbox in a variable alone does not take a real run out of the sight of the others.
 */
export const sharedByRuns = (env: NodeJS.ProcessEnv, home: string): string => {
  const sandbox = env['ZENTHEA_SANDBOX']
  return isSandbox(env) && home.startsWith(`${sandbox}/`) ? `${sandbox}` : OF_THE_MACHINE
}
