import { letters } from '../fold.ts'

/** Beginnings of words for things that have numbers, folded: orders, contracts, tickets, cost centres, accounts. */
const things = [
  'order|bestell|auftrag|commande|pedido|ordine|encomenda|zamowien|objednav|rendeles|comanda|поръчк|παραγγελ|tilaus|tellimus|uzsakym|pasutijum|narudzb|narocil|ordni|ordu(?![a-z])',
  'invoice|rechnung|factur|fattur|fatura|faktur|szamla|lasku|arve|saskait|rekin|racun|τιμολογ|фактур|sonrasc|kontijiet',
  'serial|serien|ticket|contract|vertrag|contrat|umow|smlouv|zmluv|szerzod|sopimus|leping|sutart|ligum|ugovor|pogodb|договор|συμβολαι|kuntratt|conradh|aftale|avtal',
  'po(?![a-z])|ref|ext(?![a-z])|extension|durchwahl|nebenstelle|rack|port(?!abl|atil)|asset|build|version|konto|iban|inventar|sku|vat|iva(?![a-z])|tva|btw|nip(?![a-z])|nif(?![a-z])|tax|tag|rows|case'
].join('|')

/** More of these, which are said of people too, and so count right before a number alone. */
const others =
  'cost cent|cost|kosten|centre de cout|centro d[a-z]{0,3} cost|mpk(?![a-z])|stredisk|koltseg|change|chg|incident|inc(?![a-z])|projekt|project|progetto|proyecto|projeto|account|tenant|subscription|commit|job(?![a-z])|run(?![a-z])|batch|lot(?![a-z])|charge|article|artikel|part(?![a-z])|licen[cs]e|lizenz|payment|zahlung|paiement'

/** A word for such a thing, in a folded text. */
export const numberedThing = new RegExp(`(?<![${letters}])(?:${things})`)

/** The same right before its number, which ends the text. */
export const thingBeforeNumber = new RegExp(
  `(?<![${letters}])(?:${things}|${others})[${letters}]{0,14}[ .:#°=/-]{1,3}(?:(?:nr|no|id|number|nummer|numero|num|numer|cislo|broj|szam)[ .:#°-]{1,3})?$`
)
