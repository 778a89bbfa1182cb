import { fileURLToPath } from 'node:url'
import { onPath } from '../../../src/outside/stand-in/on-path.ts'
import { type StandInTools, standInTools } from '../../../src/outside/stand-in/tools.ts'
import { stacks } from './stacks.ts'

/** All that a scenario needs and no scenario changes. */
export type Bench = StandInTools & {
  /** A second engine to run the same files through, where there is one. */
  readonly terraform: string | undefined
}

const files = fileURLToPath(new URL('../../../src/outside/stand-in/files', import.meta.url))

/** The tools that the sandbox has too, and Terraform where it is on PATH. */
export const bench = async (tell: (line: string) => void = () => {}): Promise<Bench> => {
  const providers = stacks.map((stack) => stack.awsProvider)
  return { ...(await standInTools(files, providers, { isOffline: false, tell })), terraform: onPath('terraform') }
}
