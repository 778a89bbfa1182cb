/** What bin/zenthea.js gives to the command that it runs. */
export type Invocation = {
  /** What stands after the command's name. */
  readonly argv: ReadonlyArray<string>
  /** The SHA-256 that names this program (see bin/build.js). */
  readonly program: string
  /** The module that evaluates stacks in a worker. */
  readonly worker: URL
}
