import { ASK_ORGANISATION, LIFT } from './organisation.ts'
import type { SandboxStack, Typing, Who } from '../../outside/sandbox/world.port.ts'

/** A line that leads out of an accident, who types it, and what they answer. */
export type Step = { readonly line: string; readonly as: Who; readonly answers: Typing }

/** What a refusal says is to be done by a rule, as it stands on a screen. */
const toDo = (screen: string, rule: string): string =>
  new RegExp(`^ +${rule}\\s*\\n(?: +\\S.*\\n)*? +to do +(.*)$`, 'm').exec(screen)?.[1]?.trim() ?? ''

const first = (text: string, form: RegExp): ReadonlyArray<string> => {
  const found = form.exec(text)?.[1]
  return found === undefined ? [] : [found]
}

/** Rules whose refusal ends in the command that puts a setting back. */
const SETTINGS = [
  'bucket-versioning',
  'bucket-public-access',
  'bucket-encryption',
  'table-encryption-key',
  'table-recovery'
]

/** The guard's question before it applies. */
export const QUESTION = 'Type the name of the environment to apply this: '

type At = Pick<SandboxStack, 'name' | 'account' | 'environment'>

const step = (line: string, answers: Typing = []): Step => ({ line, as: 'bootstrap', answers })

const planStep = ({ name }: At): Step => step(`npm run tofu -- stacks/${name}.ts plan`)

const applyStep = ({ name, environment }: At): Step =>
  step(`npm run tofu -- stacks/${name}.ts apply`, [[QUESTION, `${environment}\n`]])

/** What a person edits in the stack's file and has reviewed; the line ends with the commit of it. */
const reviewedEdit = ({ name }: At, from: string, to: string): Step => {
  const file = `stacks/${name}.ts`
  const edit = `sed -i.bak "s|${from}|${to}|" ${file} && rm ${file}.bak`
  return step(`${edit} && npm run emit -- ${file} && git commit -qam 'A reviewed step'`)
}

const HANDOVER =
  /declare bootstrapPrincipal: '([^']+)' with nextBootstrapPrincipal: '([^']+)' and apply that as \1; then declare bootstrapPrincipal: '\2' alone/

/** What a refused bucket policy says: two steps of a handover, or a plan of the bootstrap principal. */
const ofPolicy = (text: string, at: At): ReadonlyArray<Step> => {
  const [, old, next] = HANDOVER.exec(text) ?? []
  const both = [planStep(at), applyStep(at)]
  if (old === undefined || next === undefined) return / plan\b.*, then apply\.$/.test(text) ? both : []
  const [was, is] = [old, next].map((arn) => `bootstrapPrincipal: '${arn}'`)
  const first = `${was}, nextBootstrapPrincipal: '${next}'`
  return [reviewedEdit(at, `${is}`, first), ...both, reviewedEdit(at, first, `${is}`), ...both]
}

/** The beginning of a refusal's remedy that asks for other credentials, in any of its wordings. */
const OTHER_CREDENTIALS = /^(?:take credentials of the account|assume the declared role and run|take new credentials)/i

/**
 * The lines that a screen of the guard tells a person to type, in its order, and nothing else. A step that the screen does not
 * tell is not known here either. Where the object and the digest of a state differ, people know which is right.
 */
export const stepsIn = (
  screen: string,
  { stack: at }: { readonly stack: At },
  isObjectRight: boolean
): ReadonlyArray<Step> => {
  const { name, account } = at
  const digest = toDo(screen, 'state-digest')
  return [
    ...['caller-account', 'caller-principal', 'credentials-last'].flatMap((rule) =>
      OTHER_CREDENTIALS.test(toDo(screen, rule)) ? [step('as bootstrap')] : []
    ),
    ...(new RegExp(`^ +to do +${ASK_ORGANISATION}`, 'm').test(screen) ? [step(LIFT)] : []),
    // The refusal names the process of the run that is to end.
    ...(/^let it end/i.test(toDo(screen, 'run-alone')) ? first(screen, /, as process (\d+)/) : []).map((pid) =>
      step(`while kill -0 ${pid} 2>/dev/null; do sleep 1; done`)
    ),
    ...first(toDo(screen, 'table-known'), /: (npm run seed -- .*)$/).map((line) =>
      step(line, [['Type the account id to create this: ', `${account}\n`]])
    ),
    // To release a lock, OpenTofu reads the state: its digest has to be right before.
    ...(isObjectRight
      ? first(digest, /digest(?: its MD5)?: ((?:export \S+ && )*aws dynamodb put-item .*?)(?:; if not,|$)/)
      : first(digest, /(?:bring it back|belongs to): ((?:export \S+ && )*aws s3api .*)$/)
    ).map((line) => step(line)),
    ...first(toDo(screen, 'lock-free'), /remove the lock(?: by hand)?: (.*?);/).map((line) =>
      step(line, [['Enter a value:', 'yes\n']])
    ),
    ...first(toDo(screen, 'no-local-state'), /store it, never with -force, so that .* has written: (.*)$/).map((line) =>
      step(line)
    ),
    ...SETTINGS.flatMap((rule) => first(toDo(screen, rule), /declared: (.*)$/)).map((line) => step(line)),
    ...ofPolicy(toDo(screen, 'bucket-policy'), at),
    ...first(toDo(screen, 'plan-drift'), /\bthen (plan) as /).map(() => planStep(at)),
    ...first(toDo(screen, 'nothing-else-read'), /^Move tests out of (\S+), or remove it/).map((folder) =>
      step(`rm -r ${folder}/tests`)
    ),
    ...(/^ +to do +.*npm run emit\b/m.test(screen) ? [step(`npm run emit -- stacks/${name}.ts`)] : []),
    ...(/^ {2}npm run tofu -- \S+ apply/m.test(screen) && screen.includes('The plan is kept') ? [applyStep(at)] : [])
  ]
}
