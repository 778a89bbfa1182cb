import { type Charter, type ConfigurationRule, placeOf } from '../charter.ts'

/** Nothing that the charter lists stands twice: one backend, one provider configuration, one adoption of each resource. */
export const singleBlocks: ConfigurationRule = {
  name: 'single-blocks',
  check: ({ blocks, charter }) => {
    const places = blocks.map(placeOf)
    return blocks
      .filter((_, index) => places.indexOf(places[index] ?? '') < index)
      .filter((block) => charter.blocks.has(placeOf(block)))
      .map((block) => ({
        rule: 'single-blocks',
        clause: clauseOf(charter, placeOf(block)),
        at: block.at,
        expected: `${placeOf(block)} once`,
        actual: 'a second one',
        remedy: 'Remove it; what the stack declares makes the one that is authorised.'
      }))
  }
}

const clauseOf = (charter: Charter, place: string) => charter.blocks.get(place)?.clause ?? 'J.7.0 §4'
