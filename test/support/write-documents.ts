import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from './document-tables.ts'

/** `npm run docs`: writes those parts of SECURITY.md anew that are made from code and tests. */
const file = new URL('../../SECURITY.md', import.meta.url)
writeFileSync(file, withTables(readFileSync(file, 'utf8')))
