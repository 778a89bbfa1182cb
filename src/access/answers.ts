import type { Access } from './access.ts'
import { keyText, principalTexts } from './cell-text.ts'
import type { Cells } from './cells.ts'
import { type Criterion, criterion } from './criterion.ts'
import { ofOneFamily, spacesOf } from './difference.ts'
import { levels } from './levels.ts'
import { literal } from './pattern.ts'
import { type Region, differing } from './question.ts'
import { questions } from './questions.ts'
import { spellings } from './entries.ts'

/** One action on one resource, such as `s3:GetObject` on the ARN of an object. */
export type Ask = { readonly action: string; readonly resource: string }

/** What one role, or everybody alike, gets for an ask. */
export type Given = {
  /** The name of a role, or everybody alike in words. */
  readonly who: string
  readonly isRole: boolean
  readonly verdict: 'allowed' | 'allowed on conditions' | 'left to its account' | 'denied' | 'not decided'
  /** The statements that say so; none where nothing allows it. */
  readonly by: ReadonlyArray<string>
  /** What a request must carry to be allowed, one text for each way. */
  readonly conditions: ReadonlyArray<string>
}

const isExactly = (dimension: string, text: string): Criterion =>
  criterion({
    id: `${dimension} is exactly ${text}`,
    dimension,
    holds: ({ texts }) => texts?.[0] === text,
    patterns: [literal(text)]
  })

/** What each role, and everybody else by kind, gets for each ask. There is one list for each ask, in the same order. */
export const answers = (access: Access, asks: ReadonlyArray<Ask>): ReadonlyArray<ReadonlyArray<Given>> => {
  const nothing: Access = { partition: access.partition, roles: [], buckets: [] }
  const { asked, principals } = questions(nothing, access)
  const settled = asked.map(ofOneFamily(asked))
  const wanted = asks.map(({ action, resource }) => [
    isExactly('action', action.toLowerCase()),
    isExactly('resource', resource)
  ])
  const spaces = spacesOf(settled, access.partition, wanted.flat())
  const spelled = spellings(access)
  return wanted.map((exactly) =>
    settled.flatMap(({ who, role, question }): ReadonlyArray<Given> => {
      if (role !== undefined && who.includes(' ')) return []
      const all = { ...question, within: [...question.within, ...exactly], before: { statements: [], level: unasked } }
      const { regions, isComplete } = differing(all, spaces)
      if (regions.length === 0) return []
      const index = principals.cells.findIndex(({ carried }) => (carried.texts?.[0] ?? 'nobody') === who)
      const name = role ?? principalTexts(principals, index === -1 ? [] : [index]).join(', ')
      return [{ who: name, isRole: role !== undefined, ...given(regions, isComplete, spaces, spelled) }]
    })
  )
}

/** Below every level, so that each request differs from it and stands in a region. */
const unasked = (): number => -1

const given = (
  regions: ReadonlyArray<Region>,
  isComplete: boolean,
  spaces: ReadonlyMap<string, Cells>,
  spelled: (lower: string) => string
): Omit<Given, 'who' | 'isRole'> => {
  const allowed = regions.filter(({ after }) => after.level > 0)
  const by = [...new Set((allowed.length > 0 ? allowed : regions).flatMap(({ after }) => after.by))].toSorted()
  const isOpen = ({ cells }: Region): boolean =>
    [...cells.keys()].some((dimension) => dimension.startsWith('undecided'))
  if (!isComplete || allowed.some(isOpen)) return { verdict: 'not decided', by, conditions: [] }
  if (allowed.length === 0) return { verdict: 'denied', by, conditions: [] }
  if (allowed.every(({ after }) => levels[after.level] === levels[1]))
    return { verdict: 'left to its account', by, conditions: [] }
  if (allowed.length === regions.length) return { verdict: 'allowed', by, conditions: [] }
  const conditions = allowed.map(({ cells }) =>
    [...cells]
      .filter(([dimension]) => dimension.startsWith('key '))
      .map(([dimension, indexes]) => {
        const space = spaces.get(dimension)
        return space === undefined ? '' : keyText(dimension, space, indexes, spelled)
      })
      .join(' and ')
  )
  return { verdict: 'allowed on conditions', by, conditions: [...new Set(conditions)].toSorted() }
}
