import { fold, letters } from './fold.ts'
import { fullNamesIn, isGivenName } from './lexicon/names.ts'
import { speaksOfABusinessNumber } from './organisations.ts'

/** Words for calling a person, folded, in the official languages of the EU. */
const calling = new RegExp(
  `(?<![${letters}])(?:${[
    'call|ring|ringa|rings|phone|dial|reach|text|anruf[a-z]*|anzurufen|ruf|rufen|ruft|erreichbar|appel(?:er|ez|le)|joindre|telephoner',
    'llam[ae]r?|llamad|avisar|chiam(?:are|a|ate)|telefonare|lig(?:ar|ue|uem)|telefonar|bel|bellen|belt|soit(?:a|taa|takaa)',
    'helista(?:da|ge)?|kutsu(?:ge|da)?|zvan(?:it|i|iet)|skambin(?:ti|kite|k)|(?:za)?dzwon(?:ic|i|cie)?|(?:za)?vol(?:at|ej|ejte|aj|ajte)',
    'hiv(?:d|ja|ni|jatok|hato)|sun(?:a|ati|ati-l|ati-o)|звън(?:и|ете|нете|ни)|(?:позвън|обад)[а-я]*|καλ(?:εσ|ειτε|ω)[α-ω]*|τηλεφων[α-ω]*',
    'παρτε|παρε|nazv?(?:ati|ite|ovi)|zov(?:i|ite|nite)|poklic(?:i|ite|ati)|klic(?:i|ati|ite)|glao(?:igh|ch)?|cempel|cemplu'
  ].join('|')})(?![${letters}])`
)

/** Words before a number that is not a telephone's, folded. */
const otherNumbers = new RegExp(
  `(?<![${letters}])(?:order|bestell|auftrag|commande|pedido|ordine|encomenda|zamowien|objednav|rendeles|comanda|поръчк|παραγγελ|tilaus|tellimus|uzsakym|pasutijum|narudzb|narocil|invoice|rechnung|factur|fattur|fatura|faktur|szamla|serial|serien|ticket|contract|vertrag|contrat|umow|smlouv|po(?![a-z])|ref|ext(?![a-z])|extension|durchwahl|nebenstelle|rack|port|asset|build|version|konto|iban|inventar|sku|vat|iva|tva|btw|nip|nif|tax|tag|rows|case)`
)

const numbers =
  /(?<![\w.+/-])(?!\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d|[. /-]\d))(?!\d{1,3}(?:\.\d{1,3}){3}(?![.\d]))(?!(?:19|20)\d\d[ /-](?:19|20)\d\d(?! ?\d))\(?\d(?:[ ()./-]{0,2}\d){7,11}(?![\w/-]|[. ]\d)/g
const free = /^\(?0{0,2}[89]00|^\(?0180/

const isOfPerson = (text: string, number: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 80), at)
  const near = `${before} ; ${text.slice(at + number.length, at + number.length + 40)}`
  const names = fullNamesIn(near)
  if (names.length === 0 || free.test(number) || otherNumbers.test(fold(before))) return false
  const isNational = /^\(?0\d*[ )./-]/.test(number)
  const isAlone = at + number.length === text.length && /^[ \p{L}'’-]{5,60}[,:]? ?$/u.test(text.slice(0, at))
  return (
    isNational ||
    (isAlone && /^(?:\d{2,3}[ .-]){2,3}\d{2,4}$/.test(number)) ||
    calling.test(fold(before)) ||
    names.some((pair) => pair.some((word) => isGivenName(fold(word))))
  )
}

/** Whether a text gives the number at which one person is called, written as at home. */
export const contactIn = (text: string): string | undefined =>
  /\d\D{0,2}\d/.test(text) &&
  Array.from(text.matchAll(numbers)).some(
    ({ 0: number, index }) => /\d[ ./-]+\d|^\(?0/.test(number) && isOfPerson(text, number, index)
  ) &&
  !speaksOfABusinessNumber(fold(text))
    ? 'phone number'
    : undefined
