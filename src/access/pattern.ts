/** One step of a pattern: a character, or one of the steps below. */
type Step = string | symbol

const any = Symbol()
const many = Symbol()
/** A run without a colon. */
const segment = Symbol()
const digit = Symbol()
/** A step that no character takes. */
const never = Symbol()

/** A set of texts, as IAM writes it: characters, `*` and `?`. Its `id` tells it from other sets. */
export type Pattern = {
  readonly id: string
  readonly text: string
  readonly steps: ReadonlyArray<Step>
  /** Whether it holds exactly one text. */
  readonly isLiteral: boolean
}

const pattern = (kind: string, text: string, steps: ReadonlyArray<Step>): Pattern => ({
  id: `${kind} ${text}`,
  text,
  steps,
  isLiteral: steps.every((step) => typeof step === 'string')
})

const wild = (text: string, run: Step): ReadonlyArray<Step> =>
  text.split('').map((character) => (character === '*' ? run : character === '?' ? any : character))

/** Exactly this text. */
export const literal = (text: string): Pattern => pattern('is', text, text.split(''))

/** `*` stands for any run of characters and `?` for one. Source: IAM, "Condition operators", StringLike. */
export const like = (text: string): Pattern => pattern('like', text, wild(text, many))

/**
 * A pattern of ARNs, in which `*` stays inside of its segment. The last of the six segments goes to the end.
 * Source: IAM, "Condition operators", ArnLike: each of the six components is checked separately.
 */
export const arnLike = (text: string): Pattern => {
  const parts = text.split(':')
  const [head, rest] = [parts.slice(0, 5).join(':'), parts.slice(5).join(':')]
  const steps = parts.length < 6 ? [never] : [...wild(`${head}:`, segment), ...wild(rest, many)]
  return pattern('arn', text, steps)
}

/**
 * A form whose marks stand for characters. `#` is a digit, `?` one character, `*` a run inside of a segment and `**` a
 * run to the end.
 */
export const form = (text: string): Pattern =>
  pattern(
    'form',
    text,
    (text.match(/\*\*|./g) ?? []).map((mark) =>
      mark === '**' ? many : mark === '*' ? segment : mark === '#' ? digit : mark === '?' ? any : mark
    )
  )

/** The places in a pattern where a text that was read so far can be. None means that it does not fit. */
export type Places = ReadonlyArray<number>

const reached = ({ steps }: Pattern, places: Iterable<number>): Places => {
  const found = new Set<number>()
  for (const place of places)
    for (let at = place; ; at += 1) {
      found.add(at)
      if (steps[at] !== many && steps[at] !== segment) break
    }
  return [...found]
}

export const firstPlaces = (of: Pattern): Places => reached(of, [0])

export const nextPlaces = (of: Pattern, places: Places, character: string): Places =>
  reached(
    of,
    places.flatMap((at) => placeAfter(of.steps[at], at, character) ?? [])
  )

const placeAfter = (step: Step | undefined, at: number, character: string): number | undefined => {
  if (step === many) return at
  if (step === segment) return character === ':' ? undefined : at
  const fits = step === any || step === character || (step === digit && /[0-9]/.test(character))
  return fits ? at + 1 : undefined
}

export const isEnd = ({ steps }: Pattern, places: Places): boolean => places.includes(steps.length)

/** The characters that a pattern waits for by name at these places. */
export const awaited = ({ steps }: Pattern, places: Places): ReadonlyArray<string> =>
  places.flatMap((at) => {
    const step = steps[at]
    return step === segment ? [':'] : typeof step === 'string' ? [step] : []
  })

/** Whether a text is in the set. It walks all places at once, so no pattern takes longer than text times pattern. */
export const matches = (of: Pattern, text: string): boolean => {
  if (of.isLiteral) return of.text === text
  const { steps } = of
  let now = new Uint8Array(steps.length + 1)
  now[0] = 1
  let first = 0
  for (let read = 0; first <= steps.length; read += 1) {
    for (let at = first; at < steps.length; at += 1)
      if (now[at] === 1 && (steps[at] === many || steps[at] === segment)) now[at + 1] = 1
    if (read === text.length) return now[steps.length] === 1
    const next = new Uint8Array(steps.length + 1)
    let begin = steps.length + 1
    for (let at = first; at < steps.length; at += 1) {
      if (now[at] !== 1) continue
      const to = placeAfter(steps[at], at, text.charAt(read))
      if (to === undefined) continue
      next[to] = 1
      begin = Math.min(begin, to)
    }
    now = next
    first = begin
  }
  return false
}
