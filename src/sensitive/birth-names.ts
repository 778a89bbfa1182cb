type Row = readonly [dates: string, places: string, stems: string, alone: string]

/**
 * How a key says that its value is a date or a place of birth, by language. A row has words for a date, for a place, what stands
 * beside one of them, and what says it alone. It stands for each pair in both orders, as in `fecha_nac`, `ur_data` and `szulido`.
 */
const rows: Readonly<Record<string, Row>> = {
  en: ['date, dt, day', 'place, town, city', 'birth, bth', 'birth, born, birthdate, bday, dobirth'],
  de: ['datum, dat, dt, tag, am', 'ort', 'geb, geburts, geboren', 'geb, geboren, geburt'],
  fr: ['date, dat, dt, d, le', 'lieu', 'naiss, de naissance, né, née', 'naissance, naiss, né le, née le, ddn'],
  es: ['fecha, fec, fch, f', 'lugar', 'nac, de nac, nacim, nacimiento', 'nacimiento, nacido, nacida, fnac'],
  it: ['data, dt', 'luogo', 'nasc, nascita', 'nascita, nato il, nata il, nato, nata'],
  pt: ['data, dt', 'local', 'nasc, nascimento', 'nascimento, nascido, nascida'],
  nl: ['datum, dat, dt, dag', 'plaats', 'geb, geboorte', 'geboorte, geboren'],
  pl: ['data, dt', 'miejsce, msc', 'ur, urodz, urodzenia', 'urodzenia, urodzony, urodzona'],
  cs: ['datum, dat, dt', 'místo', 'nar, naroz, narození', 'nar, narození, narozen, narozena'],
  sk: ['dátum, dat, dt', 'miesto', 'nar, narod, narodenia', 'nar, narodenia, narodený, narodená'],
  hu: ['dátum, dat, idő, ideje', 'hely', 'szül, születés, születési', 'szül, születés, született, születésnap'],
  ro: ['data, dt', 'loc, locul', 'nast, naștere, nașterii', 'nașterii, născut, născută'],
  bg: [
    'дата, дт, data',
    'място',
    'рожд, раждане, на раждане, na razhdane, razhdane',
    'раждане, роден, родена, rojden, rojdena, rozhden, rozhdena, roden, rodena'
  ],
  el: [
    'ημερομηνία, ημ, ημερ, ημνια, hm',
    'τόπος',
    'γενν, γέννησης, gennisis',
    'γενν, genn, γέννηση, γέννησης, γεννήθηκε'
  ],
  sv: ['datum, dat, dag', 'ort', 'född, födelse, fod', 'född'],
  da: ['dato, dat, dag', 'sted', 'fødsels, født, føde', 'født'],
  fi: ['aika, pvm, päivä', 'paikka', 'synt, syntymä', 'syntynyt, synt'],
  et: ['aeg, kuupäev, kp', 'koht', 'sünni, synni, sünd', 'sünd, sündinud'],
  lt: ['data, dt', 'vieta', 'gim, gimimo', 'gimimas, gimęs, gimė, gimusi'],
  lv: ['datums, dat', 'vieta', 'dzim, dzimšanas', 'dzim, dzimis, dzimusi, dzimšana'],
  hr: ['datum, dat, dt', 'mjesto', 'rod, rođ, rođenja', 'rođenja, rođen, rođena'],
  sl: ['datum, dat, dt', 'kraj', 'roj, rojstva', 'rojstva, rojen, rojena'],
  ga: ['dáta', 'áit', 'breith, breithe, bhreithe', 'breith, breithe, rugadh'],
  mt: ['data, dt', 'post', 'twelid, tat-twelid', 'twelid, twieled']
}

const listed = (text: string): ReadonlyArray<string> => text.split(', ')

const pairs = (words: string, stems: string): ReadonlyArray<string> =>
  listed(words).flatMap((word) => listed(stems).flatMap((stem) => [`${word} ${stem}`, `${stem} ${word}`]))

const table = (of: (row: Row) => ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(rows).map(([language, row]) => [language, of(row).join('!, ') + '!']))

/** Names for a date of birth, of which some mean another date as well. The value has to be a date. */
export const birthDateWords = table(([dates, , stems, alone]) => [...pairs(dates, stems), ...listed(alone)])

/** Names for a place of birth. */
export const birthPlaceWords = table(([, places, stems]) => pairs(places, stems))
