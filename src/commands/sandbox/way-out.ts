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

/**
 * The lines that a screen of the guard tells a person to type, in its order, and nothing else: what it does not tell is not
 * known here either. Of a state whose object and digest differ, people know which is right.
 */
export const stepsIn = (
  screen: string,
  { stack: { name, account, environment } }: { readonly stack: Pick<SandboxStack, 'name' | 'account' | 'environment'> },
  isObjectRight: boolean
): ReadonlyArray<Step> => {
  const step = (line: string, answers: Typing = []): Step => ({ line, as: 'bootstrap', answers })
  const digest = toDo(screen, 'state-digest')
  return [
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
    ...SETTINGS.flatMap((rule) => first(toDo(screen, rule), /declared: (.*)$/)).map((line) => step(line)),
    ...first(toDo(screen, 'nothing-else-read'), /^Move tests out of (\S+), or remove it/).map((folder) =>
      step(`rm -r ${folder}/tests`)
    ),
    ...(/^ +to do +.*npm run emit\b/m.test(screen) ? [step(`npm run emit -- stacks/${name}.ts`)] : []),
    ...(/^ {2}npm run tofu -- \S+ apply/m.test(screen) && screen.includes('The plan is kept')
      ? [
          step(`npm run tofu -- stacks/${name}.ts apply`, [
            ['Type the name of the environment to apply this: ', `${environment}\n`]
          ])
        ]
      : [])
  ]
}
