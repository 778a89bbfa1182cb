import type { Cells } from './cells.ts'

/** Some cells of each dimension; a dimension that is not here has all of its cells. */
export type Box = ReadonlyMap<string, ReadonlyArray<number>>

/** Whether a box is inside of another. */
export const isWithin = (inner: Box, outer: Box): boolean =>
  [...outer].every(([dimension, indexes]) => inner.get(dimension)?.every((index) => indexes.includes(index)) === true)

/** The smallest box around some. */
export const hullOf = (boxes: ReadonlyArray<Box>): Box => {
  const [first, ...others] = boxes
  const shared = [...(first?.keys() ?? [])].filter((dimension) => others.every((box) => box.has(dimension)))
  return new Map(
    shared.map((dimension) => [
      dimension,
      [...new Set(boxes.flatMap((box) => box.get(dimension) ?? []))].toSorted((a, b) => a - b)
    ])
  )
}

/** So many points are looked at to see whether boxes can be wider. */
const mostPoints = 4096

/** The same points in boxes that are as wide as they can be. None lies inside of another. */
export const expanded = (boxes: ReadonlyArray<Box>, spaces: ReadonlyMap<string, Cells>): ReadonlyArray<Box> => {
  const dimensions = [...new Set(boxes.flatMap((box) => [...box.keys()]))]
  const sizes = dimensions.map((dimension) => spaces.get(dimension)?.cells.length ?? Infinity)
  if (boxes.length < 2 || sizes.reduce((product, size) => product * size, 1) > mostPoints) return boxes
  const isCovered = (box: Box): boolean =>
    points(box, dimensions, sizes).every((point) => boxes.some((one) => isWithin(point, one)))
  const wide = boxes.map((box) =>
    dimensions.reduce<Box>((made, dimension) => {
      const wider = new Map([...made].filter(([name]) => name !== dimension))
      return made.has(dimension) && isCovered(wider) ? wider : made
    }, box)
  )
  return wide.filter(
    (box, index) =>
      !wide.some((other, place) => place !== index && isWithin(box, other) && (place < index || !isWithin(other, box)))
  )
}

const points = (box: Box, dimensions: ReadonlyArray<string>, sizes: ReadonlyArray<number>): ReadonlyArray<Box> =>
  dimensions.reduce<ReadonlyArray<Box>>(
    (list, dimension, position) => {
      const all = box.get(dimension) ?? Array.from({ length: sizes[position] ?? 0 }, (_, index) => index)
      return list.flatMap((point) => all.map((index): Box => new Map([...point, [dimension, [index]]])))
    },
    [new Map()]
  )
