/**
 * How old one person is: a number with the word for "years old", folded, with any ending. Where the word means years of
 * anything, the number is one of a grown person.
 */
const age =
  /(?<![\d.,])(?:\d{1,3} ?-? ?(?:(?:jahrig|jarig|vuotia|aasta[ns]|letni|letn[aiyeo]|rocn|evesk?|arig|godisnj|годишн|metis|gadig)[a-z\u0430-\u044f]{0,3}|yo|y\/o|years? old|year-old|aa(?=[ ,])|lete|anni)|(?:1[89]|[2-9]\d|1[01]\d) (?:ans|anos|lat|let|rokov|jaar|ani|godin[ae]|metu|metai|gadi|gadus|години|ετων|χρονων|bliain|sena|snin))(?![a-z\u0370-\u04ff])/

/** Whether a whole folded text says how old a grown person is, in the form that is used of persons. */
const onlyAge =
  /^\(?(?:1[3-9]|[2-9]\d|1[01]\d)[ -]?(?:jahrige[rn]?|jarige|vuotias|aastane|aastased|letni[ay]?|letny|leta zena|rocn[ya]|eves|arig|years? old|year-old|yo|y\/o)\)?$/

export const isOnlyAge = (folded: string): boolean => onlyAge.test(folded.trim())

/** The bed or the room of a person, the number of a case, or a sex with an age. */
const bed =
  /(?<![a-z])(?:[ea]l? de la|celui de la|celle de la|quell[ao] della) \d{1,4}(?![\d.-])|(?<![a-z])(?:zi|zimmer|bett|chambre|lit|ch|habitacion|hab|cama|stanza|letto|quarto|kamer|bed|sala|lozko|pokoj|luzko|izba|lozko|korterem|szoba|agy|salon|pat|sal|rum|sang|stue|seng|huone|sanky|palat|voodi|palata|lova|gulta|soba|krevet|postelja|room|ward|стая|легло|κλινη|θαλαμος|θαλαμοσ|κρεβατι|seomra|leaba|kamra|sodda|station|stat)\.? ?\d|(?<![a-z\u0370-\u04ff])(?:fall|case|cas|dossier|caso|casus|zaak|przypadek|pripad|eset|caz|случаи|sag|arende|tapaus|juhtum|atvejis|gadijums|slucaj|primer|j(?:our)?nr|journal|dekurz|из|hist\.? ?chor|chorobopis|cartella|karta|kartes|kartotek[ae]?|kartoteka|haigusjuhu|haigusjuht|karton|akte|krankenakte|haiguslugu|mrn)\.?(?:[ -]?(?:nr|no|n)?[.°o]?)?[ #:-]{1,2}\d{2,8}|(?<![a-z])(?:muz|zena|man|woman|kvinna|mand|kvinde|nainen|mies|vyras|moteris|virietis|sieviete|ferfi|barbat|femeie|muskarac|moski|zenska|мъж|жена|ανδρα[σς]|αντρα[σς]|γυναικα|homme|femme|uomo|donna|hombre|varon|mujer|homem|mulher|mezczyzna|kobieta|mees|naine|ragel|mara|mann|frau|vrouw|male|female|boy|girl|masc|fem|vir\.?|siev|[mfwvk])[ ,/]{1,2}\d{1,3}(?=[ ,rlajyev])/

/** A number of the year, as records of patients have: `2023/08814`, `11294/24`. */
const ofTheYear =
  /(?<![\w./-])(?:(?:19|20)\d\d[/-]\d{3,6}|(?!(?:19|20)\d\d\/)\d{3,6}\/(?:(?:19|20)\d\d|\d\d))(?![\w/-]|\.\d)/

/** Whether a folded text tells the age, the bed or the case of one person. */
export const ageOrBed = new RegExp(`${age.source}|${bed.source}|${ofTheYear.source}`)
