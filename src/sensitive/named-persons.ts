import { fold, letters } from './fold.ts'
import { about, aboutOf } from './lexicon/lexicon.ts'
import { fullNamesIn, hasGivenName } from './lexicon/names.ts'
import { namesIn } from './names-in.ts'
import { speaksOfACompany } from './organisations.ts'
import { numberWords } from './words.ts'

/** Labels of numbers that a company has as well, by language. A number of those needs a word or a name of a person. */
const taxLabels = {
  all: 'VAT, VAT no, VAT number, TVA, NIF, NIP, DIČ, NIPC, UID, CUI, CIF',
  it: 'partita IVA, P. IVA, p.iva',
  de: 'Steuer-ID, Steuernummer, St.-Nr., USt-ID',
  sl: 'davčna, davčna št, davčna številka',
  sk: 'daňové číslo, IČ DPH',
  hu: 'adószám, adószáma, adóazonosító, adóazonosítója',
  bg: 'ДДС номер, данъчен номер, БУЛСТАТ',
  el: 'ΑΦΜ, Α.Φ.Μ.',
  nl: 'btw-nummer, btw-nr',
  lt: 'PVM kodas, mokesčių mokėtojo kodas',
  lv: 'PVN numurs, nodokļu maksātāja numurs',
  hr: 'porezni broj, OIB',
  et: 'KMKR, maksukohustuslase number',
  fi: 'verotunniste, veronumero',
  sv: 'skattenummer, momsnummer',
  da: 'skattenummer, momsnummer',
  ga: 'uimhir chánach, uimhir CBL',
  mt: 'numru tat-taxxa, numru tal-VAT',
  ro: 'cod fiscal, CIF',
  pl: 'numer NIP, numer podatkowy',
  fr: 'numéro fiscal, numéro de TVA',
  es: 'número fiscal, NIF',
  pt: 'contribuinte, número fiscal'
}

/** Words for a person who is a member or insured, beside whose name a number stands. */
const memberWords = {
  en: 'member, membership, policy holder, insured, subscriber',
  de: 'Mitglied, Versicherter, Versicherte, Versicherungsnehmer',
  fr: 'adhérent, adhérente, assuré, assurée, mutuelle',
  es: 'socio, socia, asegurado, asegurada, afiliado, afiliada, mutualista',
  it: 'assicurato, assicurata, iscritto, iscritta, socio, socia',
  pt: 'segurado, segurada, beneficiário, beneficiária, sócio',
  nl: 'verzekerde, polishouder, lidnummer',
  pl: 'ubezpieczony, ubezpieczona, ubezpieczonego, ubezpieczonej, członek',
  cs: 'pojištěnec, pojištěnka, pojištěnce, člen',
  sk: 'poistenec, poistenka, poistenca, člen',
  hu: 'biztosított, tagszám',
  ro: 'asigurat, asigurata, membru',
  bg: 'осигурен, осигурена, член',
  el: 'ασφαλισμένος, ασφαλισμένη, ασφαλισμένου, μέλος',
  sv: 'försäkrad, medlem, försäkringstagare',
  da: 'forsikret, medlem, forsikringstager',
  fi: 'vakuutettu, vakuutus, jäsen',
  et: 'kindlustatu, liige, kindlustatud',
  lt: 'apdraustasis, apdraustoji, narys',
  lv: 'apdrošinātais, apdrošinātā, biedrs',
  hr: 'osiguranik, osiguranica, član',
  sl: 'zavarovanec, zavarovanka, član',
  ga: 'árachaí',
  mt: 'assigurat, assigurata, membru'
}

const titles = new RegExp(
  `(?<![${letters}])(?:dott?(?:\\.?ssa)?|dr|dra|mudr|mgr|ing|prof|avv|geom|rag|arch|sig(?:\\.?ra)?|zivnostnik[a-z]*|freiberufl[a-z]*|selbststandig[a-z]*|autonom[oa]|zzp|zzp'er|osvc|szco|pfa|egyeni vallalkozo)(?![${letters}])`
)

const digits = /(?<![\w.-])(?:[A-Z]{1,2} ?)?\d(?:[ .-]?\d){6,13}(?: ?[A-Z])?(?![\w-]|\.\d)/g

const persons = namesIn(numberWords)
const taxes = namesIn(taxLabels)
const members = namesIn(memberWords)

const speaksOfAPerson = (text: string, folded: string): boolean =>
  hasGivenName(text) ||
  titles.test(folded) ||
  Array.from(folded.matchAll(new RegExp(`[${letters}]+`, 'g'))).some(
    ({ 0: word }) => (aboutOf(word) & about.person) !== 0
  )

/** The number of one person whose name stands between the label and the digits: `NIF do doente …: 157898385`. */
export const numberOfNamedPersonIn = (text: string): string | undefined => {
  if (!/\d(?:[ .-]?\d){6}/.test(text) || speaksOfACompany(fold(text))) return undefined
  for (const { index } of text.matchAll(digits)) {
    const before = text.slice(Math.max(0, index - 90), index)
    const folded = fold(before)
    const isNamed = fullNamesIn(before).length > 0
    const isTax = taxes(folded).length > 0
    if (isTax && isNamed && speaksOfAPerson(before, folded)) return 'number of a person'
    if (!isTax && isNamed && (persons(folded).length > 0 || members(folded).length > 0)) return 'number of a person'
  }
  return undefined
}
