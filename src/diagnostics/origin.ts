/** What kind of place a value was read from. */
export type OriginKind = 'variable' | 'profile' | 'file' | 'flag' | 'aws' | 'state' | 'plan' | 'git' | 'machine'

/**
 * Where a refused value came from, so that a person finds it. What reads the value says so. It holds no value, and no path of
 * this machine: a file stands relative to the project, or to the home folder with `~`.
 */
export type Origin = {
  readonly kind: OriginKind
  /** The names of variables or calls, a path, a flag, a resource of the state, or what was looked at. */
  readonly name: string
  /** The file in which a profile stands. */
  readonly file?: string | undefined
  /** The line in the file, from 1, where one is known. */
  readonly line?: number | undefined
}

/** Something that is said about a value, with the place that the value came from. */
export type Sourced<D> = D & { readonly from: Origin }

/** Variables of the process environment, by name. */
export const variables = (...names: ReadonlyArray<string>): Origin => ({ kind: 'variable', name: names.join(', ') })

/** A file below the project, or below `~`. */
export const fileAt = (name: string, line?: number): Origin => ({ kind: 'file', name, line })

/** Calls of AWS, as `S3 GetBucketPolicy`. */
export const answerOf = (...calls: ReadonlyArray<string>): Origin => ({ kind: 'aws', name: calls.join(', ') })

/** What this machine itself is: its terminal, its clock, a program on it. */
export const machine = (name: string): Origin => ({ kind: 'machine', name })

/** The first line of a text that has a word in it; undefined where none has. */
export const lineOf = (text: string, word: string): number | undefined => {
  const at = text.split('\n').findIndex((line) => line.includes(word))
  return at === -1 ? undefined : at + 1
}

/** The same with an origin, where the thing has none of its own that says it more exactly. */
export const sourced =
  (from: Origin) =>
  <D extends { readonly from?: Origin | undefined }>(all: ReadonlyArray<D>): ReadonlyArray<Sourced<D>> =>
    all.map((one) => ({ ...one, from: one.from ?? from }))

const at = (file: string, line: number | undefined): string => (line === undefined ? file : `${file}:${line}`)

/** An origin in words, for one line of a screen. */
export const originText = ({ kind, name, file, line }: Origin): string => {
  switch (kind) {
    case 'variable':
      return `${name} in the environment`
    case 'profile':
      return file === undefined ? name : `${at(file, line)}, ${name}`
    case 'file':
      return at(name, line)
    case 'flag':
      return `${name} on the command line`
    case 'aws':
      return `what AWS answers to ${name}`
    case 'state':
      return `the state, ${name}`
    case 'plan':
      return `the plan, ${name}`
    case 'git':
      return `git, ${name}`
    case 'machine':
      return name
    default:
      return kind satisfies never
  }
}

/** An origin in a document; `null` where there is nothing to say. */
export type OriginDocument = {
  readonly kind: OriginKind
  readonly name: string
  readonly file: string | null
  readonly line: number | null
}

/** The same for `--json`, in which every key is always there. */
export const originDocument = ({ kind, name, file, line }: Origin): OriginDocument => ({
  kind,
  name,
  file: file ?? null,
  line: line ?? null
})
