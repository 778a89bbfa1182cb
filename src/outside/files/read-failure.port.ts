/** Something local that could not be read. */
export type ReadFailure = {
  /** What was asked for: a path, or a command. */
  readonly what: string
  /** Why not, in the words of the system or of the program that was asked. */
  readonly cause: string
}
