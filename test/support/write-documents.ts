import { readFileSync, writeFileSync } from 'node:fs'
import { generated, withTables } from './document-tables.ts'

/** `npm run docs`: writes those parts of the documents anew that are made from code and tests. */
for (const [path, tables] of Object.entries(generated)) {
  const file = new URL(`../../${path}`, import.meta.url)
  writeFileSync(file, withTables(readFileSync(file, 'utf8'), tables))
}
