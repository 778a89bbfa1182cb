import { type VendorRule, vendorRules } from './vendor-rules.ts'
import { fold } from './fold.ts'
import { labelledCredentialIn } from './named.ts'
import { longKeyIn } from './long-keys.ts'
import { passwordIn } from './passwords.ts'
import { toldCodeIn } from './told-codes.ts'
import { toldPasswordIn } from './told-passwords.ts'
import { otherTokens, tokens } from './tokens.ts'
import { firstOf, row } from './reading.ts'

/** Bits a character, by how often each stands in the text (Shannon). */
const entropy = (text: string): number => {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0)
}

const inWords = (text: string): number => (text.match(/[a-z]{3,}/g) ?? []).join('').length

/**
 * Whether 40 characters of base64 look drawn at random, like an AWS secret key, and not written by a person. Random
 * ones hold both cases and a digit, 4.25 bits a character (trufflehog's bound), and no more than 18 of them stand in
 * rows of three or more small letters. Names in camel case are made of such rows; five of 1,000 random keys are too.
 */
export const looksRandom = (text: string): boolean =>
  [/[a-z]/, /[A-Z]/, /[0-9]/].every((kind) => kind.test(text)) && inWords(text) <= 18 && entropy(text) >= 4.25

type Search = VendorRule & { shape: RegExp | undefined }

const searches: ReadonlyArray<Search> = vendorRules.map((rule) => ({ ...rule, shape: undefined }))

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const keywords = new RegExp(vendorRules.flatMap((rule) => rule.keywords.map(escaped)).join('|'))

const holds = (search: Search, text: string): boolean => {
  search.shape ??= new RegExp(search.pattern, 'g')
  return Array.from(text.matchAll(search.shape)).some(([whole, secret = whole]) => entropy(secret) >= search.entropy)
}

/**
 * The kind of the first token in a text that the rules of gitleaks know by its look, or nothing. A rule is asked when
 * one of its keywords is there, and asks for as much entropy as gitleaks does.
 */
const vendorTokenIn = (text: string): string | undefined => {
  const small = text.toLowerCase()
  if (!keywords.test(small)) return undefined
  const found = searches.find((search) => search.keywords.some((word) => small.includes(word)) && holds(search, text))
  return found?.id.replaceAll('-', ' ')
}

/** Whether what `Basic` stands before is a user and a password in base64 (RFC 7617). */
const isUserAndPassword = (text: string): boolean => /^[ -~]+:[ -~]+$/.test(atobOrNothing(text.replace(/^\w+\s/, '')))

/** Whether a text is a user and a password and nothing else. So it stands, in base64, in files of package registries. */
export const userAndPasswordIn = (decoded: string): string | undefined =>
  /^[\w.@-]{2,64}:(?!\/\/)[!-~\u00a1-\u04ff]{6,128}$/.test(decoded) ? 'user and password, encoded' : undefined

const atobOrNothing = (text: string): string => {
  try {
    return atob(text)
  } catch {
    return ''
  }
}

const anywhere = {
  needs:
    /-----BEGIN|PuTTY|:\/\/|[Uu]thorization|[Bb]e?a[rs][ei]|curl |M[CGHI]|b3Bl|sig=|"kty"|lQ|lIYE|lFgE|\$|\{S?(?:SHA|MD5)|pbkdf2|ookie:|\d{3}|mysql|maria|sshpass|docker l|redis-|ldap|mongo|oracle|sqlplus|root:|admin:|administrator:|sa:|postgres:|guest:|deploy:|backup:/,
  before: '',
  after: '',
  flags: '',
  rows: [
    row('private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d/),
    row('private key', /"kty"\s?:.{0,400}"d"\s?:\s?"[\w-]{20}|"d"\s?:\s?"[\w-]{20,700}".{0,400}"kty"/),
    row('private key without its header', /(?<![\w+])l(?:QOYB|QdGB|QPGB|QVYB|QcYB|IYE|FgE)[A-Za-z0-9+/]{60}/),
    row(
      'hash of a password',
      /\$(?:[156]|2[abxy]|y|argon2(?:id|i|d)|scrypt|pbkdf2-sha\d+)\$[\w./$,=+-]{20}|\{S?(?:SHA|MD5)\d*\}[A-Za-z0-9+/]{24}|pbkdf2_sha\d+\$\d+\$[\w./+-]{4,40}\$/
    ),
    row('Azure signature', /[?&;]sig=[A-Za-z0-9%+/]{30}/),
    row(
      'private key without its header',
      /(?<![\w+])(?:MII[A-Za-z0-9+/]{2}[A-Za-z]IBA(?:AKC|DANBgkqhkiG9w0BAQEF)|MI[GH][A-Za-z0-9+/]AgEAMBMGByqGSM49|MHcCAQEE|MIGkAgEB|MIHcAgEB|MC4CAQAwBQYDK2Vw|MFECAQEwBQYDK2Vw|MII[A-Za-z0-9+/]{5}BgkqhkiG9w0BBQ0|b3BlbnNzaC1rZXkt)[A-Za-z0-9+/]{16}/
    ),
    row(
      'authorization header',
      /[Aa]uthorization["']?\s?[:=]\s?["']?(?:[Bb]asic|[Bb]earer|[Tt]oken)\s[^\s"']{8}|curl\s.{0,80}?(?:-u|--user)[\s=]["']?[^\s"':]+:[^\s"']{3}/
    ),
    row('authorization header', /(?<![\w-])[Bb]earer\s(?=\S*\d)[A-Za-z0-9._~+/-]{20}/),
    row('authorization header', /(?<![\w-])[Bb]asic\s[A-Za-z0-9+/]{8,400}={0,2}(?![\w+/=])/, isUserAndPassword),
    row(
      'PIN or code to sign in with',
      /(?<![\w-])(?:[Pp][Ii][Nn]|TAN|PUK|OTP|CVV|CVC|PIN[- ]?(?:[Kk]ó?oo?di?s?|kód)|ПИН|ΠΙΝ|[Pp]in ?code|Geheimzahl|code PIN|[Cc]ódigo PIN|[Cc]odice PIN)\s?[:=#]?\s?\d{3,8}(?![\w.-])/
    ),
    row(
      'password of a command',
      /(?:mysql\w*|mariadb\w*|sshpass|docker login|redis-cli|ldap\w+|mongo\w*)\s[^;|&\n]{0,120}?(?<=\s)-(?:p\s?(?!ort)|[aw]\s(?=\S*\d))(?![$<-])\S{4}/
    ),
    row('user and password of a database', /jdbc:oracle:\w+:[^\s/@:]+\/[^\s/@]{3,}@|sqlplus\s[^\s/@]+\/[^\s/@]{3,}@/),
    row(
      'user and password',
      /(?<=^|\s)(?:admin|administrator|root|sa|postgres|oracle|sysadmin|guest|deploy|backup):(?!\/\/)(?=\S*[A-Za-z])\S{3,}\d{2,}[!?.]?(?!\S)/
    ),
    row('session cookie', /(?<![\w-])[Cc]ookie:\s?[\w.-]+=(?=\S*\d)[^\s;]{12}/),
    row('URL with a token', /:\/\/(?=(?:[A-Za-z_-]*\d){3})[\w-]{20,200}@/),
    row(
      'URL with a password',
      /:\/\/[^\s/?#:@]*:(?!\$\{|(?:PASSWORD|PASSWD|PASS|PWD|SECRET|<[^>\s]{1,30}>|\*{3,})@)[^\s/?#@]+@/
    )
  ]
} as const

/** The folders of a path: `./`, `stacks/`. Slashes are letters of base64 too, so a key may begin behind one. */
const folders = String.raw`(?:(?:\.{1,2}|[a-z][a-z\d_.-]{0,30})\/){0,8}`

/** The rest of a path behind a key: `/x`, `.ts`. */
const rest = String.raw`(?:\/[a-z][\w./-]{0,60}|\.(?:[cm]?[jt]s|json|tf))(?![\w+/=-])`

const secretAccessKeys = {
  needs: /[A-Za-z0-9/+]{40}/,
  before: String.raw`(?<=(?<![\w+/=.-])${folders})`,
  after: String.raw`(?:(?![\w+/=.-])|(?=${rest}))`,
  flags: '',
  rows: [row('AWS secret access key', /[A-Za-z0-9/+]{40}/, looksRandom)]
} as const

/** Keys of 256 bits in base64, behind that word. By itself such a text is the digest of a file as often. */
const keysOf256Bits = {
  needs: /[A-Za-z0-9+/]{43}=/,
  before: '(?<=(?<![Pp]ublic ?)[Kk][Ee][Yy]\\s?[=:]\\s?|[Ww]ire[Gg]uard \\p{Ll}{0,12} ?)',
  after: '(?![\\w/+=])',
  flags: '',
  rows: [row('key in base64', /[A-Za-z0-9+/]{43}=/, looksRandom)]
} as const

/** Keys of 256 bits in the base64 of URLs, as Fernet has them. Digests of files are written in the other one. */
const keysForUrls = {
  needs: /[\w-]{43}=/,
  before: String.raw`(?<=(?<![\w+/=-])${folders})`,
  after: String.raw`(?:(?![\w+/=])|(?=${rest}))`,
  flags: '',
  rows: [row('key in base64', /(?=\w{0,42}-|-?\w{0,41}_)[\w-]{43}=/, looksRandom)]
} as const

const asWritten = firstOf([keysForUrls, tokens, otherTokens, anywhere, secretAccessKeys, keysOf256Bits])

/** The kind of the first credential that its own look tells, without a name before it. */
export const credentialByItself = (text: string): string | undefined => asWritten(text) ?? vendorTokenIn(text)

/**
 * The kind of the first credential that a text holds, or nothing. Never the credential itself. The example keys of the
 * AWS documentation are refused like any other: what stands in their place today is a real key tomorrow. Only where they
 * are said to be examples are they taken out before. IAM unique ids (`AIDA…`, `AROA…`) name a principal and are no
 * credentials.
 */
export const credentialIn = (text: string): string | undefined =>
  credentialByItself(text) ??
  labelledCredentialIn(fold(text)) ??
  passwordIn(text) ??
  toldPasswordIn(text) ??
  toldCodeIn(text) ??
  longKeyIn(text)
