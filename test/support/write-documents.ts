import { readFileSync, writeFileSync } from 'node:fs'
import { withTables, withTree } from './document-tables.ts'

/** `npm run docs`: writes those parts of SECURITY.md and CONTRIBUTING.md anew that are made from code and tests. */
const rewrite = (name: string, as: (document: string) => string): void => {
  const file = new URL(`../../${name}`, import.meta.url)
  writeFileSync(file, as(readFileSync(file, 'utf8')))
}

rewrite('SECURITY.md', withTables)
rewrite('CONTRIBUTING.md', withTree)
