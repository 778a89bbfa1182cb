import { fold } from './fold.ts'
import { about, aboutOf } from './lexicon/lexicon.ts'
import { canBeName, isGivenName } from './lexicon/names.ts'

/** A day of birth of a person of today, as the names of files have it. */
const birth =
  /^(?:(?:19[1-9]\d|200\d|201[0-5])-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[.-](?:0?[1-9]|1[0-2])[.-](?:19[1-9]\d|200\d|201[0-5])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d)$/

/** Kinds of pictures and traces, folded. */
const pictures: ReadonlySet<string> = new Set(
  'ct mr mri mrt rx rtg xr us usg ekg ecg eeg irm rm rmn tac tc tk pet cr dx mg rontgen roentgen xray echo eho sono ucg mammo tomo scan'.split(
    ' '
  )
)

const isPicture = (part: string): boolean =>
  part.split('-').some((word) => pictures.has(fold(word)) || (aboutOf(fold(word)) & about.organ) !== 0)

const isName = (part: string): boolean =>
  /^\p{L}{2,}[\p{L}'’-]*(?:\.\p{L})?$/u.test(part) &&
  part.length >= 4 &&
  !isPicture(part) &&
  part.split(/[-.]/).every((word) => canBeName(word) && aboutOf(fold(word)) === 0)

/** An initial, a given name or a surname in capitals, as exports from an archive of pictures have them. */
const tellsOne = (part: string): boolean =>
  (/^\p{L}{1,2}$/u.test(part) && !isPicture(part)) ||
  /^\p{L}{4,}\.\p{L}$/u.test(part) ||
  (/^\p{Lu}{6,}$/u.test(part) && isName(part)) ||
  isGivenName(fold(part))

const notes =
  /^(?:protocol|protokol|test|demo|sample|backup|report|export|import|archive|archiv|release|build|snapshot|phantom|calib|kalib)/

/** Whether a text is the name of a file that gives a person, a day of birth and a picture. */
export const fileNameIn = (text: string): string | undefined => {
  for (const { 0: written } of text.matchAll(/[^\s"',;:/\\]{8,120}(?: \d{6}(?: \p{L}{2,12}){1,2})?/gu)) {
    const parts = written.replace(/\.[a-z]{2,4}$/, '').split(/[_\s]+/)
    if (parts.length < 3 || parts.some((part) => notes.test(fold(part)))) continue
    if (parts.some((part) => birth.test(part)) && parts.some(isPicture) && parts.some(isName) && parts.some(tellsOne))
      return 'name and date of birth'
  }
  return undefined
}
