import { spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** An editor's view of one file: what it offers behind a mark, and what it shows over a field that a colon follows. */
export type Editor = {
  readonly offered: (text: string, mark: string) => Promise<ReadonlyArray<string>>
  readonly shownOver: (text: string, mark: string) => Promise<string>
}

type Message = { readonly id?: number; readonly method?: string; readonly result?: unknown }

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** Line and character right behind a mark, from 0, as the protocol counts them. */
const behind = (text: string, mark: string): { readonly line: number; readonly character: number } => {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`the text has no ${mark}`)
  const lines = text.slice(0, at + mark.length).split('\n')
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
}

/** The messages in a row of bytes, and the bytes that are not a whole message yet. Source: Language Server Protocol, base protocol. */
const messagesIn = (bytes: Buffer): { readonly messages: ReadonlyArray<Message>; readonly rest: Buffer } => {
  const messages: Array<Message> = []
  let rest = bytes
  for (;;) {
    const end = rest.indexOf('\r\n\r\n')
    const length = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, Math.max(end, 0)).toString())?.[1])
    if (end < 0 || rest.length < end + 4 + length) return { messages, rest }
    messages.push(JSON.parse(rest.subarray(end + 4, end + 4 + length).toString()) as Message)
    rest = rest.subarray(end + 4 + length)
  }
}

/** Starts the language server of the installed TypeScript on a stack file, and ends it when `use` is done. */
export const inEditor = async (path: string, use: (editor: Editor) => Promise<void>): Promise<void> => {
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  const server = spawn(process.execPath, [tsc, '--lsp', '--stdio'], {
    cwd: repository,
    stdio: ['pipe', 'pipe', 'ignore']
  })
  const waiting = new Map<number, (result: unknown) => void>()
  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  let read = Buffer.alloc(0)
  server.stdout.on('data', (chunk: Buffer) => {
    const { messages, rest } = messagesIn(Buffer.concat([read, chunk]))
    read = Buffer.from(rest)
    for (const { id, method, result } of messages)
      if (id !== undefined && method !== undefined)
        send({ id, result: method === 'workspace/configuration' ? [{}] : null })
      else if (id !== undefined) waiting.get(id)?.(result)
  })
  let asked = 0
  const ask = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve) => {
      waiting.set((asked += 1), resolve)
      send({ id: asked, method, params })
    })
  const textDocument = { uri: pathToFileURL(`${repository}${path}`).href }
  const at = async (method: string, text: string, mark: string, shift = 0): Promise<unknown> => {
    send({
      method: 'textDocument/didChange',
      params: { textDocument: { ...textDocument, version: asked + 2 }, contentChanges: [{ text }] }
    })
    const { line, character } = behind(text, mark)
    return ask(method, { textDocument, position: { line, character: character + shift } })
  }
  try {
    await ask('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(repository).href,
      capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } }
    })
    send({ method: 'initialized', params: {} })
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { ...textDocument, languageId: 'typescript', version: 1, text: '' } }
    })
    const ended = new Promise<never>((_, reject) => server.once('exit', () => reject(new Error('it ended'))))
    const using = use({
      offered: async (text, mark) => {
        const found = (await at('textDocument/completion', text, mark)) as
          | { readonly items: ReadonlyArray<{ readonly label: string }> }
          | ReadonlyArray<{ readonly label: string }>
          | null
        return (found === null ? [] : 'items' in found ? found.items : found).map(({ label }) => label)
      },
      shownOver: async (text, mark) => {
        const found = (await at('textDocument/hover', text, mark, -2)) as {
          readonly contents: { readonly value: string }
        } | null
        return found?.contents.value ?? ''
      }
    })
    await Promise.race([using, ended])
  } finally {
    server.removeAllListeners('exit')
    server.kill()
  }
}
