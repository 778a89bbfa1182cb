import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Proof } from '../../../src/declaration/versions.ts'
import { opentofu } from '../../../src/outside/stand-in/tools.ts'
import { providerMirror } from '../../../src/outside/stand-in/provider-mirror.ts'
import type { Fetching } from '../../../src/outside/stand-in/cache.ts'
import { mustRun } from '../../../src/outside/stand-in/run-command.ts'

/** A release of the provider that the charter knows: the tests can run with it, or why they cannot. */
export type Available = { readonly version: string; readonly proof: Proof; readonly missing: string | undefined }

/** Which of the known releases a mirror on this machine or the registry gives. */
export const availableOf = async (
  known: Readonly<Record<string, Proof>>,
  mirrorOf: (version: string) => Promise<string>
): Promise<ReadonlyArray<Available>> => {
  const all: Array<Available> = []
  for (const [version, proof] of Object.entries(known))
    all.push({ version, proof, missing: await whyMissing(() => mirrorOf(version)) })
  return all
}

const whyMissing = async (get: () => Promise<string>): Promise<string | undefined> => {
  try {
    await get()
    return undefined
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
}

/** The mirror of a release, as the bench finds or makes it. */
export const mirrorWith =
  (files: string, fetching: Fetching) =>
  async (version: string): Promise<string> =>
    providerMirror(version, await opentofu(files, fetching), fetching)

const checkout = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * What a copy of the checkout needs to run the end-to-end tests. Node finds all other packages in the checkout around it;
 * these two say that the packages are those of the lock file, and with which bundler.
 */
const PARTS = [
  ...['bin', 'src', 'test', 'docs', 'stacks', 'out', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['node_modules/.package-lock.json', 'node_modules/esbuild']
]

/** A stack's text with another release of the provider, and what it accepts with it. */
export const repinned = (text: string, { version, proof }: Pick<Available, 'version' | 'proof'>): string =>
  text.replace(
    /awsProvider: '[^']*'(, acceptedProof: '[^']*')?/,
    `awsProvider: '${version}'${proof === 'proven by run' ? '' : `, acceptedProof: '${proof}'`}`
  )

/** A copy of this checkout in `.build/`, whose stacks pin another release of the provider and are emitted so. */
export const checkoutWith = async (release: Pick<Available, 'version' | 'proof'>): Promise<string> => {
  const copy = join(checkout, '.build', `e2e-${release.version}`)
  rmSync(copy, { recursive: true, force: true })
  for (const part of PARTS.filter((name) => existsSync(join(checkout, name))))
    cpSync(join(checkout, part), join(copy, part), { recursive: true })
  const projects = [copy, join(copy, 'test', 'project')].filter((project) => existsSync(join(project, 'stacks')))
  for (const project of projects) {
    const stacks = join(project, 'stacks')
    for (const name of readdirSync(stacks).filter((file) => file.endsWith('.ts')))
      writeFileSync(join(stacks, name), repinned(readFileSync(join(stacks, name), 'utf8'), release))
    await mustRun(process.execPath, [join(copy, 'bin', 'zenthea.js'), 'emit'], { cwd: project, env: process.env })
  }
  return copy
}
