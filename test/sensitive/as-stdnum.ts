import { stdnum } from 'stdnum/lib/cjs/index.js'

/** Whether stdnum takes a text for a number of the given country and kind. Some of its validators read the clock. */
export const asStdnum = (country: string, kind: string): ((text: string) => boolean) => {
  const validator = stdnum[country]?.[kind]
  if (validator === undefined) throw new Error(`stdnum has no ${country}.${kind}`)
  return (text) => validator.validate(text).isValid
}
