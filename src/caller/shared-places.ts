import type { Origin } from '../diagnostics/origin.ts'

/** Where a section or a setting of the shared config stands. */
type Place = { readonly file: string; readonly line: number }

/** The places of a shared config: by section as `placeKey` writes it, and by section and setting. */
export type Places = ReadonlyMap<string, Place>

const placeKey = (section: string, setting = ''): string => `${section}\n${setting}`

/** `[profile x]` and `[x]` are both the section `x`. Any other section is named by both of its words. */
const sectionOf = (header: string): string => {
  const [kind = '', ...rest] = header.trim().split(/\s+/)
  const name = rest.join(' ').replace(/^["']|["']$/g, '')
  if (name === '') return kind
  return kind === 'profile' ? name : `${kind}.${name}`
}

/**
 * Where each section and each setting of a file stands, by line from 1. It says only where to look: what counts is what the
 * SDK's own loader reads. Of what is written twice the last place counts, as it does there.
 */
export const placesIn = (file: string, text: string): Places => {
  const places = new Map<string, Place>()
  let [section, above] = ['', '']
  for (const [index, line] of text.split('\n').entries()) {
    const place = { file, line: index + 1 }
    const [, header] = /^\s*\[([^\]]*)\]/.exec(line) ?? []
    const [, indent = '', setting] = /^(\s*)([A-Za-z0-9_.-]+)\s*=/.exec(line) ?? []
    if (header !== undefined) {
      section = sectionOf(header)
      above = ''
      places.set(placeKey(section), place)
    } else if (setting !== undefined) {
      if (indent === '') above = setting
      places.set(placeKey(section, indent === '' ? setting : `${above}.${setting}`), place)
    }
  }
  return places
}

/** Both files as one, in which the second wins, as the credentials file does. */
export const joinedPlaces = (first: Places, second: Places): Places => new Map([...first, ...second])

/** What stands in the files under the name of a section, also where the SDK takes nothing of it. */
export const standing = (
  { places }: { readonly places?: Places | undefined },
  section: string
): 'nothing' | 'an empty section' | 'settings' => {
  if (places?.has(placeKey(section)) !== true) return 'nothing'
  const isOfIt = (key: string): boolean => key !== placeKey(section) && key.startsWith(placeKey(section))
  return [...places.keys()].some(isOfIt) ? 'settings' : 'an empty section'
}

/** Where a setting stands, or its section where no line is known of it. `section` is as `chainOf` names it. */
export const placeOfSetting = (
  { places }: { readonly places?: Places | undefined },
  section: string,
  setting?: string
): Origin => {
  const words = section.startsWith('services.') ? 'the section' : 'the profile'
  return {
    kind: 'profile',
    name: `${words} ${section}`,
    ...(places?.get(placeKey(section, setting)) ?? places?.get(placeKey(section)))
  }
}
