import { letters } from './fold.ts'
import { isTeamMailbox } from './organisations.ts'
import { type Table, row } from './reading.ts'

const date = String.raw`(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})|\d{4}[./-]\s?\d{1,2}[./-]\s?\d{1,2}|\d{1,2}\.?\s(?:de\s|ta'?\s?|d')?[${letters}]{3,12}\s(?:de\s|del\s|ta'?\s)?\d{4}|\d{1,2}\.\d{1,2}\.-\d{2}|\d{4}\.?\s(?:m\.\s)?[${letters}]{3,12}\.?\s\d{1,2})(?!\d)`

/** What people write before a date of birth, folded, by language as in words.ts. */
const born =
  'born|birthday|birth ?date|b-?day|geb\\.? ?dat(?:um)?\\.?|d\\.?o\\.?b\\.?|geb\\.?|geboren|geburtsdatum|geburtstag|nee?|naissance|nacid[oa]|nacimiento|nat[oa]|nascita|nascid[oa]|nascimento|geboorte|geboortedatum|ur\\.?|urodzon[ya]|urodzenia|narozen[aye]?|narodena?|nar\\.?|szuletett|szul\\.?|nascuta?|роден[а]?|γεννηθηκε|γεννηθει[ςσ]|γεννηθεισα|γεν\\.?|fodd|fodt|syntynyt|synt\\.?|sundinud|gime|gimes|gimus[i]?|dzimis|dzimusi|rodena?|rođena?|rojena?|rojstva|beirthe|rugadh(?: e| i| iad)?|twieled|twieldet|sund\\.|gim\\.|dzim\\.|roj\\.|γενν\\.|ημ(?:\\.|\\/νια|ερομηνια)? ?γεννηση[σς]|imwiele?da?|imwielda|d\\.? ?br\\.|data breithe|род\\.'

/** Takes, in many languages of the EU, and the ends by which a name says that it is a medicine's. Source: WHO, "Stem Book" of INN. */
const medicine = [
  String.raw`(?:takes|nimmt|prend|toma|tomo|assume|neemt|bierze|przyjmuje|uziva|beriea?|szed|приема|παιρνει|tager|ottaa|kayttaa|votab|vartoja|lieto)\s[${letters}]{3,20}`,
  'methadon[ae]?|polamidon|buprenorphin[ae]?|subutex|marcumar|sintrom|warfarin[ae]?|xarelto|eliquis|pradaxa|aspirin[ae]?|ass|paracetamol[ou]?|ibuprofen[eou]?|novalgin|metamizol[e]?|tramadol[ou]?|fentanyl|oxycodon[e]?|morphin[e]?|codein[e]?|pregabalin[ae]?|gabapentin[ae]?|quetiapin[ae]?|seroquel|olanzapin[ae]?|zyprexa|risperidon[e]?|clozapin[ae]?|haldol|haloperidol[ou]?|lamotrigin[ae]?|valproat[e]?|levetiracetam|keppra|mirtazapin[ae]?|venlafaxin[ae]?|duloxetin[ae]?|fluoxetin[ae]?|paroxetin[ae]?|escitalopram|ritalin|concerta|methylphenidat[e]?|prednisolon[e]?|prednison[e]?|cortison[e]?|dexamethason[e]?|furosemid[e]?|lasix|torasemid[e]?|spironolacton[e]?|hydrochlorothiazid[e]?|digoxin[ae]?|digitoxin|amiodaron[e]?|euthyrox|thyrox|eltroxin|methotrexat[e]?|mtx|tacrolimus|ciclosporin[ae]?|azathioprin[ae]?|tamoxifen[oe]?|letrozol[e]?|gliclazid[e]?|sitagliptin[ae]?|januvia|ozempic|lantus|novorapid|humalog|tresiba|levodopa|madopar|donepezil[e]?|memantin[ae]?|clopidogrel|plavix|heparin[ae]?|enoxaparin[ae]?|clexane|nitroglycerin[ae]?|salbutamol[ou]?|budesonid[e]?|allopurinol[ou]?|folsaure|ferrosulfat',
  String.raw`[${letters}]*(?:pril|sartan|olol|azepam|azolam|statin|formin|idon|apin|oxetin|triptan|cillin|mycin|micin|prazol|tinib|mab|vir|thyroxin|profen|sertralin|citalopram)[aeu]?[${letters}]{0,2}`,
  String.raw`insulin[${letters}]*(?:\s[${letters}]{4,12})?|insulina|lithium|litio|litu|litij|morphine?|morphin|morfin[a-z]?`
].join('|')
/** How often and when it is taken. */
const regimen =
  '\\d ?- ?\\d ?- ?\\d|\\d ?x|x ?\\d|tgl|taglich|taglich|pro tag|abends|morgens|mittags|zur nacht|nachts|bei bedarf|daily|once|twice|bid|tid|qd|qid|prn|nocte|mane|at night|per day|par jour|matin|le soir|au coucher|al dia|cada|por dia|por la|al giorno|la sera|ogni|per dag|dagligen|dagligt|dagl|til natten|till natten|dziennie|na noc|rano|denne|vecer|naponta|este|reggel|zilnic|seara|дневно|вечер|ημερησιως|βραδυ|paivassa|illalla|paevas|ohtul|per diena|vakare|diena|dnevno|navecer|zvecer|po|i\\.?v|s\\.?c|p\\.?o|oral'
const dose = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:mg|[µμ]g|ug|mcg|ie|iu|ui|j\.|units?|einheiten|jednostek)(?![${letters}\d])`

/** Birth dates, codes of diagnoses and what else is clinical by its look. For folded texts. */
export const clinicalFacts: Table = {
  needs:
    /\d|z\. ?n|zustand|s\/p|status post|stan po|st\. ?p|etat|hba1c|tsh|gfr|[lh]dl|bmi|cd[48]|gly[ck]em|gl[iu][ck][ae]?[ck]?em|zucker|sugar|\d ?(?:mg|ug|mcg)|hiv|inr|psa|crp|mg\/|mol\/|\/[mdlµμ]|mmhg|all?erg|uczulon|blu?t|blod|blood|sangu|grup|bloed|krv|krev|ver[ei]|vercs|asins|kraujo|кръв|αιμα|gdb|pflege|chemo|krank|sick|dialys|diagnosed|suffers|treated|leidet|erkrankt|behandelt/,
  before: `(?<![${letters}\\d])`,
  after: '',
  flags: '',
  rows: [
    row(
      'date of birth',
      new RegExp(
        String.raw`(?:${born})(?: (?:a|in|zu|w|we|v|i|en|te) [${letters}]{3,20})?[\s:]{1,2}(?:(?:am|on|a|le|el|il|em|op|pa|den|la|на|στι[ςσ]|dne|dnia|na|v|i|az|ar|u)\s|fi[a-z]?-)?${date}`
      )
    ),
    // These mean much else: the year has to be one of birth.
    row(
      'date of birth',
      new RegExp(
        String.raw`(?:[fsnrg*]|fn|dn|ddn|fdn|cl|rod|sz|syn|nac|nasc|nat|nar|ur|gr)\.?\s(?=.{0,16}(?:19\d\d|20[01]\d))${date}`
      )
    ),
    row(
      'year of birth',
      new RegExp(
        String.raw`(?:${born}|jahrgang|jg\.?|classe|cl\.|year of birth|birth year|geburtsjahr|annee de naissance|anno di nascita|ano de nacimiento|ano de nascimento|geboortejaar|rok urodzenia|rok narozeni|fodelsear|fodselsar|syntymavuosi|sunniaasta|gimimo metai|dzimsanas gads|anul nasterii|szuletesi ev|година на раждане|ετος γεννησης|godina rodenja|leto rojstva|rocnik|rocznik)[\s:=]{1,3}(?:en |in |im jahr |im |w |v |na |az? )?(?:19\d\d|200\d)(?![\d.-])`
      )
    ),
    row('date of birth', new RegExp(String.raw`(?<=^|\s)\*\s?${date}`)),
    row(
      'code of a diagnosis',
      /(?:icd|cim|cie|mkb|мкб|bno)[ -]?(?:9|10|11)?(?:[ -](?:gm|cm|who|am|ca))?[ :=#-]{1,3}(?:[a-z]\d[\da-z]|\d{3}|\d[a-z]\d[\da-z])(?:\.[\da-z]{1,4}|(?<=[a-z]\d\d)\d{1,2})?(?![a-z\u0370-\u04ff\d])/
    ),
    // Behind a word for a diagnosis that is cut short. A room may be named so too, but without the mark or the dot.
    row(
      'code of a diagnosis',
      /(?:ddx?|dgn?|dx|diagn?|[hn]d(?=:))(?:\.?\s?[:=#]\s?[a-z]\d\d(?:\.[\dx]{1,2})?|\.?\s[a-z]\d\d\.[\dx]{1,2})(?![a-z\u0370-\u04ff\d.])/
    ),
    // How sure a diagnosis is, and of which side, as practices write it behind the code (§ 295 SGB V).
    row('code of a diagnosis', /[a-z]\d\d\.\d{1,2} ?[gvzlrb](?![a-z\d\u0370-\u04ff.-])/),
    row(
      'code of a diagnosis',
      /(?:snomed(?:[ -]?ct)?|loinc|atc)[ :=#-]{1,3}(?!20\d\d(?:\d{4})?(?![\d-]))[a-z]?\d{2}[\da-z-]{2,}(?![\da-z-])(?! (?:mappings?|prices?|lists?|tables?|lookup|catalog(?:ue)?|terminology|group)(?![a-z]))/
    ),
    row(
      'clinical fact',
      /(?:allerg[iy][a-z]*|alergi[a-z]*|uczulon[ay])\s(?:gegen|auf|to|aux?|a|al|alla|voor|na|pa|mod|overfor|la|στο|към)\s[a-z\u0370-\u04ff]{4}/
    ),
    row('clinical fact', /(?:z\. ?n\.|zustand nach|s\/p|status post|stan po|st\. ?p\.|etat apres) [a-z]{5}/),
    row('clinical fact', /hiv[ -]?(?:pos[a-z\u0370-\u04ff]*|\+|infi?z?[a-z\u0370-\u04ff]*)/),
    row(
      'clinical fact',
      /(?:blutgruppe|blood (?:type|group)|groupe sanguin|grupo sanguineo|gruppo sanguigno|grupa krwi|bloedgroep|blodgrupp|blodtype|veriryhma|krevni skupina|krvna grupa|krvna skupina|vercsoport|grupa sanguina|asins grupa|kraujo grupe|veregrupp|кръвна група|ομαδα αιματος)[ :=]{1,4}(?:ab|a|b|0|o)(?![a-z\u0370-\u04ff])/
    ),
    row(
      'clinical fact',
      /(?:gdb|grad der behinderung|pflegegrad|pflegestufe|degree of disability|taux d'invalidite|grado de discapacidad|percentuale di invalidita)(?: von| of| de| di)?[ :=]{1,3}\d{1,3}(?![a-z\d])/
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
      /(?:(?:e?gfr|tsh|ldl|hdl)(?= ?[=:<>≤≥])|hba1c|cd4|cd8|bmi|viruslast|viral load|charge virale|carga viral|carica virale|blutzucker|blood sugar|glycemie|gluc[ea]mia|glicemia|blutdruck|blood pressure|tension arterielle|(?:presion|pressao) arterial|pressione arteriosa|cisnienie|bloeddruk|blodtry[ck]k?|verenpaine|kr[ve]+ni tlak|vernyomas|rr(?=[ :=]{1,2}\d{2,3}\/))(?:[ =<>≤≥~]{1,4}|: )\d/
    ),
    row(
      'clinical fact',
      /(?:(?:schwer)?behindert|disabled|handicapee?|discapacitad[oa]|invalid[aoei]|gehandicapt|niepelnosprawn[ya])[, :=]{1,3}(?:zu )?\d{2,3} ?%/
    ),
    row('clinical fact', new RegExp(String.raw`(?:${medicine})\s${dose}`)),
    row(
      'clinical fact',
      /e-?gfr[ :=<>≤≥~]{1,4}\d{1,3}(?![\d.])|(?:spo2|o2-?sat[a-z]*)[ :=<>≤≥~]{1,4}\d{2}|(?:temp(?:eratur[ae]?)?\.?|fieber|fever|fievre|fiebre|febbre|goraczka)[ :=<>≤≥~]{1,4}(?:3[5-9]|4[0-2])[.,]\d(?![\d.])|(?:pressione|tension|presion|pressao|cisnienie|bloeddruk|blutdruck|bp|rr|tk|vernyomas|verenpaine|blodtryk|blodtryck|πιεση|кръвно)[ :=<>≤≥~]{1,4}[12]\d\d ?\/ ?\d{2,3}(?!\d)/
    ),
    row('clinical fact', new RegExp(String.raw`[${letters}]{4,}\s${dose}[ ,;]{1,2}(?:${regimen})`)),
    row(
      'clinical fact',
      /(?:(?:inr|psa|crp|bnp|nt-?probnp|tsh|ft[34]|ferritin|kreatinin|creatinine?|kreatynina|creatinina|hemoglobin[ae]?|hamoglobin|hb|troponin[ae]?|leukozyten|leukocyten|leucocytes|leucociti|leucocitos|leukocyty|thrombozyten|trombocyt[ey]|bilirubin[ae]?|gpt|got|alt|ast|ggt|laktat|lactate|kalium|potassium|natrium|sodium|harnsaure|cholesterin|cholesterol|cholesterin[ae]?|triglyzeride|quick|d-?dimere?r?|glu[ck]ose?|glucosio|glukoza)[ :=<>≤≥~]{1,4}\d{1,4}(?:[.,]\d{1,3})(?!\.\d)|\d{1,5}(?:[.,]\d{1,3})? ?(?:mg\/dl|[mµμu]mol\/l|nmol\/l|pmol\/l|ng\/ml|ng\/d?l|ug\/d?l|pg\/ml|g\/dl|m?iu\/l|m?ie\/l|mu\/l|\/[µμ]l|mmhg)(?![a-z]))/
    )
  ]
}

const address =
  'address|adresse|adres|anschrift|wohnhaft|wohnhaft in|indirizzo|direccion|endereco|adresa|lakcim|osoite|aadress|adresas|naslov|διευθυνση|адрес'

/** A street, the number of a house and a postal code, as each country writes them. */
const house = String.raw`\d{1,4}(?: ?[a-z])?(?:[ /-]{1,2}\d{1,4} ?[ºª°o]? ?[a-z]?){0,2}[., ]{1,3}(?:\d{1,2} ?[ºª°o]? ?[a-z]{0,6}[., ]{1,2})?`
const streets = [
  String.raw`\d{1,4}[a-z]?,? (?:[a-z']{2,20} ){1,4}(?:road|rd|street|st|avenue|ave|lane|drive|close|way|court|place|terrace|gardens|crescent|square|row|hill|park|green|mews),?[^;]{0,40}?[, ](?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[acdefhknprtvwxy]\d[\dw] ?[a-z\d]{4})(?![a-z\d])`,
  String.raw`\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|allee|chemin|impasse|quai|place|route) [^\d;]{2,40}\d{5}`,
  String.raw`(?:[${letters}-]{1,40} ?(?:strasse|str\.)|[${letters}-]{3,40}(?:weg|platz|allee|gasse|ring|damm|ufer|berg|hof|markt|graben|stieg|chaussee|promenade)) ${house}(?:[ad]-)?\d{4,5} [${letters}]{3}`,
  String.raw`(?:via|viale|piazza|corso|largo|calle|c\/|avenida|plaza|paseo|rua|travessa|ulica|ul\.|aleja|al\.|strada|bulevardul|ulice|avenue|rue|boulevard) [^\d;]{2,40}${house}(?:\d{4,5}(?= [${letters}]{3})|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2})(?![\d.])`,
  String.raw`[${letters}]{3,40}(?:straat|laan|plein|gracht|kade|weg|singel|dijk|hof) ${house}\d{4} ?[a-z]{2}(?![${letters}])`,
  String.raw`[${letters}]{2,40}(?:gatan|vagen|gade|vej|katu|tie|utca| utca| ut|korut| ter|tanav|iela|gata|vag|backe|stigen|alle|straede|torv|polku|kuja|maantee|puiestee|gatve|prospektas|trg|cesta|namesti|trida|namestie|ulice|setaniul) ${house}\d{3,5}(?: \d{2})?(?![\d.])`,
  String.raw`(?:am|an der|an den|im|in der|auf der|auf dem|zum|zur|unter den|hinter der)(?: [${letters}-]{3,20}){1,2} ${house}(?:[ad]-)?\d{4,5} [${letters}]{3}`,
  String.raw`(?:str\.|strada|bd\.|bulevardul|calea|aleea) [^\d;]{2,40}${house}[${letters}-]{3,20},? \d{6}(?!\d)`,
  String.raw`(?:wohnt (?:in|am|im)|lives (?:at|in)|habite|vive en|abita in|mora na|woont (?:in|op|aan)|mieszka (?:przy|na)|bydli na|byva na|lakik|bor pa|asuu osoitteessa)(?: [${letters}.'-]{2,24}){1,4} \d{1,4}(?![\d.])`
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
    row('postal address', new RegExp(streets)),
    // A flat or a stair behind the house, as homes have.
    row(
      'postal address',
      new RegExp(
        String.raw`(?:(?:ул|str|ul|via|strada|calle|c\/|rua|rue|ulica|ulice|οδοσ)\.? ?[${letters}'. -]{3,40}|[${letters}]{3,40}(?:vej|gade|katu|tie|gatan|vagen|straat|laan|strasse|weg|gasse|utca|tanav|iela)) \d{1,4} ?[a-z]?,.{0,16}?(?:(?:ап|ap|apt|app|int|bl|sc|et|piso|lok|byt|lgh|as|krt|top|stiege|tur|wohnung|whg|bus|διαμ)\.? ?\d|\d{1,2}\. ?(?:tv|th|mf|sal|em|emelet|piso))`
      )
    )
  ]
}

const local = String.raw`[^\s"'(),/:;<>?@\[\\\]#={}$]`
const label = String.raw`[^\s"'(),/:;<>?@\[\\\]#={}$.!|*&%+_]+`
const userinfo = String.raw`:\/\/[^\s/?#]{0,200}`

export const mailAddresses: Table = {
  needs: /@|\s(?:dot|punkt|point|punto|kropka|ponto)\s|[([{](?:at|ät|arroba)[)\]}]/i,
  before: `(?<!${local}|${userinfo})`,
  after: '',
  flags: 'i',
  rows: [
    row(
      'e-mail address',
      new RegExp(`(?!git@[^\\s:]+:)${local}+@(?:${label}\\.)+(?:xn--[a-z0-9-]+|[a-z\u00a1-\uffff]{2,})`),
      (text) => !isTeamMailbox(text)
    ),
    row(
      'e-mail address',
      /[\w.+-]+\s(?:at|ät|arroba)\s[\w-]+\s(?:dot|punkt|point|punto|kropka|ponto)\s(?:com|org|net|eu|[a-z]{2})(?![a-z])/
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
  needs: /\+[1-9]|0\d{1,3} \d\d |00[1-9]\d|\p{L} \(?0\d/u,
  before: '(?<![\\w+/=.])',
  after: '(?![A-Za-z0-9])',
  flags: 'u',
  rows: [
    row('phone number', /\+[1-9](?:[ ()./-]{0,3}\d){7,14}|(?:0\d(?: \d\d){4}|0\d{2,3}(?: \d\d){3,4})(?! ?\d)/),
    row('phone number', /(?<![\dA-Z] )00[1-9]\d{0,2}(?:[ ./-]\d{1,4}){3,6}(?![ .-]?\d)/),
    // Behind a word for calling, a code of an area and a number are one to call.
    row(
      'phone number',
      /(?<=(?:[Rr]ufen|[Rr]uft|[Aa]nruf(?:en)?|[Rr]ückruf|[Ee]rreichbar|[Cc]all|[Rr]ing|[Dd]ial|[Pp]hone|[Aa]ppel(?:er|ez)|[Jj]oindre|[Ll]lamar?|[Cc]hiamare?|[Cc]hiama|[Ll]igar|[Bb]el(?:len)?|[Zz]adzwo[nń]i?[ćc]?|[Vv]olat|[Zz]avol(?:at|ej)|[Hh]ívja|[Ss]oita|[Rr]inga|[Ss]un[aă]|[Nn]azovi|[Pp]okliči)(?: \p{L}{1,8}){0,3}[: ] ?)\(?0\d{1,4}\)?[ /-]\d{3,4}[ -]?\d{2,5}(?![\w.-])/u
    )
  ]
}
