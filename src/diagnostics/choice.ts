import * as t from 'io-ts'
import { type Meaning, meaning } from './decode.ts'

/** The one value that may be written in a place; written all the same, so that whoever reads the stack sees it. */
export const choice = <L extends string | number | boolean>(value: L, of: Meaning): t.LiteralC<L> =>
  meaning(t.literal(value), of)
