// @ts-check

/**
 * A job of somebody's day: the command that does it, what is typed behind it, and what comes of it.
 *
 * @typedef {{ readonly by: string, readonly command: string, readonly typed: string, readonly does: string }} Job
 */

/**
 * The jobs by user, in the order of the day. It is the one list of commands: a command is started by its row here, and a
 * test holds the list against the folders in src/commands/, the scripts of package.json and the completion of shells.
 *
 * @type {ReadonlyArray<Job>}
 */
export const JOBS = [
  { by: 'Author', command: 'new', typed: '', does: 'begin a stack: asks, checks, shows, writes stacks/<stack>.ts' },
  { by: 'Author', command: 'emit', typed: 'staging-eu', does: 'write out/staging-eu/main.tf.json; commit it' },
  { by: 'Reviewer', command: 'emit', typed: '--check', does: 'show whether each file is what its stack emits' },
  { by: 'Reviewer', command: 'review', typed: 'main', does: 'say who gains what since main; 3 where it widens' },
  { by: 'Bootstrap principal', command: 'seed', typed: 'staging-eu', does: 'once: make bucket and lock table' },
  { by: 'Operator', command: 'tofu', typed: 'staging-eu init', does: 'once a checkout: fetch and bind the provider' },
  { by: 'Operator', command: 'preflight', typed: 'staging-eu', does: 'prove file, account, backend and lock' },
  { by: 'Operator', command: 'tofu', typed: 'staging-eu plan', does: 'prove, plan, judge the plan, show it' },
  { by: 'Operator', command: 'tofu', typed: 'staging-eu apply', does: 'apply the plan that was shown' },
  { by: 'Everybody', command: 'status', typed: '', does: 'show every stack in one table; --live asks AWS too' },
  { by: 'Everybody', command: 'doctor', typed: '', does: 'say whether this machine can do the work' },
  { by: 'Everybody', command: 'explain', typed: 'plan-drift', does: 'what a word of a message means, and what to do' },
  {
    by: 'Everybody',
    command: 'sandbox',
    typed: 'staging-eu',
    does: 'rehearse day 0 and accidents, without AWS'
  },
  { by: 'Everybody', command: 'completion', typed: 'bash', does: 'what bash, zsh or fish needs to complete all this' }
]

/** The names of the commands, each once. */
export const COMMANDS = [...new Set(JOBS.map(({ command }) => command))]

/** @type {(job: Job) => string} */
const lineOf = ({ command, typed }) => `npm run ${command}${typed === '' ? '' : ` -- ${typed}`}`

const width = Math.max(...JOBS.map((job) => lineOf(job).length))

/** @type {(user: string) => string} */
const jobsOf = (user) => {
  const lines = JOBS.filter(({ by }) => by === user).map((job) => `  ${lineOf(job).padEnd(width)}  ${job.does}\n`)
  return `${user}\n${lines.join('')}`
}

/** What stands behind no command, and behind --help: who does what, in the order of the day. */
export const FRONT_DOOR = `Isolated OpenTofu states for AWS, declared in TypeScript, emitted as Terraform JSON, and proven before anyone applies.
The jobs in the order of the day; 'staging-eu' is the stack in stacks/staging-eu.ts.

${[...new Set(JOBS.map(({ by }) => by))].map(jobsOf).join('\n')}
  npm run COMMAND -- --help   more about one of them; 'zenthea COMMAND' is the same where it is on PATH
  zenthea --version           which program this is, and with what it was proven
`
