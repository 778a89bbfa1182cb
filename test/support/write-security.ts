import { readFileSync, writeFileSync } from 'node:fs'
import { withTables } from './security-tables.ts'

/** `npm run security`: writes the tables of SECURITY.md anew. */
const file = new URL('../../SECURITY.md', import.meta.url)

writeFileSync(file, withTables(readFileSync(file, 'utf8')))
