import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cached, digest } from './cache.ts'
import { missing } from './missing.ts'
import { onPath } from './on-path.ts'
import { mustRun } from './run-command.ts'

const requirements = fileURLToPath(new URL('moto/requirements.txt', import.meta.url))

/** The path of a Python that has moto and boto3, each at its pinned version, in a virtual environment of our own. */
export const motoPython = async (): Promise<string> => {
  const remedy = 'put python3 (3.10 or later, with venv and pip) on PATH, and let pip reach a package index'
  const python = onPath('python3')
  if (python === undefined) throw missing('moto', remedy, 'python3 is not on PATH')
  if (onPath('openssl') === undefined)
    throw missing('moto', 'put openssl on PATH', 'its proxy makes certificates with it')
  const around = { cwd: fileURLToPath(new URL('.', import.meta.url)), env: process.env }
  try {
    const which = await mustRun(python, ['-c', 'import sys; print(sys.version, sys.base_prefix)'], around)
    const name = `moto-${digest(readFileSync(requirements, 'utf8') + which)}`
    const folder = await cached(name, async (empty) => {
      await mustRun(python, ['-m', 'venv', empty], around)
      await mustRun(join(empty, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '-r', requirements], around)
    })
    return join(folder, 'bin', 'python')
  } catch (error) {
    throw missing('moto', remedy, error)
  }
}
