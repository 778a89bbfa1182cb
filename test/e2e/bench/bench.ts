import { onPath } from './on-path.ts'
import { motoPython } from './moto-python.ts'
import { opentofu } from './opentofu.ts'
import { providerMirror } from './provider-mirror.ts'
import { stacks } from './stacks.ts'

/** All that a scenario needs and no scenario changes. */
export type Bench = {
  readonly tofu: string
  /** A second engine to run the same files through, where there is one. */
  readonly terraform: string | undefined
  /** A Python with moto and boto3. */
  readonly python: string
  /** A provider mirror with the AWS provider of each version, by version. */
  readonly mirrors: ReadonlyMap<string, string>
}

/**
 * Finds or makes every part of the bench: minutes the first time, less than a second from then on. Rejects with
 * what is missing and how to get it.
 */
export const bench = async (tell: (line: string) => void = () => {}): Promise<Bench> => {
  const tofu = await told(tell, 'OpenTofu', opentofu)
  const mirrors = new Map<string, string>()
  for (const version of new Set(stacks.map((stack) => stack.awsProvider)))
    mirrors.set(version, await told(tell, `AWS provider ${version}`, () => providerMirror(version, tofu)))
  const python = await told(tell, 'moto', motoPython)
  return { tofu, terraform: onPath('terraform'), python, mirrors }
}

const told = async (tell: (line: string) => void, what: string, get: () => Promise<string>): Promise<string> => {
  tell(`${what} …`)
  const path = await get()
  tell(`  ${path}`)
  return path
}
