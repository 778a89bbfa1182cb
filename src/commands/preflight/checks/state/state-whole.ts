import { answerOf } from '../../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type Meaning, decode } from '../../../../diagnostics/decode.ts'
import { placeOf } from '../../../../diagnostics/diagnostic.ts'
import { strictJson } from '../../../../diagnostics/strict-json.ts'
import type { StateObject } from '../../../../outside/aws/state.port.ts'
import { type Finding, failed, judged, passed } from '../../../../diagnostics/finding.ts'
import { type SeenDigest, type StateAnswers, bringBack, giveDigest, isSameMd5 } from './read-state.ts'
import type { Wanted } from '../../../../backend/wanted.ts'
import { unanswered } from '../../setting-findings.ts'
import { StateForm } from './state-form.ts'

const clause = 'J.7.0 §3.2'
const agree = {
  rule: 'state-digest',
  clause,
  from: answerOf('S3 GetObject', 'DynamoDB GetItem'),
  expected: 'object and digest agree, or there is neither'
} as const
const MD5 = /^[0-9a-f]{32}$/

/** What brings back the version that a digest belongs to, where that version is known. */
const back = (digest: SeenDigest, wanted: Wanted | undefined): string =>
  wanted !== undefined && typeof digest === 'string' && MD5.test(digest) ? `: ${bringBack(wanted, digest)}` : ''

const lost = (digest: SeenDigest, wanted: Wanted | undefined): string =>
  digest === null
    ? 'Stop every apply. Find out who wrote this item, and look with a second person for the versions of the object that the bucket keeps.'
    : `Stop every apply. Find the version of the object that the digest belongs to (the bucket keeps them all), and ask the bootstrap principal to bring it back${back(digest, wanted)}`

/** The object is stored first, and then its digest. Source: OpenTofu, internal/backend/remote-state/s3/client.go. */
const torn = (md5: string, digest: SeenDigest, wanted: Wanted | undefined): string =>
  [
    'Stop every apply, and look at the newest versions of the object with a second person. If an apply stored the state and',
    'not its digest (same lineage, a later serial, written while it ran), the object is right: give the item of the',
    wanted === undefined
      ? 'digest its MD5, as docs/operator/when-it-breaks.md shows. If not, another run wrote it:'
      : `digest its MD5: ${giveDigest(wanted, md5, digest)}; if not, another run wrote it:`,
    'ask the bootstrap principal to bring back the version that the digest belongs to'
  ].join(' ') + back(digest, wanted)

/** A state as preflight and the evidence name it. */
export type StateFacts = {
  readonly serial: number
  readonly lineage: string
  readonly versionId: string | undefined
}

/** A state that was read whole; none when nothing was applied yet. */
export type WholeState = { readonly facts: StateFacts; readonly form: StateForm }

/** What was found, and the state itself when it is one. */
export type StateWhole = { readonly findings: ReadonlyArray<Finding>; readonly state: O.Option<WholeState> }

const only = (finding: Finding): StateWhole => ({ findings: [finding], state: O.none })

const remedyOf = (md5: string, digest: SeenDigest, wanted: Wanted | undefined): string => {
  if (wanted === undefined) return torn(md5, digest, wanted)
  if (digest === undefined)
    return `Confirm with a second person that the lock table was lost and made again, and that no apply wrote a newer object. Then have the bootstrap principal give the table its digest: ${giveDigest(wanted, md5, digest)}`
  if (digest === null)
    return `Find out who wrote this item, and confirm with a second person that no apply wrote a newer object. Then have the bootstrap principal put the digest in its place: ${giveDigest(wanted, md5, digest)}`
  return isSameMd5(digest, md5)
    ? `Have the bootstrap principal write the digest as OpenTofu writes it: ${giveDigest(wanted, md5, digest)}`
    : torn(md5, digest, wanted)
}

const digestText = (digest: SeenDigest): string => {
  if (digest === undefined) return 'no digest'
  if (digest === null) return 'an item that is not a digest in its place'
  return digest === '' ? 'an empty digest' : `the digest ${digest.slice(0, 40)}`
}

const agreement = (object: O.Option<StateObject>, digest: SeenDigest, wanted: Wanted | undefined): Finding => {
  const actual = O.isSome(object) ? `an object with the MD5 ${object.value.md5}` : 'no object'
  const isSame = O.isSome(object) ? digest === object.value.md5 : digest === undefined
  return judged(isSame, {
    ...agree,
    actual: `${actual}, and ${digestText(digest)}`,
    remedy: O.isSome(object) ? remedyOf(object.value.md5, digest, wanted) : lost(digest, wanted)
  })
}

const form: Meaning = { rule: 'state-read', clause, remedy: lost(undefined, undefined) }

/** A state in OpenTofu's own form, or where the text is another one, never what stands there. */
const readState = (text: string): E.Either<string, StateForm> =>
  pipe(
    strictJson(text),
    E.mapLeft((wrong) => `${text.length} characters with ${wrong}`),
    E.flatMap((json) =>
      pipe(
        decode(StateForm, json, [], form),
        E.mapLeft((problems) => `${text.length} characters in another form, at ${placeOf(problems)}`)
      )
    )
  )

const whole = (object: StateObject): StateWhole =>
  pipe(
    readState(object.text),
    E.match(
      (actual) =>
        only(
          failed({
            rule: 'state-read',
            clause,
            from: answerOf('S3 GetObject'),
            expected: 'a state of OpenTofu in format 4, as OpenTofu writes it, not encrypted by itself',
            actual,
            remedy: lost(undefined, undefined)
          })
        ),
      (form) => ({
        findings: [
          passed({
            rule: 'state-read',
            clause,
            from: answerOf('S3 GetObject'),
            expected: 'a state of OpenTofu in format 4',
            actual: `serial ${form.serial}, lineage ${form.lineage}, ${form.resources.length} resources`
          })
        ],
        state: O.some({ facts: { serial: form.serial, lineage: form.lineage, versionId: object.versionId }, form })
      })
    )
  )

/**
 * The digest is that of the stored object, or neither is there. The state can be read (J.7.0 §3.2, J.6.2 §7). Where `wanted`
 * is given, the finding has the command that repairs the digest.
 */
export const stateWhole = ({ object, digest }: StateAnswers, wanted?: Wanted): StateWhole => {
  if (E.isLeft(object)) return only(unanswered('state-object', clause, 'the state object, or none', object.left))
  if (E.isLeft(digest)) return only(unanswered(agree.rule, clause, agree.expected, digest.left))
  const agreed = agreement(
    object.right,
    pipe(
      digest.right,
      O.match(
        () => undefined,
        (item) => item.digest ?? null
      )
    ),
    wanted
  )
  const { findings, state } = O.isSome(object.right) ? whole(object.right.value) : { findings: [], state: O.none }
  return { findings: [agreed, ...findings], state }
}
