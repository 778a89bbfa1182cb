import { bankNumbers } from './bank-numbers.ts'
import { birthNumbers } from './birth-numbers.ts'
import { mailAddresses, phoneNumbers } from './contacts.ts'
import { italianCodes, letteredNumbers } from './lettered-numbers.ts'
import { codeTable, numberTable } from './numbers.ts'
import { labelledFacts, labelledNumbers } from './personal-names.ts'
import { registerNumbers } from './register-numbers.ts'
import { firstOf } from './table.ts'

const personal = firstOf([
  mailAddresses,
  phoneNumbers,
  numberTable([...bankNumbers, ...birthNumbers, ...registerNumbers], 'i'),
  numberTable(letteredNumbers, ''),
  codeTable(italianCodes),
  labelledFacts,
  labelledNumbers
])

const uuid = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/gi

/**
 * The kind of the first personal datum that a text holds (J.7.0 §6, §7), or nothing. Never the datum itself. A UUID, as
 * in the ARN of a key, holds none, whatever numbers its parts look like.
 */
export const personalDataIn = (text: string): string | undefined => {
  const kind = personal(text)
  return kind === undefined ? undefined : personal(text.replace(uuid, '_'))
}
