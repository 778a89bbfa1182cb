import { shown } from '../../diagnostics/shown.ts'
import { isObject } from '../../terraform/json.ts'
import type { ConfigurationRule } from '../charter.ts'

/**
 * A resource's own tags repeat none of the stack's. The provider shows a repeated one as a change that no apply ends,
 * even where both say the same (measured with hashicorp/aws 5.100.0), so the first plan would not read "0 to change".
 */
export const tagsApart: ConfigurationRule = {
  name: 'tags-apart',
  check: ({ blocks, declaration }) =>
    blocks
      .filter(({ type }) => type === 'resource')
      .flatMap(({ at, body }) => {
        const tags = isObject(body) && isObject(body['tags']) ? Object.keys(body['tags']) : []
        return tags
          .filter((key) => Object.hasOwn(declaration.tags, key))
          .map((key) => ({
            rule: 'tags-apart',
            clause: 'J.7.0 §4',
            at: [...at, 'tags', key],
            expected: "a tag whose key is not among the stack's own `tags`",
            actual: `${shown(key)}, which every resource carries already`,
            remedy: 'Write the tag in one of the two places.'
          }))
      })
}
