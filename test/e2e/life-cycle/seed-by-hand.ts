import { dirname, join } from 'node:path'
import { seedInTerminal, type Shown } from '../../support/in-terminal.ts'
import type { Bench } from '../bench/bench.ts'
import { childEnvironment, type Credentials } from '../bench/child-environment.ts'
import type { Scenario } from '../bench/scenario.ts'
import type { CommittedStack } from '../bench/stacks.ts'

/** `npm run seed` of a committed stack in a terminal, by a person who types the stack's account id when asked. */
export const seedByHand = (
  tools: Bench,
  stack: CommittedStack,
  { moto: { proxy, authority }, folder }: Scenario,
  as: Credentials
): Promise<Shown> => {
  const home = join(dirname(folder), 'home')
  const env = childEnvironment({ home, proxy, authority, cliConfiguration: '' }, as)
  const args = [`stacks/${stack.name}.ts`, '--proxy', proxy, '--ca-bundle', authority]
  return seedInTerminal(tools.python, args, [['Type the account id to create this: ', `${stack.account}\n`]], env)
}
