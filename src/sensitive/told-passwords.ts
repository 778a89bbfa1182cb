import { fold, letters } from './fold.ts'
import { about, aboutOf } from './lexicon/lexicon.ts'
import { joiners, nameWord, negations, ownLife, sameAs, signingIn, users, whose } from './lexicon/sign-in.ts'
import { credentialPlaces } from './named-credentials.ts'
import { systems } from './words.ts'

const whole = (source: string): RegExp => new RegExp(`(?<![${letters}\\d])(?:${source})(?![${letters}\\d])`)

const ofSystem = new Set(systems.split(', '))

const is =
  "is|was|=|:|ist|lautet|heisst|est|c'est|es|era|e|ed|jest|to|je|su|a|az|este|ειναι|е|ar|er|on|yra|ir|huwa|hija|zijn|sind|are|sono|son|sao"
const being = whole(is)
const isNot = whole(negations)
const relation = Object.values(whose).join('|')
const told = `(?:${nameWord})(?: [${letters}'-]{1,12}?){0,3}?[ -](?:${relation})|(?:${relation})(?:'s|s)?(?: [${letters}']{1,12}){0,3}?[ ](?:${nameWord})|${ownLife}`

/** Words by which the password is said to be of another thing: a token for the birthday service. */
const other =
  'for|by|in|from|on|with|used|read|needed|required|stored|kept|fur|von|vom|in|aus|pour|par|dans|para|por|per|en|voor|door|dla|przez|pro|pre|pentru|за|от|για|for|av|af|uz|no|za|od'
const toldFirst = new RegExp(
  `^ ?(?:(?!(?:${other})[ ])[${letters}']{1,12}[ ]){0,3}?(?:${told})(?![${letters}\\d])(?:[ ]([${letters}]+))?`
)
const isSaidBefore = new RegExp(
  `(?<![${letters}\\d])(?:${told})(?![${letters}\\d]).{0,30}?[ ](?:${is})(?:[ ][${letters}']{1,6}){0,2}[ ]?$`
)
const verbFirst = new RegExp(`^(?:is|ba) [ei] .{0,12}?(?:${told})(?![${letters}\\d])`)

const isOfSystem = (word: string): boolean => ofSystem.has(word) || (aboutOf(word) & about.system) !== 0

/** A short verb is taken for an ending of the name before it, as in `contraseña es`. */
const verbAtEnd = new RegExp(`[ ](?:${is})$`)
const verbIn = (name: string): string => verbAtEnd.exec(name)?.[0] ?? ''

const isToldBehind = (rest: string): boolean => {
  const verb = being.exec(rest)
  if (verb === null || verb.index > 40) return false
  const said = toldFirst.exec(rest.slice(verb.index + verb[0].length))
  return said !== null && !isOfSystem(said[1] ?? '')
}

/** Whether a sentence says a password by a name or a day that others can find out: `the password is the name of the dog`. */
const isTold = (sentence: string): boolean =>
  isOwnWord.test(sentence) &&
  !isNot.test(sentence) &&
  credentialPlaces(sentence).some(
    ({ from, to }) =>
      isToldBehind(`${verbIn(sentence.slice(from, to))}${sentence.slice(to, to + 200)}`) ||
      isSaidBefore.test(sentence.slice(0, from)) ||
      verbFirst.test(sentence.slice(0, from))
  )

/** Words for a password by which people mean one that they know by heart. Tokens and keys are the same in many places. */
const byHeart =
  /pass|pw|kenn|parol|hasl|hesl|jelsz|lozin|zapor|gesl|losen|salas|slapt|senha|contras|clave|mdp|mot|wachtw|κωδ|συνθ|парол|kelma|focal|pin|[ck]od/
const isSame = new RegExp(`^(?:[ ][${letters}']{1,16}){0,5}?[ ](?:[${letters}]')?(?:${sameAs})`)

/** Whether a sentence says that a password is another one that some know: `the password is the same as on the old box`. */
const isOneKnown = (sentence: string): boolean =>
  !isNot.test(sentence) &&
  credentialPlaces(sentence).some(
    ({ from, to }) =>
      byHeart.test(sentence.slice(from, to)) &&
      isSame.test(`${verbIn(sentence.slice(from, to))}${sentence.slice(to, to + 120)}`)
  )

const isOwnWord = whole(`${ownLife}|${nameWord}`)

const product =
  /^(?:windows|win|keycloak|ubuntu|debian|rhel|centos|rocky|fedora|suse|sles|python|java|oauth|saml|openssh|openid|oidc|android|office|exchange|sharepoint|kerberos|ipv|sha|tls|http|chrome|firefox|angular|room|ticket|node|team|sprint|step|stage|profile|profil|group|gruppe|host|server|level|region|zone|fido|webauthn|mfa|mysql|maria|postgres|oracle|mssql|sql)\d/

const isProduct = (word: string): boolean => {
  const [name = ''] = /^[^\d]+/.exec(word) ?? []
  return product.test(word) || isOfSystem(name)
}

const madeUp = `([${letters}]{3,20}\\d{2,6}[!?]?)(?=$|[.,;)\\s])(?!\\.\\d)`
const signsIn = whole(signingIn)
/** A user who is called one, by a name that many machines have. */
const isOfUser = new RegExp(
  `^[${letters}]+ (?:admin|administrator|root|sa|sysadmin|postgres|oracle|backup|deploy)(?![${letters}])`
)
const asUser = new RegExp(
  `(?<!(?:for|fur|pour|para|per|voor|dla|pro|pre|za|за|για)[ ])(?<![${letters}\\d])(?:${users})["']?(?: (?:${joiners})| ?[,/+&]) ?["']?${madeUp}`,
  'g'
)

/** A name in capitals with one digit, as many sign in with. */
const ofOneDigit = /(?<![\p{L}\d])\p{Lu}\p{Ll}{5,20}\d[!?]?(?=$|[.,;)\s])/gu

const withoutOneDigit = (text: string): string => text.replace(ofOneDigit, '$&0')

const isUserAndWord = (sentence: string): boolean =>
  Array.from(sentence.matchAll(asUser)).some(
    ([whole, word = '']) => (isOfUser.test(whole) || signsIn.test(sentence)) && !isProduct(word)
  )

const preposition =
  'for|of|to|on|at|in|dans|en|v|ve|w|fur|zum|zur|der|des|vom|am|im|pour|de|du|del|della|dell|di|da|do|das|dos|para|van|voor|dla|k|od|pre|pro|az|a|pentru|la|на|за|του|τησ|για|till|til|uz|za|ta|tal|don|an'
const code = /pin|puk|tan|otp|zahl|cod|kod|kood|sifra|κωδικοσ|пин|код|luku/
const digits = new RegExp(
  `^(?: (?:${preposition})(?: [${letters}\\d'-]{1,16}){1,3}){0,2}(?: ?[:=]| (?:is|was|ist|lautet|est|es|e|jest|to|je|este|е|ειναι|ar|er|on|yra|ir|huwa|a|az)) ?["']?(?:\\d{3,8}|\\d\\d(?: \\d\\d){1,3})#?["']?(?![\\d.,]*\\d)(?! ?[\\da-z\\u0370-\\u04ff%])`
)

const isCode = (sentence: string): boolean =>
  credentialPlaces(sentence).some(
    ({ from, to }) =>
      code.test(sentence.slice(from, to)) && digits.test(`${verbIn(sentence.slice(from, to))}${sentence.slice(to)}`)
  )

const saidLast = new RegExp(`[:=] ?["']?${madeUp}["']?$`)

/** A word with digits that ends a sentence about a credential, behind a colon: `the password is on the note: blau77`. */
const isSaidLast = (sentence: string): boolean => {
  const said = saidLast.exec(sentence)
  if (said === null || isProduct(said[1] ?? '')) return false
  return credentialPlaces(sentence.slice(0, said.index)).length > 0
}

/** Whether a text tells in words how to sign in, without a password that looks like one. */
export const toldPasswordIn = (text: string): string | undefined =>
  fold(withoutOneDigit(text))
    .split(/(?<=\S{3})[.;!?]\s|\n/)
    .some(
      (sentence) =>
        isTold(sentence) ||
        isOneKnown(sentence) ||
        (/\d/.test(sentence) && (isUserAndWord(sentence) || isCode(sentence) || isSaidLast(sentence)))
    )
    ? 'password told in words'
    : undefined
