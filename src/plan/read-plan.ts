import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { type Meaning, decode } from '../diagnostics/decode.ts'
import { type Diagnostic, placeOf } from '../diagnostics/diagnostic.ts'
import { strictJson } from '../diagnostics/strict-json.ts'
import { type Plan, PlanForm } from './plan-form.ts'

/** The major version of the form that is understood here. A new one may say the same words and mean something else. */
const MAJOR = '1'

const Versioned = t.type({ format_version: t.string })

const remedy = 'Use a release of OpenTofu that this project knows; a plan that cannot be judged is not applied.'

const unread = (expected: string, actual: string): Diagnostic => ({
  rule: 'plan-readable',
  clause: 'J.7.0 §4',
  expected,
  actual,
  remedy
})

const form: Meaning = { rule: 'plan-readable', clause: 'J.7.0 §4', remedy }

/** The plan that `tofu show -json` printed, or why it cannot be judged: the place of what is wrong, never its value. */
export const readPlan = (text: string): E.Either<Diagnostic, Plan> =>
  pipe(
    strictJson(text),
    E.mapLeft((wrong) => unread('a plan as JSON', wrong)),
    E.filterOrElse(
      (value) => Versioned.is(value),
      () => unread('a plan as JSON', 'JSON without format_version')
    ),
    E.filterOrElse(
      (value) => value.format_version.split('.')[0] === MAJOR,
      (value) => unread(`format version ${MAJOR}.x of a plan`, `version ${value.format_version.slice(0, 40)}`)
    ),
    E.chain((value) =>
      pipe(
        decode(PlanForm, value, [], form),
        E.mapLeft((problems) =>
          unread('a plan in the form that OpenTofu documents', `another form at ${placeOf(problems)}`)
        )
      )
    )
  )
