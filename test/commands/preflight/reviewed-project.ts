import * as fs from 'node:fs'
import { gitRepository } from '../../../src/outside/git/repository.ts'
import { sourcesRead, stackFiles } from '../../../src/outside/stack/files.ts'
import { workingDirectory } from '../../../src/outside/tofu/checkout.ts'
import type { SourcesRead } from '../../../src/outside/stack/evaluator.port.ts'
import type { Stage } from '../../../src/commands/preflight/checks/directory/judge-directory.ts'
import type { Finding } from '../../../src/diagnostics/finding.ts'
import { reviewedFileAt } from '../../../src/commands/preflight/checks/reviewed-file.ts'
import { type GitProject, bareEnvironment, gitTemplate } from './git-project.ts'
import { stagingIn } from './staging-subject.ts'

export const { text, path, review: page } = stagingIn('/').file
export const source = 'stacks/staging-eu.ts'
export const stack = 'export default 1\n'

/** What an evaluation would read there now. */
export const evaluatedIn = (root: string): SourcesRead => sourcesRead(stackFiles(root))

/** What the check finds in a project whose stack was evaluated just now, or when that was read. */
export const look = (
  { root }: GitProject,
  variables: Readonly<Record<string, string | undefined>> = bareEnvironment,
  patienceMillis = 10_000,
  imports: ReadonlyArray<string> = [],
  stage: Stage = 'before plan',
  read: SourcesRead = evaluatedIn(root)
): Promise<ReadonlyArray<Finding>> =>
  reviewedFileAt(stage)({ ...stagingIn(root), imports, read })({
    repository: gitRepository({ variables, patienceMillis }),
    directory: workingDirectory()
  })()

const made = gitTemplate((project) => {
  project.git('init', '-q')
  project.write(source, stack)
  project.write(path, text)
  project.write(page.path, page.text)
  project.commit(source, path, page.path)
})

/** Lays the reviewed repository, which is made once, into a project. */
export const reviewed = (project: GitProject): void => fs.cpSync(made, project.root, { recursive: true })

/** Writes a program of the shell, and gives its path. */
export const script = (project: GitProject, name: string, lines: string): string => {
  project.write(name, `#!/bin/sh\n${lines}\n`)
  fs.chmodSync(project.at(name), 0o755)
  return project.at(name)
}
