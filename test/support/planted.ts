/** A copy of some data in which one text is another one. */
export type Plant = { readonly at: string; readonly data: unknown }

/** A value that may not be told: the text, the part of it that says it, and how it stands under a name of its own. */
export type Secret = {
  readonly text: string
  readonly trace: string
  readonly named?: readonly [key: string, value: string]
}

const parsed = (text: string): unknown => {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const withKey = (object: object, key: string, value: unknown): object => ({ ...object, [key]: value })

/** Of a file in a folder; without a folder it would be made where the tests run. */
const isPath = (text: string): boolean => /^\/.+\//.test(text)

/** A text: by itself, at its end, and, where it is a document of JSON, each text in it. A path stays one. */
const inText = (text: string, secret: Secret, at: string): ReadonlyArray<Plant> => {
  const document = parsed(text)
  return [
    ...(isPath(text) ? [] : [{ at, data: secret.text }]),
    { at: `${at}, at its end`, data: `${text} ${secret.text}` },
    ...(document === undefined
      ? []
      : plantsIn(document, secret, `${at} {}`).map((plant) => ({ ...plant, data: JSON.stringify(plant.data) })))
  ]
}

/** A list: each of its items, and one more where they are texts. */
const inList = (list: ReadonlyArray<unknown>, secret: Secret, at: string): ReadonlyArray<Plant> => [
  ...(typeof list[0] === 'string' ? [{ at: `${at}[+]`, data: [...list, secret.text] }] : []),
  ...list.flatMap((item, index) =>
    plantsIn(item, secret, `${at}[${index}]`).map((plant) => ({ ...plant, data: list.with(index, plant.data) }))
  )
]

/** The bytes of a file that is a text. */
const inBytes = (bytes: Uint8Array, secret: Secret, at: string): ReadonlyArray<Plant> =>
  inText(new TextDecoder().decode(bytes), secret, at).map(({ data, ...plant }) => ({
    ...plant,
    data: new TextEncoder().encode(String(data))
  }))

const inMap = (map: ReadonlyMap<unknown, unknown>, secret: Secret, at: string): ReadonlyArray<Plant> =>
  [...map].flatMap(([key, value]) =>
    plantsIn([key, value], secret, `${at}.${String(key)}`).map(({ data, ...plant }) => ({
      ...plant,
      data: new Map([...map].map((entry) => (entry[0] === key ? (data as [unknown, unknown]) : entry)))
    }))
  )

/** An object: each of its values, and one more key. */
const inObject = (object: object, secret: Secret, at: string): ReadonlyArray<Plant> => [
  { at: `${at}.+`, data: withKey(object, ...(secret.named ?? ([secret.text, 'x'] as const))) },
  ...Object.entries(object).flatMap(([key, value]) =>
    key === '_tag'
      ? []
      : plantsIn(value, secret, `${at}.${key}`).map((plant) => ({ ...plant, data: withKey(object, key, plant.data) }))
  )
]

/**
 * Every copy of some data in which one text of it is a secret: each value, each item, each key of a map, and each text of a
 * document within a text. Where keys can be added, one more is the secret.
 */
export const plantsIn = (data: unknown, secret: Secret, at = ''): ReadonlyArray<Plant> => {
  if (typeof data === 'string') return inText(data, secret, at)
  if (Array.isArray(data)) return inList(data as ReadonlyArray<unknown>, secret, at)
  if (data instanceof Map) return inMap(data, secret, at)
  if (data instanceof Uint8Array) return inBytes(data, secret, at)
  return typeof data === 'object' && data !== null ? inObject(data, secret, at) : []
}

/** One value of each kind that may not leave a command. Each is known by its look, or by the name before it. */
export const planted: Readonly<Record<string, Secret>> = {
  credential: { text: 'ghp_0123456789abcdefABCDEF0123456789abcd', trace: '0123456789abcdefABCDEF' },
  person: { text: 'Patient: Anna Lindqvist, geb. 12.03.1984', trace: 'Lindqvist' },
  address: { text: 'anna.lindqvist@example.com', trace: 'anna.lindqvist' },
  diagnosis: { text: 'Diagnose F32.2', trace: 'F32.2' },
  password: { text: 'dbPassword = Regen-Herbst-41', trace: 'Regen-Herbst', named: ['dbPassword', 'Regen-Herbst-41'] }
}

/** How a command is run on some data, by the options that it is given: all that it tells. */
type Run = (data: unknown, at: string, argv: ReadonlyArray<string>) => Promise<string>

/**
 * Where a command tells a value that stands in one text of the data, with the line. The kinds of value take turns from place
 * to place, and so do the forms of the output.
 */
export const leaks = async (
  data: unknown,
  forms: ReadonlyArray<ReadonlyArray<string>>,
  run: Run
): Promise<ReadonlyArray<string>> => {
  const found: Array<string> = []
  const kinds = Object.entries(planted)
  for (const [turn, [kind, secret]] of kinds.entries())
    for (const [place, plant] of plantsIn(data, secret).entries()) {
      if ((place + turn) % kinds.length !== 0) continue
      const argv = forms[Math.floor(place / kinds.length) % forms.length] ?? []
      const told = await run(plant.data, plant.at, argv)
      const lines = told.split('\n').filter((line) => line.includes(secret.trace))
      if (lines.length > 0) found.push(`${kind} at ${plant.at}, ${argv.join(' ')}: ${lines.join('\n')}`)
    }
  return found
}
