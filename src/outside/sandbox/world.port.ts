import * as t from 'io-ts'
import type * as IO from 'fp-ts/lib/IO.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { closed } from '../../diagnostics/closed.ts'

const names = t.readonlyArray(t.string)

/** What a sandbox knows of a stack: its names in AWS, and who is who to it. */
export const SandboxStack = closed('a stack in a sandbox', {
  name: t.string,
  account: t.string,
  environment: t.string,
  region: t.string,
  bucket: t.string,
  key: t.string,
  lockTable: t.string,
  awsProvider: t.string,
  bootstrap: t.string,
  operator: t.string,
  automation: t.string,
  /** The roles that may assume either of those two. */
  trusted: names,
  /** A user below the path that the operator role trusts, or null. */
  person: t.union([t.string, t.null]),
  /** The user or role of the account that assumes each of those two, or null. */
  via: closed('who assumes a role', {
    operator: t.union([t.string, t.null]),
    automation: t.union([t.string, t.null])
  })
})
export type SandboxStack = t.TypeOf<typeof SandboxStack>

/** The role that a stack is handed over to in the accident of that name. */
export const nextOwner = ({ account }: SandboxStack): string => `arn:aws:iam::${account}:role/admins/ZentheaNextOwner`

/** All that a sandbox is, so that a program inside of it finds it again. */
export const World = closed('a sandbox', {
  /** The folder that it all lies in. */
  folder: t.string,
  /** The checkout of this program, and where the tools for a stand-in lie in it. */
  checkout: t.string,
  files: t.string,
  python: t.string,
  tofu: t.string,
  proxy: t.string,
  authority: t.string,
  stacks: t.readonlyArray(SandboxStack),
  /** An access key of each account, its administrator's. */
  keys: t.readonly(t.record(t.string, t.string)),
  /** An account in which no stack lies. */
  foreign: t.string,
  /** Whether each call of a role is judged by the policies that stand in the accounts. */
  isEnforced: t.boolean,
  /** The words that take a command into the network of the sandbox. None inside, or where the system gives no such network. */
  within: names
})
export type World = t.TypeOf<typeof World>

/** Who a caller is to a stack. */
export const WHO = ['bootstrap', 'operator', 'automation', 'person', 'stranger', 'other-account'] as const
export type Who = (typeof WHO)[number]

/** How a line ended, and all that stood on the terminal. */
export type Ran = { readonly code: number; readonly screen: string }

/** What is typed when a text stands on the terminal; where it is null, the terminal is taken away. */
export type Typing = ReadonlyArray<readonly [text: string, typed: string | null]>

/** What an accident does to the way to AWS. A call is named by a text in its method, path and action. */
export type WayIn = {
  /** From now on such a call is done, but its answer waits. */
  readonly hold: (text: string) => IO.IO<void>
  /** Resolves when an answer waits. */
  readonly held: TE.TaskEither<string, void>
  readonly release: IO.IO<void>
  /** From such a call on every connection is closed. */
  readonly cutAt: (text: string) => IO.IO<void>
  readonly mend: IO.IO<void>
  /** With the next such call every session that was handed out so far has ended. */
  readonly expireAt: (text: string) => IO.IO<void>
}

/** What can be done in a sandbox. Failures are sentences. */
export type Inside = {
  readonly world: World
  /** The stack that the shell is at. */
  readonly stack: SandboxStack
  /** Does something as the administrator of the stack's account would in the console. */
  readonly console: (action: string, parameters: Readonly<Record<string, unknown>>) => TE.TaskEither<string, unknown>
  /** The variables of the credentials of one of `WHO`, with their end. */
  readonly credentials: (who: Who) => TE.TaskEither<string, Readonly<Record<string, string>>>
  /** Runs a line in the shell of the sandbox, in a terminal, as one of `WHO`. */
  readonly run: (line: string, as: Who, typing?: Typing, isShown?: boolean) => TE.TaskEither<string, Ran>
  /** Runs a line there on this very terminal, or a shell where there is none; its exit code. */
  readonly byHand: (line: string | undefined, as: Who) => TE.TaskEither<string, number>
  /** Reads a file of the copy. */
  readonly read: (path: string) => TE.TaskEither<string, string>
  readonly write: (path: string, text: string) => TE.TaskEither<string, void>
  readonly way: WayIn
  /** Kills the one tofu that applies a plan, at once, and what it has started. */
  readonly killTofu: TE.TaskEither<string, void>
}
