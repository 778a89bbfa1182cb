import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isNoSecret, setsDiagnostics, setsNoSecret } from '../../src/sensitive/plain-settings.ts'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'

const test = suite('settings under names that mean more than one thing')

const stopped = ([key, value]: readonly [string, string]): boolean => sensitiveText(key, value).length > 0

test('a count under a short name passes, and a word is stopped', () => {
  const counts = [
    ['pass', '2'],
    ['pass', '3/5'],
    ['Pass', '3 of 5'],
    ['pass', '100 %'],
    ['pin', 'A4'],
    ['pw', '7'],
    ['pwd', '1.2'],
    ['ww', 'worldwide'],
    ['WW', 'World-Wide'],
    ['ww', 'web win'],
    ['pin', ' PIN-12 ']
  ] as const
  const secrets = [
    ['pass', 'hunter'],
    ['pass', '123'],
    ['pin', '1234'],
    ['password', '2'],
    ['ww', 'winter'],
    ['ww', 'we win'],
    ['ww', 'web wi'],
    ['ww', 'wachtwoord'],
    ['pw', 'worldwide'],
    ['mdp', 'A4b']
  ] as const
  for (const [key, value] of counts) assert.ok(isNoSecret(key, value) && !stopped([key, value]), `${key}=${value}`)
  for (const [key, value] of secrets) assert.ok(!isNoSecret(key, value) && stopped([key, value]), `${key}=${value}`)
})

/** What a short name means besides a secret, and beside each list what a secret is under the same name. */
const twofold: Readonly<Record<string, readonly [harmless: ReadonlyArray<string>, secret: ReadonlyArray<string>]>> = {
  ww: [
    [
      'global',
      'week 24',
      'wk24',
      'W24',
      'KW 24',
      '2026-W24',
      'Woche-7',
      'week 24 of 2026',
      '24/2026',
      'EMEA',
      'International'
    ],
    ['Zomer2024!', 'week', 'week24', 'week 24!', 'Global2024', 'globaal', 'W24x', '2468', '240626', '24/1984', 'world1']
  ],
  pin: [
    [
      '1.2.3',
      'v2.10',
      'node 20.11.1',
      'node 20.11.1, terraform-aws 5.58',
      'python@3.12',
      'GPIO17',
      'D13',
      'PB12',
      'header 4',
      'map pin',
      'pin header',
      'push-pin',
      'PIN-12'
    ],
    [
      'pin 1234',
      'big plug 7',
      'pin 12.03.84',
      'node 20.11.1 tiger',
      'node 20.11.1.7',
      'node, 20.11.1',
      'my pin',
      'pin1234',
      'pin pin pin',
      'map pin 3',
      'mappin',
      'PIN-123456',
      'PIN-x',
      '1234',
      '0815',
      '471112',
      '12.03.84',
      'D1234',
      'header'
    ]
  ],
  pass: [
    ['passed', 'failed', 'Second', 'through', 'boarding pass', 'pass gate', 'PASS-7'],
    [
      'pass1234',
      'pass1234 word',
      'red bus pass',
      'PASS 4711',
      'PASS-',
      '7-PASS-7',
      'firstborn',
      'second1',
      'hunter',
      '123',
      '19.8.84',
      '1.2.3.4'
    ]
  ],
  pwd: [
    ['/srv/app', '/var/lib/app/data/', '3.1'],
    ['/Kx93pL', '/aB3dE5fG7h/9jK', 'srv', '/srv/app1', '19.08.1984']
  ],
  otp: [
    ['27.1', 'Erlang/OTP 27', 'erlang 27.1.2'],
    ['123456', '271', 'JBSWY3DPEHPK3PXP', 'erlang']
  ],
  salt: [
    ['3006', '3006.1', 'minion', 'SaltStack'],
    ['pepper', '3f8a9c2b7d', '4711', 'saltstack1']
  ],
  psk: [
    ['QPSK', '8psk'],
    ['12345678', 'qpsk1']
  ],
  mdp: [
    ['master data platform', 'Markov Decision Process', 'MDP-4711', 'MDP-1'],
    [
      'mdp-4711',
      'mdp4711',
      'ABC-4711',
      'MDP-4711x',
      'soleil',
      'Soleil33',
      'master data',
      'master data platform1',
      'mo du pa',
      'master platform data'
    ]
  ],
  pw: [
    ['3.5', '12 MW', '1,5 kW', '0.4 kV', '230 V', '16 A', '4 GB', '8 GiB', '250 ms', '2500 kg', '40 °C', '3 h'],
    [
      '12MW',
      '12 mw x',
      '12345 MW',
      '12 water',
      '1.2.3 kW',
      '1.5000 kW',
      'pretty water',
      'petawatt',
      'worldwide',
      '3.5kwater'
    ]
  ]
}

for (const [name, [harmless, secret]] of Object.entries(twofold))
  test(`what else the name ${name} means passes, and a secret under it is stopped`, () => {
    for (const value of harmless) {
      assert.not(stopped([name, value]), `${name}=${value}`)
      assert.not(stopped([name.toUpperCase(), value]), `${name.toUpperCase()}=${value}`)
    }
    for (const value of secret) assert.ok(stopped([name, value]), `${name}=${value}`)
  })

test('the same in the middle of a text, up to the next mark', () => {
  for (const text of [
    'ww=week 24',
    'ww: week 24, then week 25',
    'plan for ww = "global"; see the wiki',
    'pin=1.2.3, owner=platform',
    'ww=week 24; freeze of main',
    "pass='second'",
    'mdp: master data platform',
    'PWD=/srv/app'
  ])
    assert.not(stopped(['Plan', text]), text)
  for (const text of [
    'ww=Zomer2024!',
    'ww=week 24, pw=Zomer2024!',
    'ww=week 24; ww=Zomer24',
    'ww=global Zomer2024!',
    'pin=1.2.3, pin=4711',
    'password=week 24',
    'pass=second1, pass=second',
    'wachtwoord=global'
  ])
    assert.ok(stopped(['Plan', text]), text)
  assert.equal(
    [
      setsNoSecret('ww', '=week 24'),
      setsNoSecret('ww', ' week 24'),
      setsNoSecret('ww', ': week 24 \n x'),
      setsNoSecret('ww', '')
    ],
    [true, false, true, false]
  )
})

test('a degree under the word for a diagnosis is a setting, and an illness is none', () => {
  const settings = [
    ['diagnostic', 'level-2'],
    ['diagnostics', 'debug'],
    ['Diagnose', 'Stufe 2'],
    ['diagnos', 'nivå 2'],
    ['app_diagnóstico', 'nivel 3'],
    ['διάγνωση', 'επίπεδο 2']
  ] as const
  const illnesses = [
    ['diagnostic', 'dépression'],
    ['Diagnose', 'F32.2'],
    ['diagnosis', 'stage 3'],
    ['allergy', 'level-2'],
    ['diagnosis of the patient', 'level-2']
  ] as const
  for (const [key, value] of settings)
    assert.ok(setsDiagnostics(key, value) && !stopped([key, value]), `${key}=${value}`)
  for (const [key, value] of illnesses)
    assert.ok(!setsDiagnostics(key, value) && stopped([key, value]), `${key}=${value}`)
})

test('a name of a person that ends in a word for a secret is told as one of a person', () => {
  for (const key of ['kansalaisuus', 'kaksoiskansalaisuus', 'κωδικός ασθενούς', 'κωδικός φακέλου'])
    assert.equal(
      sensitiveText(key, 'Suomi 4711').map(({ kind }) => kind),
      ['personal-data'],
      key
    )
  assert.equal(
    sensitiveText('Note', 'kansalaisuus: Suomi').map(({ kind }) => kind),
    ['personal-data']
  )
  for (const key of ['salaisuus', 'liikesalaisuus', 'patient password', 'κωδικός', 'Patientenpasswort'])
    assert.is(sensitiveText(key, 'hunter22')[0]?.kind, 'credential', key)
})

test.run()
