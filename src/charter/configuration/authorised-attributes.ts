import * as E from 'fp-ts/lib/Either.js'
import { decode } from '../../diagnostics/decode.ts'
import { type ConfigurationRule, authorisedAt } from '../charter.ts'
import { authorisedAttribute } from '../codec.ts'

/** Every authorised block holds the attributes and the values that the charter knows, and no others (J.7.0 §9). */
export const authorisedAttributes: ConfigurationRule = {
  name: 'authorised-attributes',
  check: ({ blocks, charter, declaration }) =>
    blocks.flatMap((block) => {
      const authorised = authorisedAt(charter, block)
      if (authorised === undefined) return []
      const body = authorised.body(declaration)
      if (body.is(block.body)) return []
      const decoded = decode(body, block.body, block.at, authorisedAttribute)
      return E.isLeft(decoded) ? decoded.left : []
    })
}
