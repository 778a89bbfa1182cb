/** How a word of Greek or Latin sounds, the same for `haemophilia`, `hemofilia` and `Hämophilie`. */
export const sounded = (word: string): string =>
  word
    .replace(/[ao]e/g, 'e')
    .replace(/ph/g, 'f')
    .replace(/sch|sh/g, 's')
    .replace(/ch/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/h/g, '')
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
