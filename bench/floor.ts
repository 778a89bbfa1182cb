import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The least that any reader of stacks does: imports those of the working directory's `stacks/`, and nothing else. */
const [named] = process.argv.slice(2)
const files = named === undefined ? readdirSync('stacks').map((name) => join('stacks', name)) : [named]
for (const file of files) await import(pathToFileURL(file).href)
