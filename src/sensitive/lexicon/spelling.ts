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

/** Letters in Greek and Cyrillic, each with the Latin ones that names of illnesses have for it. */
const asLatin = new Map(
  'αa,βv,γg,δd,εe,ζz,ηi,θt,ιi,κk,λl,μm,νn,ξx,οo,πp,ρr,σs,τt,υi,φf,χh,ψps,ωo,аa,бb,вv,гg,дd,еe,жj,зz,иi,йi,кk,лl,мm,нn,оo,пp,рr,сs,тt,уu,фf,хh,цc,чc,шs,щst,ъa,ыi,ьi,эe,юu,яa'
    .split(',')
    .map(([letter = '', ...written]) => [letter, written.join('')])
)

/** A word in Greek or Cyrillic letters as Latin ones write it. The names of illnesses and medicines are the same. */
export const latin = (word: string): string =>
  word
    .replace(/ου/g, 'u')
    .replace(/μπ/g, 'b')
    .replace(/ντ/g, 'd')
    .replace(/γκ/g, 'g')
    .replace(/αι/g, 'e')
    .replace(/ει|οι/g, 'i')
    .replace(/[\u0370-\u04ff]/g, (letter) => asLatin.get(letter) ?? letter)
