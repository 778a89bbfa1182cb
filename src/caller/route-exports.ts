import { shellWord } from './shell.ts'
import type { Route } from './surroundings.ts'

/** What a shell needs for the way to AWS that was named: the AWS CLI and OpenTofu read both variables. */
export const routeExports = ({ proxy, caBundle }: Route): ReadonlyArray<string> => [
  ...(proxy === undefined ? [] : [`export HTTPS_PROXY=${shellWord(proxy)}`]),
  ...(caBundle === undefined ? [] : [`export AWS_CA_BUNDLE=${shellWord(caBundle)}`])
]
