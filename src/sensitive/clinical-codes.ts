import { fold } from './fold.ts'
import { fullNamesIn, canBeName } from './lexicon/names.ts'
import { ageOrBed } from './lexicon/ages.ts'
import { isOfAMachine } from './lexicon/hardware.ts'

/** Codes by the system that they belong to: illnesses (ICD-10, SKS), medicines (ATC), procedures (OPS, NOMESCO). */
const systems = [
  /(?<![\w.-])(?:[A-TV-Z]\d\d\.\d{1,2}|D[A-Z]\d{3,4}[A-Z]?)(?![\w-]|\.\d)/,
  /(?<![\w.-])[A-DG-HJL-NPR-SV]\d\d[A-Z]{2}\d\d(?![\w-])/,
  /(?<![\w.-])(?:[1-9]-\d{2}[\da-z](?:\.[\da-z]{1,2})?|K[A-Z]{3}\d\d[A-Z]?)(?![\w-]|\.\d)/
]
/** A concept of SNOMED CT, and a value behind a code of LOINC. */
const concept = /(?<![\w.-])\d{8,9}(?![\w-]|\.\d)/
const measured = /(?<![\w.-])\d{3,5}-\d ?[=:<>] ?\d/
/** How many are taken in the morning, at noon, in the evening and at night. */
const regimen = /(?<![\w.-])(?=[\d-]*0)\d{1,2}-\d{1,2}-\d{1,2}(?:-\d{1,2})?(?![\w-]|\.\d)/

/** A day on which grown people were born. */
const birthDay = /(?<!\d)(?:19\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]\d{1,2}|\d{1,2}[-/.](?:0?[1-9]|1[0-2])[-/.]19\d\d)(?!\d)/

const ofMachines =
  /(?<![a-z])(?:(?:server|host|zone|batch|schedule|policy|class|port|rack|patch|switch|socket|panel|steckdose|unit|version|release|kabel|cable|vlan|shelf|slot|cabinet|schrank)(?:e?s|e?n|e)?|racky|racki|policies|shelves|iso|en \d|iec|ups|firmware)(?![a-z])/

const firstName = /^["'(]?((?:\p{Lu}['’]?|Ó )\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?: \p{Lu}\.)?[ ,:/]/u

const hasPerson = (text: string): boolean => {
  const [, first = ''] = firstName.exec(text) ?? []
  return (first !== '' && canBeName(first)) || fullNamesIn(text).length > 0
}

/** A clinical code beside a person, a bed, a dose or a code of another kind. */
export const clinicalCodeIn = (text: string): string | undefined => {
  if (!/\d/.test(text)) return undefined
  const codes = systems.filter((system) => system.test(text)).length
  const isConcept = concept.test(text) && (measured.test(text) || /snomed/i.test(text))
  if (codes === 0 && !isConcept) return undefined
  const folded = fold(text)
  if (ofMachines.test(folded) || isOfAMachine(folded)) return undefined
  const isTaken = regimen.test(text) && codes > 0
  return codes >= 2 ||
    isTaken ||
    (isConcept && (measured.test(text) || regimen.test(text)) && hasPerson(text)) ||
    (codes > 0 && ageOrBed.test(folded)) ||
    (codes > 0 && birthDay.test(text) && hasPerson(text)) ||
    (systems[1]?.test(text) === true && hasPerson(text))
    ? 'code of a diagnosis'
    : undefined
}
