import { iamName } from '../../declaration/arn.ts'
import { type Setting, ruleOf, settingOrigin } from '../../backend/setting.ts'
import { originText } from '../../diagnostics/origin.ts'
import { signIn } from '../../caller/sign-in.ts'
import { isUntouched } from './decide.ts'
import { type Stop, type Thing, stepText } from './step.ts'
import type { Wanted } from '../../backend/wanted.ts'
import { awsFailureRemedy, awsFailureText } from '../../backend/aws-failure-text.ts'
import { bucketRemedy } from '../../backend/wordless.ts'
import { awsFailures } from '../../backend/aws-failures.ts'
import { diagnosticsLines, explainLines, stoppedLines } from '../../command-line/diagnostic-text.ts'
import type { Paint } from '../../command-line/terminal.ts'
import { printable } from '../../command-line/printable.ts'

const named = (thing: Thing, { bucket, table }: Wanted): string =>
  `the ${thing} ${thing === 'bucket' ? bucket.name : table.name}`

const differenceLines =
  (paint: Paint, thing: Thing) =>
  ({ name, clause, expected, actual }: Setting): ReadonlyArray<string> => [
    `  ${paint('bold', name)}`,
    `    expected  ${printable(expected)}`,
    `    actual    ${paint('red', printable(actual))}`,
    `    from      ${originText(settingOrigin(thing, name))}`,
    `    clause    ${clause}`
  ]

/** How to ask what preflight's rule of the first setting means. Tags have none, and seed alone judges them. */
const explained = (thing: Thing, differences: ReadonlyArray<Setting>): ReadonlyArray<string> => {
  const judged = differences.find(({ name }) => name !== 'tags')
  const check = thing === 'bucket' ? 'bucket' : 'lock-table'
  return explainLines([{ rule: judged === undefined ? check : ruleOf(thing, judged.name) }])
}

const todo = (paint: Paint, remedy: string): string => `  to do     ${paint('cyan', remedy)}`

/**
 * What to do about settings that are wrong or not there yet. A wrong setting is refused by another run, so that is said at
 * once. One that is not there yet is made by another run, or is read by then.
 */
const notReadyRemedy = (differences: ReadonlyArray<Setting>): string => {
  const wrong = differences.filter(({ standing }) => standing === 'wrong').map(({ name }) => name)
  return wrong.length === 0
    ? 'Wait a minute and run this again.'
    : `Set ${wrong.join(', ')} to what is expected by hand, or find out who changes it: seed changes nothing that is set, and refuses it in the next run too.`
}

/**
 * What to do about a thing that seed refuses. For a bucket in which no principal has set anything, the shortest way is to
 * remove it: AWS removes no bucket that holds anything.
 */
const remedyOf = (thing: Thing, differences: ReadonlyArray<Setting>, { bucket, declaration, stack }: Wanted): string =>
  thing === 'bucket' && differences.every(({ name }) => name === 'policy')
    ? `If the stack was applied before, a plan changes its policy and seed does not: npm run tofu -- stacks/${stack}.ts plan. If not, see whose bucket it is, or choose another name in the stack.`
    : thing === 'bucket' && isUntouched(differences)
      ? `Find out whose it is. If an interrupted seed left it, remove it and run this again: aws s3api delete-bucket --bucket ${bucket.name} --region ${declaration.region.aws} --expected-bucket-owner ${declaration.account}`
      : 'See whose it is; bring it to what is declared by hand, or choose another name in the stack.'

/** Why seed stopped, and what to do about it. */
export const stopLines = (paint: Paint, stop: Stop, wanted: Wanted): ReadonlyArray<string> => {
  switch (stop._tag) {
    case 'NotAllowed':
      return [paint('red', 'refused'), '', ...diagnosticsLines(paint, stop.diagnostics)]
    case 'NoCredentials':
      return [
        paint('red', `no credentials: ${printable(stop.message)}`),
        `  from      ${printable(originText(stop.from))}`,
        todo(paint, signIn(stop.message)),
        ...explainLines([{ rule: 'credentials' }])
      ]
    case 'CallerUnknown':
      return [
        paint('red', `cannot read who is calling: ${printable(awsFailureText(stop.failure))}`),
        todo(paint, awsFailureRemedy(stop.failure)),
        ...explainLines([{ rule: 'identity' }])
      ]
    case 'Unclear':
      return [
        paint('red', `cannot read ${named(stop.thing, wanted)}: ${printable(awsFailureText(stop.failure))}`),
        todo(paint, stop.thing === 'bucket' ? bucketRemedy(wanted, stop.failure) : awsFailureRemedy(stop.failure)),
        ...explained(stop.thing, [])
      ]
    case 'Elsewhere':
      return [
        paint(
          'red',
          `${named('bucket', wanted)} exists in ${printable(stop.region ?? 'another region')}, not in ${wanted.declaration.region.aws} (J.7.0 §7)`
        ),
        todo(paint, 'Choose another bucket name in the stack: a bucket cannot move.'),
        ...explainLines([{ rule: ruleOf('bucket', 'region') }])
      ]
    case 'NotConforming':
      return stop.refusals.flatMap(({ thing, why, differences, remedy }) => [
        paint('red', `${named(thing, wanted)} exists, and is refused: ${printable(why)}`),
        ...differences.flatMap(differenceLines(paint, thing)),
        todo(paint, remedy ?? remedyOf(thing, differences, wanted)),
        ...explained(thing, differences)
      ])
    case 'NotConfirmed':
      return stoppedLines(
        paint,
        'not-confirmed',
        `You typed another account id. Nothing was created. Expected: ${wanted.declaration.account}`
      )
    case 'CallerNotDeclared': {
      const { bootstrapPrincipal } = wanted.declaration
      return [
        paint(
          'red',
          `AWS does not take the caller for ${bootstrapPrincipal}: a role of this name with another path is calling`
        ),
        `  AWS says  ${printable(awsFailureText(stop.failure))}`,
        todo(
          paint,
          `Read the ARN of the role: aws iam get-role --role-name ${iamName(bootstrapPrincipal).name} --query Role.Arn --output text. Declare it as bootstrapPrincipal in stacks/${wanted.stack}.ts, emit, review, and run this again. The bucket's policy only asks so far, and locks no principal out.`
        ),
        ...explainLines([{ rule: 'identity' }])
      ]
    }
    case 'StepFailed':
      return stoppedLines(
        paint,
        awsFailures[stop.failure._tag].word,
        `could not ${stepText(stop.step)}. ${printable(awsFailureText(stop.failure))}`,
        awsFailureRemedy(stop.failure)
      )
    case 'NotReady':
      return [
        paint('red', `${named(stop.thing, wanted)}: waited until ${stop.waitingFor}, which did not happen`),
        ...stop.differences.flatMap(differenceLines(paint, stop.thing)),
        todo(paint, notReadyRemedy(stop.differences)),
        ...explained(stop.thing, stop.differences)
      ]
    default:
      return stop satisfies never
  }
}
