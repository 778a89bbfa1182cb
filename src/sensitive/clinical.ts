import { letters } from './fold.ts'
import { type Table, row } from './reading.ts'

const date = String.raw`(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\.?\s(?:de\s|ta'?\s?|d')?[${letters}]{3,12}\s(?:de\s|del\s|ta'?\s)?\d{4}|\d{4}\.?\s(?:m\.\s)?[${letters}]{3,12}\s\d{1,2})(?!\d)`

/** What people write before a date of birth, folded, by language as in words.ts. */
const born =
  'born|d\\.?o\\.?b\\.?|geb\\.?|geboren|geburtsdatum|geburtstag|nee?|naissance|nacid[oa]|nacimiento|nat[oa]|nascita|nascid[oa]|nascimento|geboorte|geboortedatum|ur\\.?|urodzon[ya]|urodzenia|narozena?|narodena?|nar\\.?|szuletett|szul\\.?|nascuta?|роден[а]?|γεννηθηκε|γεν\\.?|fodd|fodt|syntynyt|synt\\.?|sundinud|gime|gimes|gimus[i]?|dzimis|dzimusi|rodena?|rođena?|rojena?|rojstva|beirthe|rugadh(?: e| i| iad)?|twieled|twieldet|sund\\.|gim\\.|dzim\\.|roj\\.|γενν\\.|род\\.'

/** Takes, in many languages of the EU, and the ends by which a name says that it is a medicine's. Source: WHO, "Stem Book" of INN. */
const medicine = [
  String.raw`(?:takes|nimmt|prend|toma|tomo|assume|neemt|bierze|przyjmuje|uziva|beriea?|szed|приема|παιρνει|tager|ottaa|kayttaa|votab|vartoja|lieto)\s[${letters}]{3,20}`,
  String.raw`[${letters}]*(?:pril|sartan|olol|azepam|azolam|statin|formin|idon|apin|oxetin|triptan|cillin|mycin|micin|prazol|tinib|mab|vir|thyroxin|profen|sertralin|citalopram)[aeu]?[${letters}]{0,2}`,
  String.raw`insulin[${letters}]*|insulina|lithium|litio|litu|litij|morphine?|morphin|morfin[a-z]?`
].join('|')
const dose = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:mg|[µμ]g|ug|mcg|ie|iu|ui|j\.|units?|einheiten|jednostek)(?![${letters}\d])`

/** Birth dates, codes of diagnoses and what else is clinical by its look. For folded texts. */
export const clinicalFacts: Table = {
  needs:
    /\d{2}|hba1c|tsh|gfr|[lh]dl|bmi|cd[48]|gly[ck]em|gl[iu][ck][ae]?[ck]?em|zucker|sugar|\d ?(?:mg|ug|mcg)|hiv|all?erg|uczulon|blu?t|blod|blood|grup|bloed|krv|krev|ver[ei]|vercs|asins|kraujo|кръв|αιμα|gdb|pflege|chemo|krank|sick|dialys|diagnosed|suffers|treated|leidet|erkrankt|behandelt/,
  before: `(?<![${letters}\\d])`,
  after: '',
  flags: '',
  rows: [
    row(
      'date of birth',
      new RegExp(
        String.raw`(?:${born})[\s:]{1,2}(?:(?:am|on|a|le|el|il|em|op|pa|den|la|на|στις|dne|dnia|na|v|i|az|ar|u)\s|fi[a-z]?-)?${date}`
      )
    ),
    // These mean much else: the year has to be one of birth.
    row('date of birth', new RegExp(String.raw`(?:f|rod|sz|syn|nac)\.\s(?=.{0,16}(?:19\d\d|20[01]\d))${date}`)),
    row('date of birth', new RegExp(String.raw`(?<=^|\s)\*\s?${date}`)),
    row(
      'code of a diagnosis',
      /(?:icd|cim|cie|mkb|мкб|bno)[ -]?(?:9|10|11)?(?:[ -](?:gm|cm|who|am|ca))?[ :=#-]{1,3}(?:[a-z]\d[\da-z]|\d{3}|\d[a-z]\d[\da-z])(?:\.[\da-z]{1,4})?(?![a-z\u0370-\u04ff\d])/
    ),
    // Behind a word for a diagnosis that is cut short. A room may be named so too, but without the mark or the dot.
    row(
      'code of a diagnosis',
      /(?:ddx?|dgn?|dx|diagn?|[hn]d(?=:))(?:\.?\s?[:=#]\s?[a-z]\d\d(?:\.[\dx]{1,2})?|\.?\s[a-z]\d\d\.[\dx]{1,2})(?![a-z\u0370-\u04ff\d.])/
    ),
    row('code of a diagnosis', /(?:snomed(?:[ -]?ct)?|loinc|atc)[ :=#-]{1,3}[a-z]?\d{2}[\da-z-]{2,}/),
    row(
      'clinical fact',
      /(?:allergi[a-z]*|alergi[a-z]*|uczulon[ay])\s(?:gegen|auf|to|aux?|a|al|alla|voor|na|pa|mod|overfor|la|στο|към)\s[a-z\u0370-\u04ff]{4}/
    ),
    row('clinical fact', /hiv[ -]?(?:pos[a-z\u0370-\u04ff]*|\+|infi?z?[a-z\u0370-\u04ff]*)/),
    row(
      'clinical fact',
      /(?:blutgruppe|blood (?:type|group)|groupe sanguin|grupo sanguineo|gruppo sanguigno|grupa krwi|bloedgroep|blodgrupp|blodtype|veriryhma|krevni skupina|krvna grupa|krvna skupina|vercsoport|grupa sanguina|asins grupa|kraujo grupe|veregrupp|кръвна група|ομαδα αιματος)[ :=]{1,2}(?:ab|a|b|0|o)(?![a-z\u0370-\u04ff])/
    ),
    row(
      'clinical fact',
      /(?:gdb|grad der behinderung|pflegegrad|pflegestufe|degree of disability|taux d'invalidite|grado de discapacidad|percentuale di invalidita)(?: von| of| de| di)?[ :=]{1,2}\d{1,3}(?![a-z\d])/
    ),
    row(
      'clinical fact',
      /(?:chemo[a-z]*|krankgeschrieben|krankmeldung|sick leave|dialyse|dialysis)\s(?:ab|seit|am|bis|since|from|until|depuis|desde|dal|sinds|od|wegen)\s/
    ),
    row(
      'clinical fact',
      /(?:diagnosed with|suffers from|treated for|leidet an|erkrankt an|behandelt wegen)\s[a-z\u0370-\u04ff]{3,}/
    ),
    row(
      'clinical fact',
      /(?:(?:e?gfr|tsh|ldl|hdl)(?= ?[=:<>])|hba1c|cd4|cd8|bmi|viruslast|viral load|charge virale|carga viral|carica virale|blutzucker|blood sugar|glycemie|gluc[ea]mia|glicemia|blutdruck|blood pressure|tension arterielle|(?:presion|pressao) arterial|pressione arteriosa|cisnienie|bloeddruk|blodtry[ck]k?|verenpaine|kr[ve]+ni tlak|vernyomas|rr(?=[ :=]{1,2}\d{2,3}\/))(?:[ =<>]{1,3}|: )\d/
    ),
    row(
      'clinical fact',
      /(?:(?:schwer)?behindert|disabled|handicapee?|discapacitad[oa]|invalid[aoei]|gehandicapt|niepelnosprawn[ya])[, :]{1,2}(?:zu )?\d{2,3} ?%/
    ),
    row('clinical fact', new RegExp(String.raw`(?:${medicine})\s${dose}`))
  ]
}

const address =
  'address|adresse|adres|anschrift|wohnhaft|wohnhaft in|indirizzo|direccion|endereco|adresa|lakcim|osoite|aadress|adresas|naslov|διευθυνση|адрес'

/** A street, the number of a house and a postal code, as each country writes them. */
const streets = [
  String.raw`\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|allee|chemin|impasse|quai|place|route) [^\d;]{2,40}\d{5}`,
  String.raw`(?:[${letters}-]{1,40} ?(?:strasse|str\.)|[${letters}-]{3,40}(?:weg|platz|allee|gasse|ring|damm|ufer)) \d{1,4} ?[a-z]?,? (?:[ad]-)?\d{4,5} [${letters}]{3}`,
  String.raw`(?:via|viale|piazza|corso|largo|calle|c\/|avenida|plaza|paseo|rua|travessa|ulica|ul\.|aleja|al\.|strada|bulevardul|ulice|avenue|rue|boulevard) [^\d;]{2,40}\d{1,4} ?[a-z]?,? ?(?:\d{4,5}(?= [${letters}]{3})|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2})(?![\d.])`,
  String.raw`[${letters}]{3,40}(?:straat|laan|plein|gracht|kade) \d{1,4} ?[a-z]?,? \d{4} ?[a-z]{2}(?![${letters}])`,
  String.raw`[${letters}]{3,40}(?:gatan|vagen|gade|vej|katu|tie|utca| utca| ut|korut| ter|tanav|iela) \d{1,4} ?[a-z]?[., ]{1,2}\d{3,5}(?: \d{2})?(?![\d.])`
].join('|')

/** Addresses of houses behind a word that says so. For folded texts. */
export const postalAddresses: Table = {
  needs: /\d/,
  before: `(?<![${letters}\\d])`,
  after: '',
  flags: '',
  rows: [
    row(
      'postal address',
      new RegExp(
        String.raw`(?:${address})(?:\s?[:=]\s?|\s)(?!\S*(?:\/\/|\d\.\d))(?:\d{1,4}[${letters}]?,?\s)?(?:[${letters}][${letters}.'-]*,?\s){1,4}(?:\d{1,5}(?![.\d])|(?<=\d\S*\s.{3,40})[${letters}])`
      )
    ),
    row('postal address', new RegExp(streets))
  ]
}

const local = String.raw`[^\s"'(),/:;<>?@\[\\\]#={}$]`
const label = String.raw`[^\s"'(),/:;<>?@\[\\\]#={}$.!|*&%+_]+`
const userinfo = String.raw`:\/\/[^\s/?#]{0,200}`

export const mailAddresses: Table = {
  needs: /@|[([{](?:at|ät|arroba)[)\]}]/i,
  before: `(?<!${local}|${userinfo})`,
  after: '',
  flags: 'i',
  rows: [
    row(
      'e-mail address',
      new RegExp(`(?!git@[^\\s:]+:)${local}+@(?:${label}\\.)+(?:xn--[a-z0-9-]+|[a-z\u00a1-\uffff]{2,})`)
    ),
    row(
      'e-mail address',
      /[\w.+-]+\s?[([{](?:at|ät|arroba)[)\]}]\s?[\w-]+(?:\.|\s?[([{](?:dot|punkt|point|punto|kropka)[)\]}]\s?)[a-z]{2}/
    )
  ]
}

/** Numbers in the international form (E.164): `+`, country code, 8 to 15 digits. A national number is known
 * by its pairs alone, as `06 12 34 56 78`. */
export const phoneNumbers: Table = {
  needs: /\+[1-9]|0\d{1,3} \d\d /,
  before: '(?<![\\w+/=.])',
  after: '(?![A-Za-z0-9])',
  flags: '',
  rows: [row('phone number', /\+[1-9](?:[ ()./-]{0,3}\d){7,14}|(?:0\d(?: \d\d){4}|0\d{2,3}(?: \d\d){3,4})(?! ?\d)/)]
}
