import * as O from 'fp-ts/lib/Option.js'

/** The JSON that a text from outside holds; none when it holds none. */
export const jsonOf = (text: string): O.Option<unknown> => O.tryCatch(() => JSON.parse(text) as unknown)
