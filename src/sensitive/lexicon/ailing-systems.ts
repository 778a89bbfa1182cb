import { letters } from '../fold.ts'
import { about, aboutOf } from './lexicon.ts'

/** Words by which someone is said to have an illness, folded. Programs are said to have one too. */
const ails = /(?<![a-z])(?:diagnosed with|suffers from|treated for|leidet an|erkrankt an|behandelt wegen)\s/

const allAils = new RegExp(ails.source, 'g')

const word = new RegExp(`[${letters}]+`, 'g')

const bitsOf = (text: string): number =>
  Array.from(text.matchAll(word)).reduce((bits, [each]) => bits | aboutOf(each), 0)

const ofAPerson = about.person | about.illness | about.organ | about.disorder | about.medicine

/**
 * Whether a folded text says of a system that it ails, as in `the cluster suffers from latency`. Who ails stands before that.
 * A text that speaks of a person or names an illness does not say so.
 */
export const ailsAsASystem = (folded: string): boolean => {
  const at = folded.search(ails)
  return at > 0 && (bitsOf(folded.slice(0, at)) & about.system) !== 0 && (bitsOf(folded) & ofAPerson) === 0
}

/** The same text without the words that say so. */
export const withoutAilment = (folded: string): string => folded.replaceAll(allAils, '')
