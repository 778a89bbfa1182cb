/** Why a private file or folder could not be used. Paths are absolute. */
export type PrivateFailure =
  /** The system refused: its own code (`ENOSPC`) and its own message. */
  | { readonly _tag: 'SystemRefused'; readonly path: string; readonly code: string; readonly message: string }
  /** Somebody else could read or change it, or it is not what belongs there. */
  | { readonly _tag: 'NotPrivate'; readonly path: string; readonly why: string }
