import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import type { GuardRun, Guarded } from './guarded.ts'

/** One layout: what is done to the project, how the guard is run then, and what refuses it. */
export type Layout = {
  readonly act: (at: Guarded) => void
  readonly run?: (at: Guarded) => GuardRun
  /** A rule, or the word of a stop. None where the layout is harmless: tofu plans. */
  readonly refusedBy: string | undefined
}

const OUT = 'out/staging-eu'

const write = ({ root }: Guarded, path: string, text: string): void => {
  fs.mkdirSync(dirname(join(root, path)), { recursive: true })
  fs.writeFileSync(join(root, path), text)
}
const file =
  (path: string, text = ''): Layout['act'] =>
  (at) =>
    write(at, path, text)
const commit = ({ git }: Guarded): void => {
  git('add', '-A')
  git('commit', '-q', '--allow-empty', '-m', 'x')
}
const both =
  (...acts: ReadonlyArray<Layout['act']>): Layout['act'] =>
  (at) =>
    acts.forEach((act) => act(at))

/** Moves it away, and puts a link there. */
const linked =
  (path: string): Layout['act'] =>
  ({ root }) => {
    fs.renameSync(join(root, path), join(root, 'moved'))
    fs.symlinkSync(join(root, 'moved'), join(root, path))
  }

const submodule =
  (folder: string, name: string): Layout['act'] =>
  (at) => {
    write(at, `${folder}/${name}`, 'export default 1\n')
    at.git('init', '-q', folder)
    at.git('-C', folder, 'add', '.')
    at.git('-C', folder, 'commit', '-q', '-m', 'x')
    commit(at)
  }

/** A checkout without one of the stacks. Of a file that may have changed git would leave it. */
const sparse: Layout['act'] = ({ git, root }) => {
  git('update-index', '-q', '--refresh')
  git('sparse-checkout', 'set', '--no-cone', '/*', '!/stacks/production-eu.ts')
  if (fs.existsSync(join(root, 'stacks/production-eu.ts'))) throw new Error('the stack is still there')
}

/** A commit whose trees hold each other: 10 to the power of 12 files in a dozen objects. Only the project is on the disk. */
const treeBomb: Layout['act'] = ({ git, root }) => {
  const made = (args: ReadonlyArray<string>, input: string): string =>
    execFileSync('git', [...args], { cwd: root, input, encoding: 'utf8' }).trim()
  let entry = `100644 blob ${made(['hash-object', '-w', '--stdin'], 'x\n')}`
  for (let depth = 0; depth < 12; depth += 1)
    entry = `040000 tree ${made(['mktree'], [...Array(10).keys()].map((name) => `${entry}\t${name}\n`).join(''))}`
  const tree = made(['mktree'], `${git('ls-tree', 'HEAD')}${entry}\tbomb\n`)
  git('reset', '-q', '--soft', git('commit-tree', tree, '-p', 'HEAD', '-m', 'x').trim())
}

/** A stack file that differs while git says that nothing has changed. */
const hidden: Layout['act'] = (at) => {
  at.git('update-index', '--assume-unchanged', `${OUT}/main.tf.json`)
  fs.appendFileSync(join(at.root, OUT, 'main.tf.json'), ' ')
}

/** A filter that shows git the committed bytes, whatever lies in the folder. */
const filtered: Layout['act'] = (at) => {
  const path = `${OUT}/main.tf.json`
  write(at, '.gitattributes', `${path} filter=same\n`)
  at.git('config', 'filter.same.clean', `git cat-file blob HEAD:${path}`)
  commit(at)
  fs.appendFileSync(join(at.root, path), ' ')
}

/** Programs that git would run for a repository that names them; each leaves a mark. */
const hooked: Layout['act'] = ({ git, root }) => {
  const program = join(root, '.git/mark')
  fs.writeFileSync(program, `#!/bin/sh\ntouch ${root}/../${root.split('/').at(-1)}-home/marked\n`, { mode: 0o755 })
  git('config', 'core.fsmonitor', program)
  git('config', 'diff.external', program)
  git('config', 'core.pager', program)
  git('config', 'core.sshCommand', program)
}

const overriding = 'provider_installation {\n  dev_overrides {\n    "hashicorp/aws" = "/usr/lib"\n  }\n  direct {}\n}\n'

const inFolder = (name: string, text = '{}', refusedBy = 'nothing-else-read'): Layout => ({
  act: file(`${OUT}/${name}`, text),
  refusedBy
})

/** The layouts that are tried. */
export const layouts: Readonly<Record<string, Layout>> = {
  'a second project in the commit': {
    act: both(file('b/stacks/other-eu.ts', 'export default 1\n'), file('b/out/other-eu/main.tf.json', '{}'), commit),
    refusedBy: 'one-project'
  },
  'trees that hold each other': { act: treeBomb, refusedBy: undefined },
  'a neighbour that a sparse checkout leaves out': {
    act: sparse,
    refusedBy: 'neighbours-committed'
  },
  'a neighbour that was deleted by hand': {
    act: ({ root }) => fs.rmSync(join(root, 'stacks/production-eu.ts')),
    refusedBy: 'neighbours-committed'
  },
  'a submodule in stacks/': { act: submodule('stacks/inner', 'other-eu.ts'), refusedBy: 'neighbours-committed' },
  'a project in stacks/': { act: submodule('stacks/inner', 'stacks/other-eu.ts'), refusedBy: 'nested-project' },
  'stacks/ as a link': { act: both(linked('stacks'), commit), refusedBy: 'neighbours-committed' },
  'the emitted file as a link': { act: linked(`${OUT}/main.tf.json`), refusedBy: 'nothing-else-read' },
  'its folder as a link': { act: linked(OUT), refusedBy: 'nothing-else-read' },
  'a change that the index hides': { act: hidden, refusedBy: 'file-committed' },
  'a change that a filter of git hides': { act: filtered, refusedBy: 'file-committed' },
  'a .tf.json beside the emitted file': inFolder('more.tf.json'),
  'an override': inFolder('main_override.tf.json'),
  'a file of OpenTofu alone': inFolder('more.tofu', ''),
  'a test of OpenTofu': inFolder('plan.tftest.hcl', ''),
  'a test of OpenTofu alone': inFolder('plan.tofutest.hcl', ''),
  'a folder of tests': inFolder('tests/plan.tftest.hcl', ''),
  'variables that are read by themselves': inFolder('more.auto.tfvars.json'),
  'a state beside the file': inFolder('terraform.tfstate', '{}', 'no-local-state'),
  'a workspace that is selected': inFolder('.terraform/environment', 'other', 'workspace-default'),
  'a provider of TF_CLI_CONFIG_FILE': {
    act: file('cli.tfrc', overriding),
    run: ({ root }) => ({ env: { TF_CLI_CONFIG_FILE: join(root, 'cli.tfrc') } }),
    refusedBy: 'provider-source'
  },
  'a provider of ~/.terraformrc': {
    act: ({ home }) => fs.writeFileSync(join(home, '.terraformrc'), overriding),
    run: () => ({ env: { TF_CLI_CONFIG_FILE: undefined } }),
    refusedBy: 'provider-source'
  },
  'a repository that names programs to run': { act: hooked, refusedBy: undefined },
  'a submodule beside the project': { act: submodule('b', 'stacks/other-eu.ts'), refusedBy: undefined },
  'files of OpenTofu and documents outside of its folder': {
    act: both(file('main.tf', 'x'), file('docs/a.md'), file('tests/plan.tftest.hcl', 'x'), file('x.auto.tfvars', 'x')),
    refusedBy: undefined
  }
}
