// @ts-check
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ readonly name: string, readonly exports: Readonly<Record<string, string>> }} Manifest */

/** The folder of this package, all links followed. */
export const root = realpathSync.native(fileURLToPath(new URL('../../..', import.meta.url)))

/** What package.json says of this package. Its `exports` are the authoring surface. */
export const manifest = /** @type {Manifest} */ (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
