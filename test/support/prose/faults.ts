import { type Kind, type Prose, SLOT } from './texts.ts'

/** The most words of one sentence. Source: docs/style.md, "Sentences". */
const most: Readonly<Record<Kind, number>> = { message: 25, remedy: 25, docstring: 20, title: 25, document: 30 }

/** Forms that the guide refuses. "There is no" and "is no longer" are fine. Source: docs/style.md, "Words". */
const refused: ReadonlyArray<RegExp> = [
  /\bnobody\b|\bsomebody\b|\bno one\b|\bnone but\b/i,
  /\bwhoever\b|\bwhomever\b|\bwhatever\b|\bwhatsoever\b/i,
  /\bmend(?:s|ed|ing)?\b/i,
  /(?<!\b[Tt]here) (?:is|are|was|were) no (?!longer|more\b)/,
  /\b(?:is|are) what\b/i,
  /\bnot (?:un(?!til|der|ion|it|iqu)\w+|impossible|in vain|without)\b/i,
  /something else|stands? in the way/i,
  /—|–/
]

/** The verbs that a remedy begins with, or the word of a condition before one. */
const verbs = new Set(
  `Add Adopt Apply Ask Assume Begin Bring Check Choose Commit Confirm Copy Correct Declare Do Emit Export Fetch Find Finish Follow
  Give Hand Have Import Install Keep Leave Let Look Make Mount Move Name Pin Plan Press Put Raise Read Remove Rename Repair
  Report Run Save See Select Set Sign Stop Take Tell Trust Turn Type Unset Use Wait Work Write Create Merge`.split(
    /\s+/
  )
)
const conditions = /^(?:If|Where|When|From|Until|First)\b[^.]*?,? /

/** A remedy that is a procedure has its commands between its sentences. */
const isProcedure = (text: string): boolean =>
  /\b(?:tofu|npm run|git|aws) |force-unlock|J\.7\.0|CloudTrail|rm -|EntityAlreadyExists/.test(text)

const paragraphs = (text: string): ReadonlyArray<string> =>
  text.split(/\n{2,}/).map((block) =>
    block
      .split('\n')
      .filter((line) => !/^ {2}/.test(line))
      .join(' ')
  )

const withoutCode = (text: string): string =>
  text.replaceAll(/`[^`]*`/g, 'code').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')

const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}‹]/u.test(word)).length

const sentencesIn = (text: string): ReadonlyArray<string> =>
  paragraphs(withoutCode(text)).flatMap((each) => each.split(/(?<=[.!?;:])\s+/))

const length = ({ kind, text }: Prose): ReadonlyArray<string> => {
  const parts = kind === 'docstring' ? [withoutCode(text)] : sentencesIn(text)
  return parts
    .filter((part) => wordsIn(part) > most[kind])
    .map((part) => `${wordsIn(part)} words in a sentence: ${part.slice(0, 60)}`)
}

/** A sentence with three relative words has a clause within a clause, or is a list. Source: docs/style.md, "Sentences". */
const relatives = ({ text }: Prose): ReadonlyArray<string> =>
  sentencesIn(text)
    .filter((part) => (part.match(/\b(?:that|which)\b/gi) ?? []).length > 2)
    .map((part) => `more than two of 'that' and 'which': ${part.slice(0, 60)}`)

const words = ({ text }: Prose): ReadonlyArray<string> =>
  refused.flatMap((form) => {
    const [found] = form.exec(withoutCode(text)) ?? []
    return found === undefined ? [] : [`'${found.trim()}'`]
  })

const remedyForm = ({ kind, text }: Prose): ReadonlyArray<string> => {
  if (kind !== 'remedy' || text.startsWith(SLOT)) return []
  const [first = ''] = text.split(/[\s,:.]/)
  const isCommand = /^(?:npm|tofu|git|aws|chmod) /.test(text)
  const count = text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).length
  return [
    ...(isCommand || verbs.has(first) || conditions.test(text) ? [] : ['does not begin with a verb in the imperative']),
    ...(count <= (isProcedure(text) ? 5 : 2) ? [] : [`${count} sentences`]),
    ...(isCommand ||
    /[.?]$|‹›\)?$|: (?:npm|tofu|git|rm|aws|mv|chmod|eval|‹›).*$|--[\w-]+(?: [A-Z:/]+)?$|[A-Z]+$|;$/.test(text)
      ? []
      : ['does not end with a full stop or a command'])
  ]
}

const path = ({ text }: Prose): ReadonlyArray<string> =>
  /(?<![\w.<>])\/(?:home|root|Users|var\/folders)\//.test(text) ? ['a path of a machine'] : []

/** What the style guide refuses in a text. */
export const faultsOf = (prose: Prose): ReadonlyArray<string> =>
  [length, relatives, words, remedyForm, path]
    .flatMap((rule) => rule(prose))
    .map(
      (fault) =>
        `${prose.file}:${prose.line} (${prose.kind}) ${fault} | ${prose.text.slice(0, 160).replaceAll('\n', '⏎')}`
    )
