import * as E from 'fp-ts/lib/Either.js'
import { judgeIsolation } from '../../src/charter/judge.ts'
import type { Neighbour } from '../../src/charter/charter.ts'
import type { Diagnostic, Path } from '../../src/diagnostics/diagnostic.ts'
import { type Because, type BrokenStack, broken, lawInForce } from './broken-stack.ts'
import { type Change, changedAll } from './changed.ts'
import { declaration } from './valid-blocks.ts'
import { loaded, partsWith, problemsOf, validDeclaration, validOptions, validSource } from './valid-stack.ts'

/** Two stacks: this one in its file, and a valid one that differs from it in the given way. */
export const stands = (
  title: string,
  because: Because,
  changes: ReadonlyArray<Change>,
  at: Path,
  source: string,
  trust: ReadonlyArray<Change> = []
): BrokenStack =>
  broken(title, because, [at], (law) => {
    const options = changedAll(validOptions, trust) as typeof validOptions
    const other = loaded(changedAll(validDeclaration, changes), partsWith(options), source)
    return problemsOf([loaded(validDeclaration, partsWith(validOptions)), other], law)
  })

/** This stack with other trust, beside a valid one that differs from it in the given way. */
export const trusts = (
  title: string,
  because: Because,
  trust: ReadonlyArray<Change>,
  changes: ReadonlyArray<Change>,
  at: Path,
  source: string
): BrokenStack =>
  broken(title, because, [at], (law) => {
    const options = changedAll(validOptions, trust) as typeof validOptions
    const other = loaded(changedAll(validDeclaration, changes), partsWith(validOptions), source)
    return problemsOf([loaded(validDeclaration, partsWith(options)), other], law)
  })

/** A stack beside another file that could not be loaded. */
export const loadedBeside = (title: string, because: Because, at: Path): BrokenStack =>
  broken(title, because, [at], (law) => {
    const source = 'stacks/production-south.ts'
    const lost: Diagnostic = {
      rule: 'stack-loads',
      clause: 'J.7.0 §4',
      source,
      place: undefined,
      expected: 'a stack',
      actual: 'an error',
      remedy: 'Correct it.'
    }
    return problemsOf([loaded(validDeclaration, partsWith(validOptions)), { source, stack: E.left([lost]) }], law)
  })

/**
 * Two stacks as the rules of isolation see them. The other rules would refuse these two before, so only here is seen
 * what a rule of isolation refuses by itself.
 */
export const neighbours = (
  title: string,
  because: Because,
  other: ReadonlyArray<Change>,
  at: Path,
  stack = 'production-south'
): BrokenStack => {
  const mine: Neighbour = { source: validSource, stack: 'integration-north', declaration, trusted: [] }
  const theirs: Neighbour = {
    source: `stacks/${stack}.ts`,
    stack,
    declaration: changedAll(foreignDeclaration, other) as Neighbour['declaration'],
    trusted: []
  }
  return broken(title, because, [at], (law = lawInForce) => {
    const [found = []] = judgeIsolation(
      [mine.source, theirs.source],
      [E.right(mine), E.right(theirs)],
      law.rules.isolation
    )
    return found
  })
}

/** How a declaration becomes one that has nothing in common with the valid one. */
export const foreign: ReadonlyArray<Change> = [
  [['account'], '680235478471'],
  [['environment'], 'production'],
  [['region', 'logical'], 'south'],
  [['backend', 'bucket'], 'zenthea-production-tfstate'],
  [['backend', 'key'], '680235478471/production/south/terraform.tfstate'],
  [['backend', 'lockTable'], 'zenthea-production-tflock'],
  [['bootstrapPrincipal'], 'arn:aws:iam::680235478471:role/Bootstrap'],
  [['operatorRole'], 'arn:aws:iam::680235478471:role/foundation/Operator'],
  [['automationRole'], 'arn:aws:iam::680235478471:role/foundation/Automation'],
  [['permissionsBoundary'], 'arn:aws:iam::680235478471:policy/foundation/Boundary']
]

const foreignDeclaration = changedAll(declaration, foreign)
