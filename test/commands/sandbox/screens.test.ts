import * as TE from 'fp-ts/lib/TaskEither.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import { plain } from '../../../src/command-line/terminal.ts'
import { ACCIDENTS } from '../../../src/commands/sandbox/accidents.ts'
import { type SandboxPorts, sandboxProgram } from '../../../src/commands/sandbox/program.ts'
import { sandboxStack } from '../../../src/commands/sandbox/stack.ts'
import { stepsIn } from '../../../src/commands/sandbox/way-out.ts'
import type { Inside, Ran } from '../../../src/outside/sandbox/world.port.ts'
import { type Screen, readsAs, screensIn } from '../../support/screens.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('the screens of a sandbox, and what is done in it')

const stack = sandboxStack(emittedStaging())
const source = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')
const EMPTY: Ran = { code: 0, screen: 'there is nothing to apply' }

type Given = {
  isInside?: boolean
  screens?: ReadonlyArray<Ran>
  credentials?: Readonly<Record<string, string>> | string
  note?: string
  stacks?: ReadonlyArray<typeof stack>
  isKept?: boolean
  opens?: string
  /** What the console answers. */
  console?: unknown
  byHand?: number
}

/** A sandbox in which all that is done is written down; each line ends as the next of these screens says. */
const insideOf = (given: Given, lines: Array<string>): Inside => {
  const screens = [...(given.screens ?? [])]
  const files: Record<string, string> = { 'stacks/staging-eu.ts': source, 'out/staging-eu/main.tf.json': '"Enabled"' }
  if (given.note !== '') files['../accident'] = given.note ?? 'lock-held'
  const noted = <A>(what: string, answer: A): A => {
    lines.push(`> ${what}`)
    return answer
  }
  const way = (what: string) => (text?: string) => () => noted(`${what} ${text ?? ''}`.trim(), undefined)
  return {
    stack,
    world: { folder: '/run/sandbox', isEnforced: true, stacks: given.stacks ?? [stack], within: ['unshare'] },
    console: (action: string, parameters: object) =>
      noted(`console ${action} ${JSON.stringify(parameters)}`, TE.right(given.console)),
    credentials: (who: string) =>
      noted(
        `credentials of ${who}`,
        typeof given.credentials === 'string' ? TE.left(given.credentials) : TE.right(given.credentials ?? {})
      ),
    run:
      (line: string, as: string, typing: unknown = [], isShown = true) =>
      async () =>
        noted(
          `${as}${isShown ? '' : ', unseen'}: ${line} ${JSON.stringify(typing)}`,
          await TE.right(screens.shift() ?? { code: 0, screen: 'well' })()
        ),
    byHand: (line: string | undefined, as: string) =>
      noted(`by hand, ${as}: ${line ?? 'a shell'}`, TE.right(given.byHand ?? 0)),
    read: (path: string) => (path in files ? TE.right(files[path]) : TE.left(`no ${path}`)),
    write: (path: string, text: string) => () => {
      files[path] = text
      const lastChange = text
        .split('\n')
        .filter((line) => !source.includes(line))
        .join(' | ')
      return noted(`write ${path}: ${lastChange}`, TE.right(undefined)())
    },
    killTofu: TE.fromIO(() => noted('kill tofu', undefined)),
    way: {
      hold: way('hold'),
      held: TE.fromIO(() => noted('an answer is held', undefined)),
      release: way('release')(),
      cutAt: way('cut at'),
      expireAt: way('expire at'),
      mend: way('mend')()
    }
  } as unknown as Inside
}

const typed =
  (given: Given, ...argv: ReadonlyArray<string>): Screen =>
  async () => {
    const lines: Array<string> = []
    const inside = insideOf(given, lines)
    const ports = {
      open: (asked: object, names: ReadonlyArray<string>, tell: (line: string) => void) => {
        lines.push(`> open ${names.join()} ${JSON.stringify(asked)}`)
        tell('a tool is fetched')
        return given.opens === undefined
          ? TE.right({
              world: inside.world,
              isKept: given.isKept ?? false,
              close: async () => void lines.push('> close')
            })
          : TE.left(given.opens)
      },
      here: () => (given.isInside === true ? TE.right(inside) : undefined),
      inside: () => inside
    } as unknown as SandboxPorts
    const print = (text: string): void => void lines.push(...text.replace(/\n$/, '').split('\n'))
    const code = await sandboxProgram(ports, { out: print, err: print, paintOut: plain, paintErr: plain }, argv)()
    return [...lines, `exit code ${code}`]
  }
const within = (given: Given, ...argv: ReadonlyArray<string>): Screen => typed({ ...given, isInside: true }, ...argv)

const session = {
  AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_SESSION_TOKEN: 't',
  AWS_CREDENTIAL_EXPIRATION: '2026-01-31T12:00:00Z'
}

/** What happens at each accident, what a person is told, what meets it and how. */
const accidents = async (): Promise<ReadonlyArray<string>> => {
  const lines: Array<string> = []
  for (const { name, what, rule, met, isObjectRight, happens } of ACCIDENTS) {
    const { line, as, answers } = met(stack)
    lines.push(`${name}: ${what}`)
    await happens(insideOf({ console: name === 'state-older' ? null : undefined }, lines))()
    lines.push(`  met by ${as}: ${line} ${JSON.stringify(answers)}`)
    lines.push(`  refused by ${rule ?? 'no rule'}; the object is ${isObjectRight ? '' : 'not known to be '}right`)
  }
  return lines
}

const refusal = (rule: string, toDo: string): string =>
  `  ${rule}\n    expected  this\n    actual    that\n    to do     ${toDo}\n`

/** What is typed after a screen, where the object of the state is known to be right and where it is not. */
const stepsAfter = (screen: string): ReadonlyArray<string> =>
  [false, true].flatMap((isRight) =>
    stepsIn(screen, insideOf({}, []), isRight).map(
      ({ line, as, answers }) => `  ${isRight ? 'right' : 'not known'}, ${as}: ${line} ${JSON.stringify(answers)}`
    )
  )
/** The screens of preflight and of the guard as their own tests hold them, and what is typed after each. */
const realScreens = (): ReadonlyArray<string> =>
  ['preflight/aws-screens', 'preflight/checkout-screens', 'guard/screens', 'guard/refusal-screens'].flatMap((name) =>
    [...screensIn(new URL(`../${name}.txt`, import.meta.url))].flatMap(([title, screen]) => {
      const steps = stepsAfter(screen)
      return steps.length === 0 ? [] : [`${name}, ${title}:`, ...steps]
    })
  )

readsAs(test, new URL('screens.txt', import.meta.url), {
  'a shell': typed({}, 'stacks/staging-eu.ts'),
  'all stacks, kept': typed(
    { isKept: true, stacks: [stack, { ...stack, name: 'b-eu' }] },
    '--all',
    '--keep',
    '--offline',
    '--reset'
  ),
  'a line': typed({ byHand: 7 }, 'staging-eu', '--run', 'npm run status'),
  'a tour by itself': typed({}, 'staging-eu', '--tour', '--yes'),
  'a tour by hand, and a line after it': typed({}, 'staging-eu', '--tour', '--run', 'true'),
  'a tour that does not end well': typed(
    {
      screens: [
        { code: 0, screen: '' },
        { code: 3, screen: '' }
      ]
    },
    'staging-eu',
    '--tour',
    '--yes',
    '--run',
    'true'
  ),
  'one that cannot be opened': typed({ opens: 'no tofu\nno moto' }, 'staging-eu'),
  'one without a stack': typed({ stacks: [] }, '--all'),
  'no stack is named': typed({}),
  'the list': typed({}, '--list'),
  'what is not understood': typed({}, '--nothing'),
  'another principal': within({ credentials: session }, 'as', 'operator'),
  'a user with a key': within({ credentials: { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' } }, 'as', 'person'),
  'a principal that is not there yet': within({ credentials: 'the role is not made yet' }, 'as', 'automation'),
  'a principal that nothing knows': within({}, 'as', 'root'),
  'a tour inside': within({}, 'tour', '--yes'),
  'a tour inside, by hand, that ends badly': within({ byHand: 3 }, 'tour'),
  'an older state, where there is one': async () => {
    const lines: Array<string> = []
    await ACCIDENTS.find(({ name }) => name === 'state-older')?.happens(insideOf({ console: 'a version' }, lines))()
    return lines
  },
  'a code': within({ console: { TokenCode: '123456' } }, 'mfa'),
  'no code': within({ console: {} }, 'mfa'),
  'a sandbox in a sandbox': within({}, 'staging-eu'),
  'a word too many': within({}, 'break', 'lock-held', 'now'),
  break: within({}, 'break', 'table-lost'),
  'break, where another principal meets it': within({}, 'break', 'role-trusted'),
  'break, before day 0': within({ credentials: 'the operator role is not made yet' }, 'break', 'lock-held'),
  'break what is not known': within({}, 'break', 'nothing'),
  'way-out, where nothing was broken': within({ note: '' }, 'way-out'),
  'way-out, where nothing is left': within({ screens: [EMPTY] }, 'way-out'),
  'way-out, where no line is printed': within(
    { screens: [{ code: 1, screen: refusal('lock-free', 'Wait.') }] },
    'way-out'
  ),
  'way-out, typed by itself': within(
    {
      note: 'table-lost',
      screens: [
        { code: 1, screen: refusal('table-known', 'Make it: npm run seed -- stacks/a.ts') },
        { code: 0, screen: '' },
        EMPTY
      ]
    },
    'way-out',
    '--yes'
  ),
  'way-out, typed by itself, where a line does not end well': within(
    {
      note: 'table-lost',
      screens: [
        { code: 1, screen: refusal('table-known', 'Make it: npm run seed -- stacks/a.ts') },
        { code: 9, screen: '' }
      ]
    },
    'way-out',
    '--yes'
  ),
  'way-out, of an accident that nothing knows': within({ note: 'bucket-x' }, 'way-out', '--yes'),
  'check, where all is well': within(
    { screens: [{ code: 0, screen: '  proven  nothing-left: nothing to do' }] },
    'check'
  ),
  'check, where it is not yet': within({ screens: [{ ...EMPTY, code: 1 }] }, 'check'),
  'the accidents': accidents,
  'the lines that are typed after the screens of preflight and the guard': realScreens,
  'the lines that are typed after other refusals': () =>
    [
      refusal('caller-account', 'Take new credentials.'),
      refusal('lock-accepts', 'Ask the administrators of the AWS organisation for it.'),
      refusal('plan-drift', 'Find out who did it; then plan as the bootstrap principal.'),
      // None of these tells a line: each is another text than the one that does.
      refusal('caller-account', 'Do not take credentials of the account 1.'),
      refusal('run-alone', 'Do let it end.').replace('that', 'plan has been at work, as process 4711'),
      refusal('run-alone', 'Let it end, or end it.'),
      refusal('table-known', 'Ask who deleted it; npm run seed makes it.'),
      refusal('lock-free', 'Do not remove the lock by hand.'),
      refusal('bucket-policy', 'Replan, then apply it'),
      refusal('bucket-policy', 'Then plan it, then apply. Not yet.'),
      'The plan is kept\nnot  npm run tofu -- stacks/a.ts apply\n',
      '  npm run tofu -- stacks/a.ts apply\n',
      'nothing to do npm run emit\n',
      refusal('bucket-policy', 'Have the owner plan it; then apply.'),
      refusal('plan-drift', 'Find out who did it; then planning as another is refused.'),
      refusal('nothing-else-read', 'Never move tests out of out/staging-eu, or remove it.'),
      `no ${refusal('caller-account', 'Take new credentials.').trim()}`,
      refusal('nothing-else-read', 'Move tests out of out/staging-eu, or remove it.'),
      refusal('run-alone', 'Let it end, or end it.').replace('that', 'plan has been at work, as process 4711')
    ].flatMap((screen) => [screen.trim().split('\n')[0] ?? '', ...stepsAfter(screen)])
})

test.run()
