import { letters } from './fold.ts'
import { namesIn } from './named.ts'
import { credentialWords, factWords, nothingSaid, numberWords } from './words.ts'

/** What may stand before a name in a text. In the middle of an ARN, where `secret:` is a type, none begins. */
const start = new RegExp(String.raw`(?:^|[\s"'({\[,;&?|*])[${letters}\d_.-]{0,40}$`)
const mark = String.raw`["']?\s?[:=]\s?["']?`
const something = String.raw`(?!${nothingSaid}(?![${letters}\d])|\$\{)`
const number = String.raw`[ _.-]{0,2}(?:code|id|name|no|nr|num|number|nummer|numero|numer|cislo)?\.?`
const code = String.raw`(?:[${letters}]?\d{2}[.\d-]|\d{3})`

const behind = {
  credential: String.raw`[\d_-]{0,4}(?:${mark}${something}[^\s"'<>,;]{4}|\s(?:is|ist|lautet|est|es|ar|er|on|jest|je|e)\s(?=\S*\d)\S{6}|\s(?:basic|bearer)\s\S{8})`,
  fact: String.raw`${number}(?:["']?\s?[=#:]\s?["']?${something}[${letters}\d]{2}|[ _-]${code}|\s\d{1,4}\s[${letters}]{3})`,
  number: String.raw`${number}["']?[ _:=#-]{0,3}["']?(?:(?<![${letters}])[${letters}]{1,6})? ?\d(?:[ ()+./-]?[${letters}]{0,3} ?\d){4}`
}

const labelled = (
  kind: string,
  table: Readonly<Record<string, string>>,
  pattern: string
): ((folded: string) => string | undefined) => {
  const names = namesIn(table)
  const follows = new RegExp(pattern, 'y')
  const isFollowed = (folded: string, to: number): boolean => {
    follows.lastIndex = to
    return follows.test(folded)
  }
  return (folded) =>
    /[:=#]|\d| (?:is|basic|bearer) /.test(folded) &&
    names(folded).some(
      ({ from, to }) => isFollowed(folded, to) && start.test(folded.slice(Math.max(0, from - 42), from))
    )
      ? kind
      : undefined
}

/** Credentials that stand in a folded text behind their name: `Passwort: …`, `the password is …`, `token=…`. */
export const labelledCredentialIn = labelled('assignment of a password or token', credentialWords, behind.credential)

/** Facts that stand in a folded text behind their name: `MRN: …`, `Fallnummer 2024-4711`, `Diagnose F32.2`. */
export const labelledFactIn = labelled('personal or clinical fact', factWords, behind.fact)

/** Numbers of a person that stand in a folded text behind their name: `BSN 111222333`, `Tel. 030 1234567`. */
export const labelledNumberIn = labelled('number of a person', numberWords, behind.number)
