import { readFileSync, writeFileSync } from 'node:fs'
import { generated, made, withTables } from './document-tables.ts'
import { rulePlaces } from './rule-places.ts'

/** `npm run docs`: writes those parts of the documents anew that are made from code and tests. */
for (const [path, tables] of Object.entries(generated)) {
  const file = new URL(`../../${path}`, import.meta.url)
  writeFileSync(file, withTables(readFileSync(file, 'utf8'), tables))
}

for (const [path, text] of Object.entries(made)) writeFileSync(new URL(`../../${path}`, import.meta.url), text())

/** Where each rule stands and is tested; written anew only where it changed, since the formatter lays it out. */
const placesFile = new URL('../../src/registry/places.json', import.meta.url)
const [now, before] = [JSON.stringify(rulePlaces()), JSON.stringify(JSON.parse(readFileSync(placesFile, 'utf8')))]
if (now !== before) writeFileSync(placesFile, `${JSON.stringify(JSON.parse(now), null, 2)}\n`)
