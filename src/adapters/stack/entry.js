// @ts-check
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { manifest, root } from './manifest.js'

/** The authoring surface, which every stack is going to import, is loaded beside what evaluates it and not after. */
for (const module of Object.values(manifest.exports)) void import(pathToFileURL(join(root, module)).href)
await import('./worker.ts')
