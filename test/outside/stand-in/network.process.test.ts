import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { type Server, createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commandWithin, makeNetwork } from '../../../src/outside/stand-in/network.ts'
import { onPath } from '../../../src/outside/stand-in/on-path.ts'
import { isGiven } from '../../support/network.ts'

const files = fileURLToPath(new URL('../../../src/outside/stand-in/files', import.meta.url))
const probe = fileURLToPath(new URL('../../support/ways-out.py', import.meta.url))
const python = onPath('python3') ?? 'python3'

const test = suite<{ folder: string; servers: ReadonlyArray<Server> }>('the network of a sandbox')

const listening = (
  at: { readonly port: number; readonly host?: string } | { readonly path: string }
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => socket.destroy()))
    server.once('error', reject).listen(at, () => resolve(server))
  })

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test.before.each(async (context) => {
  context.folder = realpathSync(mkdtempSync(join(tmpdir(), 'network-')))
  context.servers = [await listening({ port: 0 }), await listening({ path: join(context.folder, 'socket') })]
})
test.after.each(({ folder, servers }) => {
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true })
})

/** Each way out of this process: a host by its address, two names, this machine's own addresses, and its sockets. */
const waysOut = (folder: string, servers: ReadonlyArray<Server>): ReadonlyArray<string> => {
  const port = servers[0] === undefined ? 0 : portOf(servers[0])
  const own = Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ address, internal }) => !internal && !address.startsWith('fe80:'))
    .map(({ address }) => `${address}:${port}`)
  return [...own, `127.0.0.1:${port}`, join(folder, 'socket'), '1.1.1.1:443', 'example.com', 'sts.amazonaws.com']
}

type Said = { readonly code: number | null; readonly pid: number | undefined; readonly stdout: string }

const ran = (within: ReadonlyArray<string>, file: string, args: ReadonlyArray<string>, cwd: string): Promise<Said> =>
  new Promise((resolve, reject) => {
    const child = spawn(...commandWithin(within, file, args), { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, pid: child.pid, stdout }))
  })

test('where the system gives one, each way out is closed in it; where it gives none, that is known', async ({
  folder,
  servers
}) => {
  const ways = waysOut(folder, servers)
  const outside = await ran([], python, [probe, ...ways], folder)
  for (const way of ways.slice(0, -3)) assert.match(outside.stdout, `OPEN ${way}\n`)
  const network = await makeNetwork(python, files, folder)
  assert.is(network !== undefined, isGiven())
  if (network === undefined) return
  try {
    const { code, stdout } = await ran(network.within, python, [probe, ...ways], folder)
    assert.is(stdout, ways.map((way) => `CLOSED ${way}\n`).join(''))
    assert.is(code, 0)
  } finally {
    await network.stop()
  }
})

test('in it a command keeps its process, its user, its groups and its folder, and has the loopback', async ({
  folder
}) => {
  const network = await makeNetwork(python, files, folder)
  assert.is(network !== undefined, isGiven())
  if (network === undefined) return
  try {
    const line = 'echo $$ $(id -u) $(id -g) "$(pwd)"'
    const inside = await ran(network.within, 'bash', ['-c', line], folder)
    assert.is(inside.stdout, `${inside.pid} ${process.getuid?.()} ${process.getgid?.()} ${folder}\n`)
    const both =
      'import socket as s; a = s.create_server(("127.0.0.1", 0)); s.create_connection(a.getsockname(), 5); print("SPOKEN")'
    assert.is((await ran(network.within, python, ['-c', both], folder)).stdout, 'SPOKEN\n')
    const other = await makeNetwork(python, files, folder)
    const names = await Promise.all(
      [network, other].map((one) => ran(one?.within ?? [], 'readlink', ['/proc/self/ns/net'], folder))
    )
    await other?.stop()
    assert.is(new Set(names.map(({ stdout }) => stdout)).size, 2, 'two sandboxes do not share one')
  } finally {
    await network.stop()
  }
})

test('a system that lets no user make namespaces gives none', async ({ folder }) => {
  const refusing = join(folder, 'python3')
  const none = 'echo 0 > /proc/sys/user/max_user_namespaces || exit 9; exec "$@"'
  const isLimited = isGiven() && spawnSync('unshare', ['-r', 'true']).status === 0
  const before = isLimited ? `unshare -r sh -c '${none}' -- ` : ''
  writeFileSync(refusing, `#!/bin/sh\nexec ${before}${isLimited ? python : '/bin/false'} "$@"\n`)
  chmodSync(refusing, 0o755)
  assert.is(await makeNetwork(refusing, files, folder), undefined)
})

test.run()
