import { fold, letters } from './fold.ts'
import { areOfATeam } from './lexicon/mailboxes.ts'

/** Words for a supplier or a company, folded: its number is not a person's. */
const companies = [
  'supplier|vendor|company|ltd|limited|plc|inc|lieferant(?:en)?|hersteller|firma|firmy|firme|gmbh|kg|ohg|fournisseur|societe|sarl|sas|proveedor|empresa|fornitore|azienda|ditta|srl|spa|fornecedor|lda',
  'leverancier|bedrijf|bv|dostawc[ayo]w?|spolk[ai]|dodavatel[ei]?|dodavatela|spolecnost|spolocnost|sro|szallito|beszallito|ceg|kft|zrt|furnizor(?:ul)?|firma|доставчик|фирма|оод|еоод|προμηθευτη[σς]?|εταιρ[ει]ια',
  'leverantor|foretag|ab(?! \\d{1,2}(?:[ :.]|$))|leverandor|virksomhed|aps|toimittaja|yritys|oy|oyj|tarnija|ettevote|tiekejas|imone|uab|piegadatajs|uznemums|sia|dobavljaca?|drustvo|doo|dobavitelja?|podjetje|solathrai|fornitur|kumpanija'
].join('|')

const company = new RegExp(`(?<![${letters}\\d])(?:${companies})(?![${letters}\\d])`)

const business =
  /(?<![a-z])(?:hotline|vermittlung|call ?cent(?:er|re)|centre d'appels?|zvanu centr[a-z]*|contact ?cent(?:er|re)|help ?desk|service ?desk|support|switchboard|reception|zentrale|centrale|standard|centralita|centralino|centralka|ustredna|kozpont|centrala|vaxel|omstilling|vaihde|toll ?free)(?![a-z])/

/** Whether a folded text speaks of a number that a business has. */
export const speaksOfABusinessNumber = (folded: string): boolean => business.test(folded) || company.test(folded)

/** Whether a folded text speaks of a supplier or a company. */
export const speaksOfACompany = (folded: string): boolean => company.test(folded)

/** Whether a mail address is a team's: each word before the `@` is one of a team. */
export const isTeamMailbox = (address: string): boolean =>
  areOfATeam(
    fold(address.slice(0, address.indexOf('@')))
      .split(/[._+\d-]/)
      .filter((word) => word !== '' && word !== 'mailto')
  )
