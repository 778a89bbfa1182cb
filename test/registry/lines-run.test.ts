import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Line, shellLines, toldLines } from '../support/told-lines.ts'

const test = suite('each line that a text tells people to type is typed by a test')

/** The test that types a line and looks at what it led to: its file below test/, and words of it. */
type Typed = readonly [file: string, ...words: ReadonlyArray<string>]

const ofTables: Typed = ['wire/preflight/table-lines.test.ts', 'one line makes it again']
const ofGit: Typed = ['commands/preflight/git-lines.process.test.ts', 'each line of ${rule} ends the refusal']
const ofBases: Typed = ['commands/review/bases.process.test.ts', 'typed(clone, stderr)']
const ofAccidents: Typed = ['e2e/sandbox-accidents.long.test.ts', 'what is printed leads out of it']
const ofAdministrators = (words: string): Typed => ['e2e/typed-lines.test.ts', words]
const ofRecovery = (words: string): Typed => ['wire/preflight/recovery.test.ts', words]

/** What is typed by no test, and why. */
const BY_A_PERSON = 'a person signs in with a browser, or sets the clock of a machine'
const LOOKS = 'it looks again, and changes nothing'
const NEXT = 'it is the next step of work that went well, and no way out'
const ABOUT = 'a sentence is about it, and tells nobody to type it'

const OF_VERSION_2 = 'the AWS CLI of the bench is of version 1, which has no such command'
const DOWNLOADS = 'it downloads the provider of four platforms from its registry, 3 GB that no test takes'

/** Each form of a line, in the order in which they are tried. The first that fits counts. */
const rows: ReadonlyArray<readonly [form: RegExp, typed: Typed | string]> = [
  [/^aws account enable-region /, ofAdministrators('a region that is off is enabled by the line')],
  [/^aws account get-region-opt-status /, ofAdministrators('the line says whether the region is on')],
  [/^aws service-quotas /, ofAdministrators('the line names it, and after it is raised seed goes through')],
  [/^aws iam get-role .*Role\.Arn /, ofAdministrators('the line says its whole ARN')],
  [/^aws iam get-role .*AssumeRolePolicyDocument$/, ofAdministrators('the line shows who may assume it')],
  [/^aws s3api delete-bucket /, ofAdministrators('is removed by the line, and seed makes it again')],
  [/^aws s3api list-objects-v2 /, ofAdministrators('the line brings them')],
  [/^aws s3api get-bucket-policy /, ['wire/preflight/table-lines.test.ts', 'the line shows the statement']],
  [/^aws dynamodb get-resource-policy /, ['wire/preflight/table-lines.test.ts', 'the line shows it, and without it']],
  [/^aws dynamodb (delete-table|update-table|wait table-not-exists) /, ofTables],
  [/^aws dynamodb describe-table /, LOOKS],
  [/^aws kms describe-key /, ['wire/preflight/table-lines.test.ts', 'the key is looked at']],
  [
    /^aws kms (cancel-key-deletion|enable-key) /,
    ['wire/preflight/table-lines.test.ts', 'the line makes the key usable']
  ],
  [/^aws (sso )?login /, BY_A_PERSON],
  [/^(eval "\$\()?aws configure export-credentials /, OF_VERSION_2],
  [/^sudo timedatectl /, BY_A_PERSON],
  [/^policy=|^printf %s "\$policy" /, ofRecovery('lifts one action and no other denial')],
  [/^tofu -chdir=\S+ (init|force-unlock)( |$)/, ofRecovery('remove the lock by hand')],
  [/^tofu -chdir=\S+ state push /, ofAccidents],
  [/^tofu -chdir=\S+ providers lock /, DOWNLOADS],
  [/^tofu -chdir=\S+ VALUE$/, NEXT],
  [/^git (config core|add -f|commit|restore|sparse-checkout|diff -z|fetch --refetch)/, ofGit],
  [/^git fetch (--unshallow|origin main:)/, ofBases],
  [/^git add /, NEXT],
  [/^git /, ABOUT],
  [/^rm VALUE$/, ofGit],
  [/^npm run seed /, ofRecovery('a lost table is made again by the line of table-known')],
  [/^npm run (preflight|explain|review|tofu -- --help)/, LOOKS],
  [/^npm run tofu -- \S+ apply/, NEXT],
  [/^npm run (tofu|emit)/, ofAccidents],
  [/^npm run (new|doctor)/, NEXT],
  [/^npm ci$/, ['program/refused.process.test.ts', 'without node_modules every command says what to do']],
  [/^[Uu]nset /, ['caller/unset-lines.test.ts', 'passes once it is unset']],
  [/^chmod /, ['outside/files/chmod-lines.process.test.ts', 'the line takes the right away']],
  [/^ulimit -n \d+$/, ['outside/files/chmod-lines.process.test.ts', 'lets a shell open more files']]
]

const rowOf = ({ line }: Line) => rows.find(([form]) => form.test(line))
const all = [...toldLines, ...shellLines]

test('no line is left without a test or a reason', () => {
  assert.equal(
    all.filter((one) => rowOf(one) === undefined).map(({ path, line }) => `${path}: ${line}`),
    []
  )
})

test('no row is about a line that is told no more', () => {
  const used = new Set(all.map(rowOf))
  assert.equal(
    rows.filter((row) => !used.has(row)).map(([form]) => String(form)),
    []
  )
})

for (const [form, typed] of rows)
  if (typeof typed !== 'string')
    test(`${String(form)}: typed by test/${typed[0]}`, () => {
      const [file, ...words] = typed
      const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
      assert.ok(existsSync(path), file)
      const text = readFileSync(path, 'utf8')
      assert.equal(
        words.filter((word) => !text.includes(word)),
        []
      )
    })

test.run()
