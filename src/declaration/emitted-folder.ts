/** One name in `out/<stack>/`, and what kind of thing has it: `regular file`, `folder`. */
export type FolderEntry = { readonly name: string; readonly kind: string }

/**
 * The entries that are judged on their own, by name and kind. They are the emitted file, the lock file and the data
 * directory of init.
 */
const judgedApart = new Set(['main.tf.json', '.terraform.lock.hcl', '.terraform'])

/** What a commit has in the folder of a stack. Emit writes two of them, and init the lock file of the provider. */
export const inCommits: ReadonlySet<string> = new Set(['main.tf.json', 'REVIEW.md', '.terraform.lock.hcl'])

/** Whether a file is a state, or says that one is locked. A stack has its state in S3 and nowhere else. */
export const isState = (name: string): boolean =>
  /\.tfstate(?![A-Za-z0-9_-])/.test(name) || /^\..*\.lock\.info$/.test(name)

/** Whether OpenTofu reads a file as a part of a configuration. Source: OpenTofu, "Files and Directories". */
export const isConfiguration = (name: string): boolean => /\.t(?:f|ofu)(?:\.json)?$/.test(name)

/** Source: OpenTofu 1.12, internal/command/meta.go, isAutoVarFile. It does not ask whether the name is hidden. */
const isAutoVariables = (name: string): boolean => /\.auto\.tfvars(\.json)?$/.test(name)

/** Hidden files, and what editors leave. Source: OpenTofu 1.12, internal/configs/parser_config_dir.go, IsIgnoredFile. */
const isOverlooked = (name: string): boolean =>
  (name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'))) && !isAutoVariables(name)

/**
 * Whether this project itself puts an entry beside the file, or has people put it there. It is a page for reviewers, or a
 * saved plan.
 */
const isOfTheProject = ({ name, kind }: FolderEntry): boolean =>
  kind === 'regular file' && (name === 'REVIEW.md' || /^[A-Za-z0-9][A-Za-z0-9._-]*\.tfplan$/.test(name))

/** Whether tofu itself needs an entry: the folder of a run has no other. */
export const isForTofu = ({ name }: FolderEntry): boolean => judgedApart.has(name)

/** Whether an entry may lie in the folder of a stack where people work. A state may not, whatever its name is. */
export const mayLieInFolder = (entry: FolderEntry): boolean =>
  !isState(entry.name) && (isForTofu(entry) || isOverlooked(entry.name) || isOfTheProject(entry))

/** The names in the folder of a stack that may not lie there, in their order. */
export const strangersAmong = (entries: ReadonlyArray<FolderEntry>): ReadonlyArray<string> =>
  entries.filter((entry) => !mayLieInFolder(entry)).map(({ name }) => name)
