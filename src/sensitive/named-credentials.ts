import { letters } from './fold.ts'
import { type Found, namesIn } from './names-in.ts'
import { aboutCredentials, credentialWords, signInWords } from './words.ts'

const credentialsIn = namesIn(credentialWords)
const signInsIn = namesIn(signInWords)
const behindWord = new RegExp(`^[ _-]{0,2}([${letters}]+)`)
const sayAbout = new Set(aboutCredentials.split(', '))

const isMeant = (folded: string, { to }: Found): boolean => !sayAbout.has(behindWord.exec(folded.slice(to))?.[1] ?? '')

/** Whether a folded text names a credential, and not only its policy, its age or its place. */
export const namesACredential = (folded: string): boolean => credentialsIn(folded).some((each) => isMeant(folded, each))

/** Where credentials are named in a folded text, and not only their policy, age or place. */
export const credentialPlaces = (folded: string): ReadonlyArray<Found> =>
  credentialsIn(folded).filter((each) => isMeant(folded, each))

/** Whether the last word of a folded text is the name of a credential. */
export const endsWithCredential = (folded: string): boolean =>
  credentialsIn(folded).some(({ to }) => to >= folded.trimEnd().length)

/** Whether a folded text speaks of signing in, or of a user. */
export const namesASignIn = (folded: string): boolean => signInsIn(folded).some((each) => isMeant(folded, each))
