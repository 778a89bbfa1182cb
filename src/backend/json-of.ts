import * as O from 'fp-ts/lib/Option.js'
import { strictJson } from '../diagnostics/strict-json.ts'

/** The JSON that a text from outside holds, where every reader reads it alike; none when it holds none. */
export const jsonOf = (text: string): O.Option<unknown> => O.fromEither(strictJson(text))
