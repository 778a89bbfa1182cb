const mark = 'unusable: '

/** Stands in a declaration for a value that is none: no codec takes it, and an error shows these words. */
export const unusable = (what: string): symbol => Symbol(`${mark}${what}`)

/** The words of an `unusable`, and `undefined` for every other symbol. */
export const unusableWords = ({ description }: symbol): string | undefined =>
  description?.startsWith(mark) === true ? description.slice(mark.length) : undefined
