import { outputFiles } from '../../../src/outside/files/files.ts'
import { mortalCalls } from './mortal-calls.ts'

const [project = '', fatal = '', text = ''] = process.argv.slice(2)

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}

const files = outputFiles(mortalCalls(Number(fatal), die))
for (const stack of ['a-eu', 'b-eu']) await files.write(project, `out/${stack}/main.tf.json`, Buffer.from(text))()
