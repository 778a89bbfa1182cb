import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as forms from '../../../src/commands/guard/forms.ts'

const test = suite('the forms of what evidence may hold')

const a = (count: number): string => 'a'.repeat(count)
const hash = `${'A'.repeat(42)}b`

type Form = { readonly is: (value: unknown) => boolean }

/** Each form with texts that it takes, on both sides of every limit, and texts that it refuses. */
const cases: ReadonlyArray<readonly [Form, taken: ReadonlyArray<string>, refused: ReadonlyArray<string>]> = [
  [forms.sha256Of<'the plan'>(), [a(64), '0'.repeat(64)], [a(63), 'A'.repeat(64), 'g'.repeat(64)]],
  [forms.CommitId, [a(40), a(64)], [a(39), a(41), a(63), 'G'.repeat(40)]],
  [
    forms.Version,
    ['1.12.6', '0.0.0', '123456789.123456789.123456789'],
    ['1.12', '1..6', '.1.2', '1.2.', '1.2.3-a', '1234567890.1.1', '1.1234567890.1', '1.1.1234567890', '1x2x3']
  ],
  [
    forms.ProviderRelease,
    ['6.0.0', '6.0.0-beta.1', `123456789.123456789.123456789-${a(40)}`],
    [
      '6.0',
      '6.0.0-',
      `6.0.0-${a(41)}`,
      '6.0.0+x',
      '6x0x0',
      '.1.2',
      '1..2',
      '1.2.',
      '1234567890.0.0',
      '0.1234567890.0',
      '0.0.1234567890'
    ]
  ],
  [
    forms.Instant,
    ['2026-01-31T12:00:00.000Z'],
    [
      '2026-01-31T12:00:00Z',
      '2026-01-31T12:00:00.00Z',
      '2026-01-31T12:00:00.0000Z',
      '226-01-31T12:00:00.000Z',
      '2026-01-31 12:00:00.000Z',
      '2026-01-31T12:00:00.000'
    ]
  ],
  [
    forms.PackageHash,
    [`h1:${hash}=`, `zh:${a(64)}`],
    [`h1:${hash}`, `h1:${hash}A=`, `h1:${hash.slice(1)}=`, `zh:${a(63)}`, `zh:${a(65)}`, `h2:${hash}=`]
  ],
  [forms.RuleId, ['a', 'a1', 'lock-free', 'a-b-c', 'a-1'], ['', '1a', '-a', 'a-', 'a--b', 'A', 'a b', 'a_b']],
  [forms.VersionId, ['null', 'a', a(128), 'A.b_c-9'], ['', a(129), 'a b', 'a@b', 'a/b']],
  [forms.StackName, ['staging-eu', 'a', '1', a(64), 'a-1-b'], ['', '-a', 'a-', 'a--b', a(65), 'A', 'a_b']],
  [forms.AccountId, ['111122223333'], ['11112222333', '1111222233334', '11112222333a']],
  [
    forms.RegionCode,
    ['eu-central-1', 'us-gov-west-1', 'eusc-de-east-1', 'ap-south-12', 'ab-c-1', 'abcde-f-0'],
    ['eu-1', 'e-central-1', 'eurozn-central-1', 'eu-central', 'eu-central-', 'eu--1', 'EU-central-1']
  ],
  [
    forms.EmittedPath,
    ['out/staging-eu/main.tf.json', 'out/a/main.tf.json'],
    [
      'out//main.tf.json',
      'out/A/main.tf.json',
      'out/a/b/main.tf.json',
      'out/a/mainxtf.json',
      'out/a/main.tfxjson',
      'out/a/main.tf'
    ]
  ],
  [
    forms.ClauseName,
    ['J.7.0 §3.4', 'J.6.2 §5', 'J.10.12 §13.14'],
    [
      'J.7.0 §',
      'J.7 §3',
      'J..0 §3',
      'J.7. §3',
      'J.7.0 §3.',
      'J.7.0',
      'K.7.0 §3',
      'J.7.0 §3.4.5',
      'Jx7.0 §3',
      'J.7x0 §3',
      'J.7.0 §3x4'
    ]
  ]
]

for (const [index, [form, taken, refused]] of cases.entries())
  test(`form ${index + 1}: ${taken[0]} is taken, and no text that only holds it`, () => {
    for (const text of taken) {
      assert.ok(form.is(text), text)
      for (const other of [`!${text}`, `${text}!`, `\n${text}`, `${text}\n`, ` ${text}`])
        assert.not.ok(form.is(other), JSON.stringify(other))
    }
    for (const text of refused) assert.not.ok(form.is(text), text)
    for (const value of [undefined, null, 1, [taken[0]]]) assert.not.ok(form.is(value))
  })

test.run()
