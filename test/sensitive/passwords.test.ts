import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { passwordIn } from '../../src/sensitive/passwords.ts'

const test = suite('passwords')

const found = [
  'Kennwort für den Drucker ist Regen#41',
  'het wachtwoord van de server is Lente.bloem7',
  'Zugang: tomcat/katze9HUT auf db2',
  'deploy / Herbst?2021',
  'mdp du compte, voir ici : Soleil*33',
  'haslo do bazy to Zamek.lato88',
  'pwd same as ever, N0rth_Star9',
  'PW Gr4nat_77',
  'just use Flieder2023!',
  'wie immer Flieder!7',
  'SSID Empfang, Schlüssel Kolibri1907',
  'wifi eochair na hoifige: Kolibri1907',
  'heslo k wlan v ordinaci Kolibri1907',
  'kT4!wqzrmbvPx?ne',
  'kT4*wqzrmbv#',
  '________aB1!?',
  '______aB1!cd2',
  'Kolibri&Feder41',
  'Kolibri-Feder_41$nest',
  'do DB sa prihlásiš heslom Kolibri!Most27',
  'мрежа Otdelenie ключ kolibri_1907',
  'nätverk vån 2, koden är kolibri1907',
  'Kennwort vom NAS ist immer noch Kolibri#Feder88',
  'parool on ikka Kolibri_1907',
  'geslo je še vedno Kolibri-1907',
  'root / Kolibri-Feder7',
  'sa: KolibriFeder.22',
  'entra con admin y KolibriFeder.22'
]

for (const text of found)
  test(`found: ${text}`, () => {
    assert.is(passwordIn(text), 'password in a sentence')
  })

/** A password before its name, in each language. */
const before = [
  'is the password for the backup server',
  'ist das Passwort für den Backupserver',
  'est le mot de passe du serveur',
  'es la contraseña del servidor',
  'è la password del server',
  'é a palavra-passe do servidor',
  'is het wachtwoord van de server',
  'to hasło do serwera',
  'je heslo k serveru',
  'je geslo za strežnik',
  'je lozinka za server',
  'a szerver jelszava',
  'este parola serverului',
  'е паролата за сървъра',
  'είναι ο κωδικός πρόσβασης',
  'är lösenordet till servern',
  'er adgangskoden til serveren',
  'on palvelimen salasana',
  'on serveri parool',
  'yra serverio slaptažodis',
  'ir servera parole',
  'an focal faire don fhreastalaí',
  'hija l-password tas-server'
]
for (const said of before)
  test(`found: Gealach!Farraige19 ${said}`, () => {
    assert.is(passwordIn(`Gealach!Farraige19 ${said}`), 'password in a sentence')
  })

test('a password before its name stands right before a verb, and its name within thirty signs', () => {
  const found = (text: string): boolean => passwordIn(text) !== undefined
  for (const [near, far] of [
    [
      'Gealach!Farraige19 is our own and very old password',
      'Gealach!Farraige19 is our own and very, very old password'
    ],
    ['Gealach!Farraige19 is the password', 'Gealach!Farraige19 before the password'],
    ['Gealach!Farraige19 is the password', 'index#L43 is the password']
  ] as const)
    assert.equal([found(near), found(far)], [true, false], far)
})

const clean = [
  'Policy#12 is the password policy',
  'ADR-12 is the password decision',
  'build#1234 is the token service',
  'Password policy: at least 14 characters, 1 mark!',
  'the password is rotated, see OPS-4711',
  'token for the build#1234 of the portal',
  'the secret is in eu-central-1/kis2',
  'login via SSO, release 2024.05',
  'see [lib](lib/index.js#L43)',
  'token for the build#1234-1240 of the portal',
  'arn:aws:secretsmanager:eu-central-1:111122223333:secret:*',
  'user guide v2.1.3, 50% done',
  'password for jane at https://wiki.example/a1?b=2',
  'keys are hashed, salt 16 bytes',
  'greetings for 2024!',
  'Schlüssel Kolibri1907',
  'wlan key rotation every 90days',
  'wlan key is in keepass2 of team7',
  'SSID Guest2024, key in the safe',
  'wlan Schlüssel siehe node12345',
  'kT4!wqzrmb?',
  'kT4!wqzrmbvPxine',
  'kt4!wqzrmbvpx?ne',
  'kTd!wqzrmbvPx?ne',
  'KT4!WQZRMBVPX?NE',
  'kT4!wqzr/bvPx?ne',
  'Kolibri#1941',
  'Kolibri&Feder4',
  'kolibri&feder41',
  'Koli&Fe41',
  'Kolibri41&-Feder',
  'Kolibri Feder & Nest 41',
  'the token is still in build#1234',
  'secret is still lib/a.md#part2',
  'network key rotation for switch12',
  'admin: Team-Platform2',
  'root / Server-Nord7',
  'admin: Kolibri7',
  'admin: Kolibri-Feder',
  'hummingbird: Kolibri-Feder7'
]

for (const text of clean)
  test(`clean: ${text}`, () => {
    assert.is(passwordIn(text), undefined)
  })

test.run()
