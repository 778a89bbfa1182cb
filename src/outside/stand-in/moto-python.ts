import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fetching, cached, digest } from './cache.ts'
import { missing, onPath } from './on-path.ts'
import { mustRun } from './run-command.ts'

/** The path of a Python that has moto and boto3, each at its pinned version. It is in a virtual environment of our own. */
export const motoPython = async (files: string, fetching: Fetching): Promise<string> => {
  const requirements = join(files, 'requirements.txt')
  const remedy = 'Put python3 (3.10 or later, with venv and pip) on PATH, and let pip reach a package index.'
  const python = onPath('python3')
  if (python === undefined) throw missing('moto', remedy, 'python3 is not on PATH')
  if (onPath('openssl') === undefined)
    throw missing('moto', 'put openssl on PATH', 'its proxy makes certificates with it')
  const around = { cwd: files, env: process.env }
  try {
    const which = await mustRun(python, ['-c', 'import sys; print(sys.version, sys.base_prefix)'], around)
    const name = `moto-${digest(readFileSync(requirements, 'utf8') + which)}`
    const folder = await cached(name, fetching, async (empty) => {
      await mustRun(python, ['-m', 'venv', empty], around)
      await mustRun(join(empty, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '-r', requirements], around)
    })
    return join(folder, 'bin', 'python')
  } catch (error) {
    throw missing('moto', remedy, error)
  }
}
