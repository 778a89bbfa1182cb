import { letters } from '../fold.ts'

/** Beginnings of words for where machines stand or a company sits, by language, folded: sources of regular expressions. */
const words: Readonly<Record<string, string>> = {
  all: 'rz(?![a-z])|dc ?\\d{0,2}(?![a-z])|idc(?![a-z])|ced(?![a-z])|cpd(?![a-z])|colo(?:cation)?(?![a-z])|racks?(?![a-z])|rack-?[a-z]?\\d|cages?(?![a-z])|data ?hall|data ?cent|server ?(?:hall|schrank)',
  en: 'cabinet|aisle \\w?\\d|hall \\w?\\d|comms room|machine room|head office',
  de: 'halle [a-z]?\\d|schrank|(?:gitter)?kafig|kaefig|technikraum|rechenraum|maschinensaal|reihe \\w?\\d|geschaftsstelle|verwaltungsgebaude',
  fr: 'baies?(?![a-z])|salle (?:des? |[a-z]?\\d|serveur|blanche|informatique|machine)|siege(?: social)?|hebergeur|travee',
  es: 'sala (?:tecnica|de |blanca|\\w?\\d)|armario|jaula|sede|bastidor',
  it: 'sala (?:ced|macchine|server|dati|tecnica|\\w?\\d)|armadio|gabbia|sede',
  pt: 'sala (?:tecnica|de |\\w?\\d)|armario|gaiola|sede|bastidor',
  nl: 'zaal \\w?\\d|serverruimte|(?:server)?kast(?![a-z])|kooi|kantoor|hoofdkantoor|rekencentrum',
  pl: 'serwerowni|szaf[aye](?![a-z])|siedzib|hala(?![a-z])|komora',
  cs: 'sal [a-z]?\\d|skrin|rozvadec|datov|sidlo|hala(?![a-z])|klec|pobock',
  sk: 'sal[ae] [a-z]?\\d|skrin|rozvadzac|datov|sidlo|hala(?![a-z])|klietk|pobock',
  hu: 'gepterem|szekreny|szekhely|telephely|csarnok',
  ro: 'sala (?:serv|\\w?\\d)|dulap|cusca|sediu|hala(?![a-z])',
  bg: 'зала|шкаф|клетка|седалище|хале|сървърн|(?:дата|изчислителен) център',
  el: 'αιθουσα|ικριωμα|κλωβ|κεντρο (?:δεδομενων|υπολογιστων)|εδρα(?![α-ω])|ντουλαπ',
  sv: 'hall \\w?\\d|serverhall|datorhall|skap(?![a-z])|bur \\d|huvudkontor',
  da: 'hal \\w?\\d|skab(?![a-z])|rackskab|bur \\d|hovedkontor',
  fi: 'sali \\w?\\d|konesali|laitesali|kaappi|hakki(?![a-z])|paakonttori',
  et: 'saal \\w?\\d|serveriruum|kapp(?![a-z])|puur \\d|peakontor',
  lt: 'sale \\w?\\d|spint|duomenu centr|serverin|buveine',
  lv: 'zale \\w?\\d|skapis|datu centr|serveru telp|buris|galvenais birojs',
  hr: 'dvorana|ormar|kavez|podatkovn|sjediste|hala(?![a-z])',
  sl: 'dvorana|omar[aeo](?![a-z])|kletk|podatkovn|sedez|hala(?![a-z])',
  ga: 'halla \\w?\\d|seomra freastalaithe|ionad sonrai|caibinead|ceannaras',
  mt: 'sala tas-server|centru tad-dejta|kabinett|gagga|uffic'
}

/** Whether a folded text speaks of a hall, a rack or an office. */
export const isOfPremises = new RegExp(`(?<![${letters}\\d])(?:${Object.values(words).join('|')})`)

/** Streets that are called after a person, where a word for a street comes first: `rue Jean Moulin`. */
export const streetFirst =
  /(?<!\p{L})(?:rue|avenue|boulevard|place|quai|via|viale|piazza|corso|calle|avenida|plaza|paseo|rua|largo|praça|ul\.|ulica|ulice|strada|str\.|bd\.|bulevardul|calea|trg|ул\.|бул\.|οδός|λεωφ\.|triq)\s[^\d,;\n]{1,40}/giu

/** The same where the word comes last: `Anna-Seghers-Straße`. */
export const streetLast =
  /\p{L}+[ -][\p{L}-]{0,30}?(?:straße|strasse|str\.|weg|platz|allee|laan|straat|plein|gatan|vägen|gade|vej|katu|tie|utca|iela|gatvė|tänav|cesta|trg|road|street|avenue|lane|drive|close|court|terrace|park|grove|square|row)(?!\p{L})/giu
