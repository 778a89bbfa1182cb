import { fold, letters } from '../fold.ts'
import { about, aboutOf } from './lexicon.ts'
import { counted, joining } from './counts.ts'
import { namesIllness } from './sentences.ts'

const token = new RegExp(`[${letters}]+|\\d+`, 'g')

/** Where a system runs, which stands behind its name as a word for a system does: `diabetes-prod`. */
const environments = new Set(
  'prod|production|preprod|prd|stage|staging|stg|test|tst|dev|qa|uat|eu|de|at|fr|es|it|nl|pl|shared|sandbox'.split('|')
)
/** "Of" and "for", folded, between a system and what it is about: `registro de diabetes`. */
const of =
  /^(?:of|for|fur|von|de|du|des|di|del|della|do|da|para|per|pour|voor|van|dla|pro|pre|za|pentru|за|на|για|till|til)$/

type Token = { readonly word: string; readonly from: number; readonly to: number }

const isSystem = (word: string | undefined): boolean =>
  word !== undefined && (environments.has(word) || (aboutOf(word) & about.system) !== 0)

const isOfIllness = (word: string): boolean =>
  (aboutOf(word) & (about.illness | about.organ | about.disorder | about.medicine)) !== 0

const gap = (folded: string, first: Token | undefined, second: Token | undefined): string =>
  first === undefined || second === undefined ? '' : folded.slice(first.to, second.from)

/** Whether the words on from a place, up to four, end with a system: `breast cancer registry`, `insulin pump firmware`. */
const isSystemBehind = (folded: string, tokens: ReadonlyArray<Token>, at: number): boolean => {
  let others = 0
  for (let next = at + 1; next <= at + 4; next += 1) {
    if (!/^[ _-]$/.test(gap(folded, tokens[next - 1], tokens[next]))) return false
    const word = tokens[next]?.word ?? ''
    if (isSystem(word)) return !environments.has(word) || gap(folded, tokens[next - 1], tokens[next]) !== ' '
    others += isOfIllness(word) ? 0 : 1
    if (others > 1 || joining.has(word)) return false
  }
  return false
}

const isSystemBefore = (folded: string, tokens: ReadonlyArray<Token>, at: number): boolean => {
  let before = at - 1
  while (before > at - 4 && isOfIllness(tokens[before]?.word ?? '')) before -= 1
  if (of.test(tokens[before]?.word ?? '')) return isSystem(tokens[before - 1]?.word)
  return isSystem(tokens[before]?.word) && /^[_-]$/.test(gap(folded, tokens[before], tokens[before + 1]))
}

/**
 * Whether an illness is named that is not in the name of a system. A registry of diabetes and a stack `dementia-prod` are
 * systems, whose names a reader needs. So is what has two words for one: `ibuprofen in sample payloads of the API`. An
 * illness by itself can be one person's.
 */
export const namesIllnessAlone = (text: string): boolean => {
  const folded = fold(text)
  const { illness, system, person } = counted(folded)
  if (illness === 0 || (system > 1 && person === 0)) return false
  const tokens = Array.from(folded.matchAll(token), ({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length
  }))
  const kept = tokens.filter(
    ({ word }, at) => !isOfIllness(word) || !(isSystemBehind(folded, tokens, at) || isSystemBefore(folded, tokens, at))
  )
  return namesIllness(kept.map(({ word }) => word).join(' '))
}
