import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import { diagnosticLines } from '../../../src/command-line/diagnostic-text.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import {
  erroredStays,
  noErroredState,
  notHalfApplied,
  nothingLeft,
  stateMoved
} from '../../../src/commands/guard/afterwards.ts'
import { eventLines, interruptionLines, keptLines, silenceLines } from '../../../src/commands/guard/event.ts'
import { readSavedPlan } from '../../../src/commands/guard/saved-plan.ts'
import { type Stop, stopLines } from '../../../src/commands/guard/stop.ts'
import { noPlan } from '../../../src/commands/guard/stored.ts'
import { judgeVersion, sameVersion } from '../../../src/commands/guard/tofu-version.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import type { Finding } from '../../../src/diagnostics/finding.ts'
import { guardWorld } from '../../support/guard-world.ts'
import { readsAs } from '../../support/screens.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('the screens of the guard')

const told = (...diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<string> =>
  diagnostics.flatMap((one) => diagnosticLines(plain, one))
const failures = (...findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  told(...findings.flatMap((finding) => (finding.outcome === 'failed' ? [finding] : [])))
const stopped = (stop: Stop) => (): ReadonlyArray<string> => stopLines(plain, stop, 'staging')

const end = { code: 1, interrupts: 0, isTerminalGone: false }
const { declaration } = wantedOfStaging()
const version = (json: string, text: string) => () => {
  const outcome = judgeVersion(declaration, { json, text })
  return outcome._tag === 'Left' ? told(outcome.left) : []
}
const keptStop = (failure: Extract<Stop, { readonly _tag: 'NotKept' }>['failure']) =>
  stopped({ _tag: 'NotKept', failure })
const atLock = { _tag: 'TofuFailed', command: 'plan', end } as const
/** Source: OpenTofu 1.12, internal/command/clistate: where a lock is not had, and where it is not released. */
const ADVICE = 'you can disable locking with the "-lock=false"\nflag, but this is not recommended.'
const ADVICE_AFTER = 'please call the "force-unlock" command to unlock the\nstate manually.'
const noSpace = { _tag: 'SystemRefused', path: 'a place', code: 'ENOSPC', message: 'no space' } as const
const seen = { refusal: O.none, isLockFree: true }
const of = guardWorld()
of.close()
const file = 'stacks/staging-eu.ts'

readsAs(test, new URL('screens.txt', import.meta.url), {
  'no plan that may be applied': stopped(noPlan(of.of('apply'), 'there is none')),
  'not everything is proven': stopped({ _tag: 'NotProven' }),
  'no tofu on this machine': stopped({ _tag: 'NoTofu' }),
  'a file that cannot be read': stopped({ _tag: 'NotReadable', failure: { what: 'out/staging-eu', cause: 'EACCES' } }),
  'a folder that the system refuses': keptStop(noSpace),
  'a folder of the state home that the system refuses': keptStop({
    _tag: 'SystemRefused',
    path: '/home/you/.local/state/zenthea-foundation/evidence/staging-eu',
    code: 'EROFS',
    message: 'EROFS: read-only file system'
  }),
  'a folder that others can read': keptStop({ _tag: 'NotPrivate', path: 'a place', why: 'can be read by others' }),
  'a plan that was refused': stopped({ _tag: 'PlanRefused' }),
  'another name was typed': stopped({ _tag: 'NotConfirmed' }),
  'tofu failed on the terminal': stopped({ _tag: 'TofuFailed', command: 'show', end: { ...end, code: 3 }, said: '' }),
  'tofu failed, and what it said': stopped({
    _tag: 'TofuFailed',
    command: 'plan',
    end,
    said: '\n  Error: no\u0007 lock\n\nkey AKIAIOSFODNN7EXAMPLA\n\n\n'
  }),
  'tofu failed at a lock, and nothing was seen after it': stopped({ ...atLock, said: ADVICE }),
  'tofu failed at a lock that is held': stopped({ ...atLock, said: ADVICE, seen: { ...seen, isLockFree: false } }),
  'tofu failed at a lock that is free': stopped({ ...atLock, said: ADVICE, seen }),
  'tofu failed to release a lock that is free': stopped({ ...atLock, said: ADVICE_AFTER, seen }),
  'tofu failed at something else, and the lock is free': stopped({ ...atLock, said: 'Error: no', seen }),
  'a saved plan of another form': () => {
    const outcome = readSavedPlan('{}')
    return outcome._tag === 'Left' ? told(outcome.left) : []
  },
  'a tofu that says no version': version('{}', 'OpenTofu v1.12.6'),
  'a tofu that says nothing': version('', ''),
  'a tofu that says its version to programs alone': version('{"terraform_version":"1.12.6"}', ''),
  'a tofu of two versions': version('{"terraform_version":"1.12.6"}', 'OpenTofu v1.9.4\non linux'),
  'a tofu that the stack does not accept': version('{"terraform_version":"1.9.4"}', 'OpenTofu v1.9.4\r\non linux'),
  'a plan of another tofu': () => told(...sameVersion('a plan', '1.12.6', '1.9.4')),
  'a state that moved wrongly': () =>
    failures(stateMoved('staging-eu', { serial: 4, lineage: 'a', versionId: null }, null, true)),
  'a state that could not be stored': () => failures(noErroredState('out/staging-eu', true)),
  'a state that could not be moved': () => failures(erroredStays('/run/errored.tfstate')),
  'something left to do': () => failures(nothingLeft('staging-eu', O.some(2))),
  'an apply that tofu ended': () => failures(...notHalfApplied('staging-eu', end)),
  'the first Ctrl-C': () => interruptionLines({ asked: 1, isTerminalGone: false, lastAt: 0 }, file),
  'the second Ctrl-C': () => interruptionLines({ asked: 2, isTerminalGone: false, lastAt: 0 }, file),
  'a terminal that is gone': () => interruptionLines({ asked: 1, isTerminalGone: true, lastAt: 0 }, file),
  'a folder of a run that stays': () => keptLines('/run/of-a-test', file),
  'a silent init': () => silenceLines({ command: 'init', seconds: 30, isHeard: true }),
  'a silent plan': () => silenceLines({ command: 'plan', seconds: 30, isHeard: true }),
  'an apply that shows itself': () => silenceLines({ command: 'apply', seconds: 60, isHeard: false }),
  'a silent show': () => silenceLines({ command: 'show', seconds: 30, isHeard: true }),
  'tofu begins': () => eventLines(plain, { _tag: 'Running', command: 'plan' }, file),
  'a plan that passes': () => {
    const judged = { ...of.world.judged, findings: [...of.world.judged.findings, ...of.world.judged.findings] }
    return eventLines(plain, { _tag: 'Judged', judged }, file)
  },
  'a plan that is kept': () => eventLines(plain, { _tag: 'Saved' }, file),
  'after an apply': () =>
    eventLines(
      plain,
      {
        _tag: 'After',
        findings: [nothingLeft('staging-eu', O.some(0)), nothingLeft('staging-eu', O.some(1))],
        state: undefined
      },
      file
    ),
  'after an apply, a fresh plan that cannot be made': () =>
    eventLines(plain, { _tag: 'NotPlanned', stop: { ...atLock, said: ADVICE, seen } }, file),
  'after an apply, a tofu that cannot be started': () => [
    ...eventLines(plain, { _tag: 'NotPlanned', stop: { _tag: 'NotKept', failure: noSpace } }, file),
    ...failures(nothingLeft('staging-eu', O.none))
  ]
})

test.run()
