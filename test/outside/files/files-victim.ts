import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { outputFiles } from '../../../src/outside/files/files.ts'
import { mortalCalls } from './mortal-calls.ts'

const [project = '', fatal = '', text = ''] = process.argv.slice(2)

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

const files = outputFiles(mortalCalls(Number(fatal), die))
for (const path of ['out/a-eu/main.tf.json', 'out/b-eu/REVIEW.md'])
  await files.write(absolutePath(project), path, Buffer.from(text))()
