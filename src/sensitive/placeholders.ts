import { fold, wordsOf } from './fold.ts'
import { asksToReplace, saysHere, saysLittle, saysYour } from './lexicon/placeholders.ts'
import { type Found, namesIn } from './names-in.ts'
import { credentialWords, factWords, numberWords, smallWords } from './words.ts'

const names = [credentialWords, factWords, numberWords].map((table) => namesIn(table))
const small = new Set(smallWords.split(' '))

const cut = (text: string, found: ReadonlyArray<Found>): string =>
  found.toReversed().reduce((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)

/** Folded words without the names of credentials and of things of a person. */
const withoutNames = (words: string): string => names.reduce((rest, namesOf) => cut(rest, namesOf(rest)), words)

const has = (pattern: RegExp, words: string): boolean => words.search(pattern) >= 0

const asks = (words: string): boolean => {
  const isNamed = withoutNames(words) !== words
  return (
    has(asksToReplace, words) ||
    (isNamed && (has(saysHere, words) || has(saysYour, words))) ||
    (has(saysYour, words) && has(saysHere, words))
  )
}

/** One word for a value that is still to come, in any letters. */
const toCome = /^(?:tb[acds]|todo|fixme)$/i

/**
 * Whether words ask for a value and give none: nothing is left but names and words that say little. One short word by itself
 * can be a password.
 */
const asksAlone = (words: string): boolean =>
  (words.includes(' ') || words.length > 7 || toCome.test(words)) &&
  asks(words) &&
  [asksToReplace, saysHere, saysYour, saysLittle]
    .reduce((rest, each) => rest.replaceAll(each, ' '), withoutNames(words))
    .split(' ')
    .every((word) => word === '' || small.has(word))

/** One word in small letters is a password that products are delivered with: `changeme`, `changeit`. */
const isDelivered = (written: string): boolean => /^\p{L}*\p{Ll}\p{L}*$/u.test(written) && !toCome.test(written)

/** Letters with a mark that joins words. A password has a digit or another mark. */
const plainWords = /^[\p{L}\p{M}][\p{L}\p{M} _.,:'’/-]*$/u

const inMarks =
  /^(?:<([^<>]+)>|\{\{([^{}]+)\}\}|\$?\{([^{}]+)\}|\[([^[\]]+)\]|%([^%]+)%|__([^_].*[^_])__|@@?([^@]+)@@?)$/

/** A word that stands for a value in brackets: the name of one, or one that asks for it. */
const namesAValue = (text: string): boolean =>
  plainWords.test(text) && wordsOf(text).some((words) => withoutNames(words) !== words || asks(words))

/**
 * Whether a whole text stands for a value that is still to come: `<your-api-key>`, `{{ password }}`, `DA_SOSTITUIRE`,
 * `change me`. A digit or another mark in it can be of a password.
 */
export const isPlaceholder = (text: string): boolean => {
  const written = text.trim().replace(/^(["'])(.*)\1$/, '$2')
  if (written.length < 3 || written.length > 80) return false
  const inner = inMarks
    .exec(written)
    ?.slice(1)
    .find((each) => each !== undefined)
  if (inner !== undefined) return namesAValue(inner.trim())
  return plainWords.test(written) && !isDelivered(written) && wordsOf(written).some(asksAlone)
}

/** A format in the place of a day or a number: `YYYY-MM-DD`, `TT.MM.JJJJ`, `0000000`, or a row of crosses. */
const formats =
  /(?<![\p{L}\d])(?:(\p{L})\1{3}([./-])(\p{L})\3\2(\p{L})\4|(\p{L})\5([./-])(\p{L})\7\6(\p{L})\8{3}|YYYYMMDD|DDMMYYYY|(?<!#)[X#]{2,40}(?:[ ./-][X#]{2,40}){0,5}(?!#)|(?<!\d[ ./-])[A-Z]{0,2}0(?:[ ./-]?0){4,}(?![ ./-]?\d))(?![\p{L}\d])/giu

/** People who exist in forms and handbooks alone. */
const nameless =
  /(?<!\p{L})(?:(?:J(?:oh|a)n|Jane|Baby|Max|Erika|Petra|Otto|Lieschen) (?:Doe|Mustermann|Musterfrau|Normalverbraucher|Müller-Muster|Muster|Roe|Q\.? Public)|Mario Rossi|Jean Dupont|Marie Dupont|Jan Kowalski|Anna Kowalska|Jan Nov[áa]k|Jan Jansen|Juan P[ée]rez|Juan Nadie|Fulano de Tal|João Silva|Kovács János|Minta (?:János|Éva)|Ion Popescu|Иван Иванов|Γιάννης Παπαδόπουλος|Medel Svensson|Sven Svensson|Anders Andersen|Maija Meikäläinen|Matti Meikäläinen|Jaan Tamm|Vardenis Pavardenis|Vārds Uzvārds|Ivan Horvat|Janez Novak|Seán Ó Rudaí|Joe Borg|First ?Last|Vorname Nachname|Pr[ée]nom Nom|Nombre Apellidos?|Nome Cognome|Nome Apelido|Voornaam Achternaam|Imię Nazwisko|Jméno Příjmení)(?!\p{L})/giu

/** Homes that exist in forms and handbooks alone: street and town are called after a sample. */
const homeless =
  /(?<!\p{L})(?:(?:Muster|Beispiel)(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee) \d{1,3} ?[a-z]?,? (?:[A-Z]{1,2}-)?\d{4,5} (?:Muster|Beispiel)(?:stadt|hausen|dorf|ort)|\d{1,3} (?:Example|Sample|Main) (?:Street|St\.?|Road|Lane),? (?:Any|Example|Sample) ?(?:town|ville|city)(?:,? [A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2})?)(?!\p{L})/giu

/** "Example", folded, in the languages of the EU, and words for documents that hold some. */
const sample =
  /(?<![a-z\u0370-\u04ff@.])(?:example|sample|beispiel|exemple|ejemplo|esempio|exemplo|voorbeeld|przyklad|priklad|pelda|exemplu|пример|παραδειγμα|exempel|eksempel|esimerk|naid|pavyzd|piemer|primjer|primer(?![a-z])|sampla|ezempju|muster(?![a-z])|docs?(?![a-z])|documentation|doku(?:mentation)?(?![a-z])|placeholder|platzhalter|fake|dummy|specimen)(?![a-z-]{0,20}\.[a-z])/

/** Samples of credentials and numbers in the documentation of vendors and banks, by how they begin or end. */
const documented =
  /(?<![\w/+])(?:A[KS]IA[A-Z\d]{9}EXAMPLE|[A-Za-z\d/+]{30}EXAMPLEKEY|[ps]k_test_(?:4eC39HqL|BQokikJO|26PHem9A|TYooMQau)\w{6,20}|gh[opsu]_16C7e42F292c6912E7710c8383\w{10}|xox[bp]-(?:not-a-real-token|0{4,})[\w-]*|AIzaSyDaGmWKa4JsXZ-HjGw7ISLn_\w{10}|Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT5[\w/+]{48}==|C2y6yDjf5\/R\+ob0N8A7Cgv30VRDJIWEHLM\+4[\w/+]{46}==|eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\.eyJzdWIiOiIxMjM0NTY3ODkwI[\w-]+\.[\w-]+)(?![\w/+=])|(?<!\d)4242(?:[ -]?4242){3}(?!\d)|(?<!\d)4111(?:[ -]?1111){3}(?!\d)|(?<!\w)(?:DE89 ?3704 ?0044 ?0532 ?0130 ?00|GB29 ?NWBK ?6016 ?1331 ?9268 ?19|GB82 ?WEST ?1234 ?5698 ?7654 ?32|NL91 ?ABNA ?0417 ?1643 ?00)(?!\w)/g

/** A text without samples that vendors print in their documentation, where it or its key calls them samples. */
export const withoutSamples = (key: string, text: string): string => {
  const rest = text.replace(documented, '<>')
  return rest !== text && (sample.test(fold(rest)) || wordsOf(key).some((words) => sample.test(words))) ? rest : text
}

/**
 * A text without the homes of handbooks and the formats that stand for days and numbers. The people of handbooks beside
 * them go too. These names alone are taken for persons: some bear them.
 */
export const withoutFormats = (text: string): string => {
  const rest = text.replace(homeless, '<>').replace(formats, '<>')
  return rest === text ? text : rest.replace(nameless, '<>')
}
