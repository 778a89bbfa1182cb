import { routeExports, shellWord } from '../caller/shell.ts'
import type { Route } from '../caller/surroundings.ts'

const options = ({ proxy, caBundle }: Route): string =>
  [
    ...(proxy === undefined ? [] : [` --proxy ${shellWord(proxy)}`]),
    ...(caBundle === undefined ? [] : [` --ca-bundle ${shellWord(caBundle)}`])
  ].join('')

/**
 * What a person types next, in the folder of the project: these commands of tofu through the guard, and without it, which
 * runs whatever the shell, the folder and the credentials are by then.
 */
export const nextCommands = (
  { source, stack, route }: { readonly source: string; readonly stack: string; readonly route: Route },
  commands: ReadonlyArray<'init' | 'plan' | 'apply'>
): ReadonlyArray<string> => [
  'Next, by hand (J.7.0 §2):',
  ...commands.map((command) => `  npm run tofu -- ${shellWord(source)} ${command}${options(route)}`),
  'or, weaker, because what was proven is not tied to what runs:',
  ...[...routeExports(route), ...commands.map((command) => `tofu -chdir=out/${stack} ${command}`)].map(
    (line) => `  ${line}`
  )
]
