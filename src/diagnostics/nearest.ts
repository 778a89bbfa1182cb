import { closestMatch } from 'leven'

/**
 * The one of some names that a misspelt name was most likely meant to be; none where none is near. Near is two fifths of
 * the name, three letters at most, and of one letter nothing. Distance by Levenshtein, letters by their capitals apart.
 */
export const nearest = (name: string, names: ReadonlyArray<string>): string | undefined => {
  if (name.length > 100) return undefined
  const maxDistance = Math.min(3, Math.max(0, name.length - 1), Math.max(1, Math.floor(name.length * 0.4)))
  const others = names.filter((other) => other !== name)
  return (
    others.find((other) => other.toLowerCase() === name.toLowerCase()) ?? closestMatch(name, others, { maxDistance })
  )
}

/** The question behind a message about a misspelt name, after a space; nothing where no name is near. */
export const didYouMean = (name: string, names: ReadonlyArray<string>): string => {
  const meant = nearest(name, names)
  return meant === undefined ? '' : `Did you mean ${meant}?`
}
