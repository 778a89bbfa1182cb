const sounds: Readonly<Record<string, string>> = {
  ae: 'e',
  oe: 'e',
  ph: 'f',
  sch: 's',
  sh: 's',
  ch: 'k',
  c: 'k',
  q: 'k',
  x: 'ks',
  z: 's',
  y: 'i',
  j: 'i',
  w: 'v',
  h: ''
}

/** How a word of Greek or Latin sounds, the same for `haemophilia`, `hemofilia` and `Hämophilie`. */
export const sounded = (word: string): string =>
  word
    .replace(/[ao]e|ph|sch|[sc]h|c(?=[eiy])|[cqxzyjwh]/g, (letters, at: number) =>
      letters === 'c' && /[eiy]/.test(word.charAt(at + 1)) ? 's' : (sounds[letters] ?? '')
    )
    .replace(/(.)\1+/g, '$1')

const greek = 'αβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюя'
const asLatin = [
  'a',
  'v',
  'g',
  'd',
  'e',
  'z',
  'i',
  't',
  'i',
  'k',
  'l',
  'm',
  'n',
  'x',
  'o',
  'p',
  'r',
  's',
  't',
  'i',
  'f',
  'h',
  'ps',
  'o',
  'a',
  'b',
  'v',
  'g',
  'd',
  'e',
  'j',
  'z',
  'i',
  'i',
  'k',
  'l',
  'm',
  'n',
  'o',
  'p',
  'r',
  's',
  't',
  'u',
  'f',
  'h',
  'c',
  'c',
  's',
  'st',
  'a',
  'i',
  'i',
  'e',
  'u',
  'a'
]

/** A word in Greek or Cyrillic letters as Latin ones write it. The names of illnesses and medicines are the same. */
export const latin = (word: string): string =>
  word
    .replace(/ου/g, 'u')
    .replace(/μπ/g, 'b')
    .replace(/ντ/g, 'd')
    .replace(/γκ/g, 'g')
    .replace(/αι/g, 'e')
    .replace(/ει|οι/g, 'i')
    .replace(/[\u0370-\u04ff]/g, (letter) => asLatin[greek.indexOf(letter)] ?? letter)
