/** JavaScript that runs in a child before everything else (see `ChildOptions`): both of its outputs are terminals. */
export const TERMINAL = 'process.stdout.isTTY = true; process.stderr.isTTY = true'

/** Standard output lies on a full disk. */
export const FULL_OUTPUT = `
  process.stdout.write = () => {
    const error = Object.assign(new Error('ENOSPC: words'), { code: 'ENOSPC' })
    process.nextTick(() => process.stdout.emit('error', error))
    return false
  }`
