// @ts-check
import { readFileSync } from 'node:fs'

/** @typedef {{ readonly exports: Readonly<Record<string, string>> }} Manifest */

const root = new URL('../../../', import.meta.url)
const { exports } = /** @type {Manifest} */ (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')))

/** The authoring surface, which every stack is going to import, is loaded beside what evaluates it and not after. */
for (const module of Object.values(exports)) void import(new URL(module, root).href)
await import('./worker.ts')
