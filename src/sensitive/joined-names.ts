import { letters } from './fold.ts'

const listed = (words: string): ReadonlySet<string> => new Set(words.split('|'))

/** What a password opens, or whose it is, as people join it to the word. */
const things = listed(
  'db|database|user|usr|admin|adm|root|my|mysql|maria|pg|postgres|sql|mssql|mail|email|smtp|imap|ftp|sftp|ssh|vpn|wifi|wlan|ldap|ad|app|api|auth|bind|http|https|proxy|login|logon|sys|system|svc|service|master|key|keystore|store|trust|truststore|cert|pfx|jks|sa|rds|redis|mongo|rabbit|mq|kafka|host|win|windows|domain|bd|bdd|baza|base|old|new|default|guest|sudo|su|web|site|session|access|refresh|bearer|id|git|gh|gl|github|gitlab|slack|npm|bot|deploy|personal|jwt|client|shared|hmac|cookie|админ|бд|βαση'
)

/** Words for a credential that are looked for beside such a thing alone: `compass` holds none. */
const credentials = listed(
  'pass|passwd|passw|passwrd|password|passwort|pwd|pw|psw|pswd|pswrd|creds|cred|secret|token|mdp|clave|senha|wachtw|ww|haslo|heslo|jelszo|parola|parole|parool|geslo|lozinka|kodeord|losen|losenord|salasana|пароль|парола|паролата|κωδικοσ'
)

/** What may stand behind a credential: `mdpbdd`, `claveadmin`. In English that is about it: `tokenservice`. */
const behind = listed('bd|bdd|db|admin|root|бд')
const before = listed('mdp|clave|senha|heslo|haslo|jelszo|parola|parole|parool|geslo|lozinka|kodeord|пароль|парола')

/** A word that can be two. The longest names of things and credentials have fewer than thirty letters together. */
const word = new RegExp(`(?<![${letters}])[${letters}]{4,30}(?![${letters}])`, 'g')

const apart = (whole: string): string => {
  for (let at = 2; at <= whole.length - 2; at += 1) {
    const [first, second] = [whole.slice(0, at), whole.slice(at)]
    if (things.has(first) && credentials.has(second)) return `${first} ${second}`
    if (before.has(first) && behind.has(second)) return `${second} ${first}`
  }
  return whole
}

/** The words of a key, with a space where a thing and its credential are joined: `dbpass` is `db pass`. */
export const joinedApart = (words: string): string => words.replace(word, apart)
