import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { toldPasswordIn } from '../../src/sensitive/told-passwords.ts'

const test = suite('passwords told in words')

const told = [
  'The password is the name of the dog',
  'the dog’s name is the password',
  'la contraseña es el nombre del gato',
  'salasana on koiran nimi',
  'is é ainm an mhadra an pasfhocal',
  'Login as admin with Sunshine44',
  'logga in med admin och Midsommar9',
  'user anna and Sonne2019 to log in',
  'The door is locked. The alarm code is 4711',
  'the PIN for room 4 is 9911',
  'PIN della cassaforte in sala server: 58 20 41',
  'PIN for the safe in the cellar: 58 20',
  'Kennwort steht unter der Tastatur: blau77',
  'Kennwort steht am Brett: blau77!',
  'ab. Password is on it: blau77',
  'The x. password is on it: blau77'
]

for (const text of told)
  test(`told: ${text}`, () => {
    assert.is(toldPasswordIn(text), 'password told in words')
  })

const harmless = [
  'the password is never the name of a dog',
  'the name of the dog is Rex',
  'the token is the name of the child module',
  'the token is for the birthday service',
  'the secret is the birthday app',
  'the birthday app token is rotated',
  'password policy: birthday is refused',
  'The password is in the vault. The name of the dog is Rex',
  'Login as admin with Windows11',
  'log in as admin with MFA2',
  'Zugang für Admin und Prüfer2',
  'admin and Sunshine44',
  'the PIN length is 4711',
  'PIN for the safe: 58 20 41 2026',
  'PIN for the safe: 58 20 uhr',
  'the access code is 47',
  'the access code is 4711 times',
  'the key is on the board: room12',
  'The password is in the vault. On the board: blau77',
  'The password is in the vault; on the board: blau77',
  'The password is in the vault? On the board: blau77',
  'The password is in the vault!  On the board: blau77',
  'The password is in the vault\nOn the board: blau77',
  'On the board: blau77',
  'the password is on the board: blau7',
  'the password is on the board: ab77'
]

for (const text of harmless)
  test(`harmless: ${text}`, () => {
    assert.is(toldPasswordIn(text), undefined)
  })

test.run()
