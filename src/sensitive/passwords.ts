import { fold, letters } from './fold.ts'
import { about, aboutOf } from './lexicon/lexicon.ts'
import { joiners } from './lexicon/sign-in.ts'
import { credentialPlaces, endsWithCredential, namesACredential, namesASignIn } from './named-credentials.ts'

/** "Is" and "reads", or a mark, right before a password. Folded. */
const being =
  /(?:[:=>]|(?<![a-z\u0370-\u04ff])(?:slapt|pass|passw|pwd|psw|mdp|has|hes|jelsz|sal|par|wachtw|losen|losenord|лоз|пар|κωδ)\.|(?<![a-z\u0370-\u04ff])(?:is|was|now|ist|lautet|jetzt|neu|also|est|es|era|ahora|e|adesso|ora|agora|nu|wordt|luidt|jest|teraz|to|je|nyni|teraz|ez|most|este|acum|е|сега|ειναι|τωρα|ar|blev|er|on|nyt|nuud|yra|dabar|ir|tagad|sad|zdaj|anois|hija|huwa|hi|hu|issa|tebera)(?: (?:still|again|immer noch|noch|toujours|encore|sigue siendo|ancora|ainda|nog(?: steeds| altijd)?|nadal|wciaz|stale|porad|stale|meg mindig|inca|tot|все още|още|ακομα|ακομη|fortfarande|stadig|edelleen|yha|ikka|vis dar|joprojam|jos uvijek|jos|se vedno|fos|ghadha))?) ?["'«„“(]{0,2}$/u

/** The number of an issue, a line or a part of a page: `build#99`, `lib/a.js#L43`. */
const reference = /^[\w-]*[./][\w./-]*#[\w.-]*$|^[\w-]*#[Ll]?\d*(?:-[Ll]?\d+)?$/
const isOther = (word: string): boolean =>
  /^[\w.-]+@[\w-]+\.[\w.-]+$|^\$\{|^v?\d+\.\d|^[A-Za-z]{1,6}-\d+$|^arn:|^\d+[a-z]{1,3}$/.test(word)

/** Letters and digits with a mark among them, as people make them up: `Klinikum#99`. */
const isMadeUp = (word: string): boolean =>
  word.length >= 6 &&
  /\p{L}{3}/u.test(word) &&
  /\d/.test(word) &&
  /[!$%&*?@#^~]/.test(word) &&
  !word.includes('/') &&
  !isOther(word)

/** Letters and digits that change more often than in a word: `tiger4KIS`, `Zieken.huis22`. */
const isMixed = (word: string): boolean =>
  word.length >= 7 && !isOther(word) && /\p{L}{3}/u.test(word) && /\d/.test(word) && !/[/:<>]/.test(word)

/** Words, digits and a word again with `-` between, and a capital among them: `Tiger-43-Q`, `Red-Fox-43-Hill`. */
const isSpelled = (text: string): boolean =>
  /^[\p{L}\d]{3,16}(?:-\p{L}{3,16}){0,3}-\d{2,4}-\p{L}{1,16}$/u.test(text) &&
  /\p{L}.*-/u.test(text) &&
  /\p{Lu}/u.test(text) &&
  !isOther(text) &&
  !/^(?:node|web|host|db|app|srv|room|zone|rack|vm|pod|az|team)/i.test(text) &&
  text.split('-').every((part) => (aboutOf(fold(part)) & about.system) === 0)

/** The names of users that every machine has, also with a digit for a letter. */
const isStandardUser = (text: string): boolean =>
  /(?:^|[^\p{L}\d])(?:r[o0]{2}t|adm(?:[i1]n)?|administrator|sa|sysadm(?:in)?|oracle|postgres|sysdba)$/iu.test(text)

/** Three changes between capitals, small letters, digits and marks: `Gat0Negro_7`. */
const isVeryMixed = (text: string): boolean =>
  (text.match(/\p{Ll}(?=[\p{Lu}\d_.+])|\d(?=[\p{L}_.+])|[_.+](?=[\p{L}\d])/gu) ?? []).length >= 3 &&
  /\p{Lu}/u.test(text)

/** A word, a mark and digits, or the other way round, which nothing but a password looks like: `Lente!25`, `Sommer2024!`. */
const speaksForItself =
  /(?<![\p{L}\d#/@.$?=&-])\p{L}{4,16}(?:![\d]{1,6}|[$*]\d{2,6}|\d{2,6}(?:[!#]{1,2}|\$))(?![\p{L}\d#/@.{=])/u

/**
 * A whole text without spaces, with all kinds of letters and a digit, as a password manager draws it. It has two marks, or
 * one inside and two digits.
 */
const drawn = [
  /^(?=.*\p{Ll})(?=.*\p{Lu})(?=.*\d)(?=.*[!?&%^~#*].*[!?&%^~#*])[\p{L}\d!?&%^~#*$@+._-]{12,64}$/u,
  /^(?=.*\p{Ll})(?=.*\p{Lu})(?=.*\d.*\d)(?=.*[\p{L}\d][!?&%^~#*$][\p{L}\d]{2})[\p{L}\d!?&%^~#*$@+._-]{10,64}$/u
]

const isDrawnAlone = (text: string): boolean => drawn.some((form) => form.test(text)) && !reference.test(text)

const word = /[^\s"'«»„“”(),;[\]|`<>]+/g

const ends = new RegExp(`[.:]$`)

/** A user and a password behind it: `beheer / Geheim!2024`, `oracle/tiger4KIS`. */
const pair = /(?<![\p{L}\d/.])[\p{L}][\w.-]{2,24}(?: ?[/|] ?| : |:)([^\s"',:;/()[\]<>|`]{6,40})(?![^\s"',;)\]])/gu

const tellsToSignIn = (before: string): boolean => namesASignIn(fold(before)) || namesACredential(fold(before))

const isPair = (text: string): boolean =>
  Array.from(text.matchAll(pair)).some(
    ({ 0: whole, 1: second = '', index }) =>
      !reference.test(second) &&
      (isMadeUp(second) ||
        (isSpelled(second) &&
          (isStandardUser(/^[^ /|:]+/.exec(whole)?.[0] ?? '') || tellsToSignIn(text.slice(0, index)))) ||
        (isMixed(second) &&
          /\d\p{L}|\p{Ll}\p{Lu}|\p{L}[._+-]\p{L}/u.test(second) &&
          namesASignIn(fold(text.slice(0, index)))))
  )

/** A wireless network, or a network, in the official languages of the EU, folded. */
const network =
  /(?<![a-z\u0370-\u04ff])(?:wi-?fi|wlan|ssid|hotspot|wpa[23]?|network|netz(?:werk)?|reseau|red|rete|rede|netwerk|siec|sit|siet|halozat|retea|мрежа|δικτυο|natverk|netvaerk|verkko|vork|tinklas|tikls|mreza|omrezje|lionra|langaton|bevielis|trad ?los|traadlos)(?![a-z\u0370-\u04ff])/

/** A user that every machine has, and a word behind: `root / …`, `admin: …`, `sa and …`. */
const userAndWord = new RegExp(
  `(?<![\\p{L}\\d_.-])(?:root|admin|administrator|sa|sysadmin|oracle|postgres)(?: ?[:/|+&] ?|,? (?:${joiners}) )([\\p{L}\\d._?!#-]{8,40})`,
  'giu'
)

/** Words in capitals that are joined and end with digits, and none of them of a system: `TortillaSinCebolla.22`. */
const isJoinedUp = (written: string): boolean =>
  /^\p{Lu}\p{Ll}+(?:[-_.?!#]|\p{Ll}(?=\p{Lu})).*\d{1,4}[?!]?$/u.test(written) &&
  (written.match(/\p{L}\p{Ll}+/gu) ?? []).every((part) => (aboutOf(fold(part)) & about.system) === 0)

const isUserAndWord = (text: string): boolean =>
  Array.from(text.matchAll(userAndWord)).some(([, written = '']) => isJoinedUp(written))

/** "Key" in the official languages of the EU, folded: that of a wireless network is its password. */
const key =
  /(?<![a-z\u0370-\u04ff])(?:key|schlusse?l|schluessel|cle|clef|clave|chiave|chave|sleutel|klucz|klic|kluc|kulcs[a-z]{0,3}|chei[ae]|ключ[а-я]{0,2}|κλειδ[α-ω]+|nyckeln?|nogle[nr]?|koden?|avain|voti|rakta[si]|atslega|kljuc|eochair|cavetta)(?![a-z\u0370-\u04ff])/

/** Letters and digits side by side, but for the name and number of a machine or a program. */
const isWord =
  /^(?!(?:keepass|bitwarden|vault|netbox|router|switch|node|team|sprint|floor|room|host|site|server)\d).*(?:\p{L}{3}[._-]?\d|\d\p{L}{3})/iu

const isOfNetwork = (folded: string): boolean => network.test(folded) && (key.test(folded) || namesACredential(folded))

/** "Is the", right behind a password: `Sommer!19 ist das Passwort`. Irish and Hungarian have the article alone. Folded. */
const isThe =
  /^["'»“”]? (?:is|was|ist|war|lautet|est|es|era|e|foi|wordt|jest|to|je|ez|az|volt|este|е|беше|ειναι|ηταν|ar|var|er|on|oli|yra|buvo|ir|bija|bio|bil|huwa|hija|kienet|kien|an?)(?![a-z\u0370-\u04ff])/

/** Whether a text goes on with "is the password", and a few words at most between. */
const goesOnWithName = (text: string, at: number): boolean => {
  const behind = fold(text.slice(at, at + 60))
  return isThe.test(behind) && credentialPlaces(behind).some(({ from }) => from <= 30)
}

const isPassword = (text: string, written: string, at: number): boolean => {
  const [madeUp, mixed] = [isMadeUp(written), isMixed(written)]
  if (!madeUp && !mixed) return false
  if (madeUp && !reference.test(written) && goesOnWithName(text, at + written.length)) return true
  const before = fold(text.slice(Math.max(0, at - 120), at))
  if (isOfNetwork(before) && isWord.test(written)) return true
  const isSaid = being.test(before)
  if (madeUp && (isSaid || !reference.test(written))) return namesACredential(before) || namesASignIn(before)
  if (isSpelled(written) && namesACredential(before)) return true
  if (mixed && isVeryMixed(written) && namesACredential(before)) return true
  return mixed && (isSaid ? namesACredential(before) : endsWithCredential(before))
}

const hasDigitAndLetter = new RegExp(`[${letters}A-Z][^\\s]*\\d|\\d[^\\s]*[${letters}A-Z]`)

/**
 * Whether a text holds a password that its own look, or what is said before it, tells. The words before it need not
 * stand right before it: `Kennwort für den Admin ist …`.
 */
export const passwordIn = (text: string): string | undefined => {
  if (!hasDigitAndLetter.test(text)) return undefined
  const found =
    speaksForItself.test(text) ||
    isDrawnAlone(text) ||
    isUserAndWord(text) ||
    (!text.includes('://') && isPair(text)) ||
    Array.from(text.matchAll(word)).some(({ 0: each, index }) => isPassword(text, each.replace(ends, ''), index))
  return found ? 'password in a sentence' : undefined
}
