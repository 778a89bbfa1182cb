import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { type GitProject, bareEnvironment } from '../../commands/preflight/git-project.ts'

/** Where an object lies that is no part of a pack. */
export const looseAt = (objects: string, id: string): string => join(objects, id.slice(0, 2), id.slice(2))

/** Puts other bytes in the place of an object, as a loose one in that folder of objects. */
export const forgeLoose = (objects: string, id: string, type: string, bytes: Buffer): void => {
  const place = looseAt(objects, id)
  fs.mkdirSync(dirname(place), { recursive: true })
  fs.rmSync(place, { force: true })
  fs.writeFileSync(place, deflateSync(Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])))
}

/** The id of bytes that are then in the repository. */
export const stored = ({ root }: GitProject, type: string, bytes: Buffer): string =>
  execFileSync('git', ['hash-object', '-w', '--literally', '-t', type, '--stdin'], {
    cwd: root,
    env: bareEnvironment,
    input: bytes,
    encoding: 'utf8'
  }).trim()

/** The bytes of an object, by git. */
export const rawOf = ({ root }: GitProject, type: string, id: string): Buffer =>
  execFileSync('git', ['cat-file', type, id], { cwd: root, env: bareEnvironment })

/**
 * Puts other bytes in the place of an object inside of a pack: a pack of one object, whose index names it by the id that is
 * forged. Source: Git, gitformat-pack, "Version 2 pack-*.idx files".
 */
export const forgePacked = (project: GitProject, id: string, type: string, bytes: Buffer): void => {
  const other = stored(project, type, bytes)
  const folder = project.at('.git/objects/pack')
  const pack = execFileSync('git', ['pack-objects', '-q', join(folder, 'pack')], {
    cwd: project.root,
    env: bareEnvironment,
    input: `${other}\n`,
    encoding: 'utf8'
  }).trim()
  const path = join(folder, `pack-${pack}.idx`)
  const index = fs.readFileSync(path)
  const name = Buffer.from(id, 'hex')
  for (let first = 0; first < 256; first += 1) index.writeUInt32BE(first >= (name[0] ?? 0) ? 1 : 0, 8 + 4 * first)
  name.copy(index, 8 + 4 * 256)
  const end = index.length - 20
  createHash('sha1').update(index.subarray(0, end)).digest().copy(index, end)
  fs.chmodSync(path, 0o644)
  fs.writeFileSync(path, index)
  for (const gone of [other, id]) fs.rmSync(looseAt(project.at('.git/objects'), gone), { force: true })
}
