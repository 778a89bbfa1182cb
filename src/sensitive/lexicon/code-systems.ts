import { letters } from '../fold.ts'

/** Beginnings of words for what keeps or translates codes, by language, folded: sources of regular expressions. */
const keepers: Readonly<Record<string, string>> = {
  all: 'mapping|mapped|maps(?![a-z])|mapper|terminolog|code ?systems?|value ?sets?|concept ?maps?|lookup|ontolog|import|export|release|katalog|catalog|nomencla|klassifi[ck]a|schema|parser|validator|fhir|hl7|etl(?![a-z])|migra|index(?![a-z])',
  en: 'code ?(?:sets?|lists?|tables?)|crosswalk|dictionar|translation|lab codes',
  de: 'zuordnung|abbildung|verzeichnis|stammdat|tabelle|schlusseltabelle|umschlusselung|einspielung|kodierregel',
  fr: 'correspondance|referentiel|transcodage|thesaurus|jeu de valeurs|table (?:de|des) ',
  es: 'mapeo|correspondencia|tabla|diccionario|codificador',
  it: 'mappatura|tabella|transcodifica|dizionario|anagrafica codici',
  pt: 'mapeamento|tabela|dicionario|correspondencia',
  nl: 'koppeltabel|vertaaltabel|codelijst|codestelsel|waardelijst|thesaurus',
  pl: 'mapowani|slownik|tabel|kodow(?![a-z])|odwzorowani',
  cs: 'mapovani|ciselnik|tabul|slovnik|prevodnik',
  sk: 'mapovani|ciselnik|tabul|slovnik|prevodnik',
  hu: 'lekepez|megfeleltet|kodtar|kodrendszer|torzsadat|szotar|tabla',
  ro: 'mapare|maparea|tabel|dictionar|corespondent|codificator',
  bg: 'съответств|терминолог|каталог|номенклатур|импорт|внос|мапинг|мапване|таблиц|речник|версия',
  el: 'αντιστοιχ|ορολογι|καταλογ|εισαγωγ|κωδικολογι|πινακ|λεξικ|εκδοσ',
  sv: 'mappning|kodverk|kodlist|tabell|oversattning',
  da: 'mapning|kodeliste|kodeverk|tabel|oversaettelse|ordbog',
  fi: 'mappau|kartoitus|luettelo|koodisto|tuonti|taulu|sanasto|vastaavuus',
  et: 'vastenda|kaardista|kataloog|loend|tabel|sonastik|impordi',
  lt: 'susiejim|atvaizdavim|klasifikator|lentel|zodyn',
  lv: 'kartesan|kartejum|klasifikator|tabul|vardnic|imports?',
  hr: 'mapiranj|sifrarni|uvoz|tablic|rjecnik|preslikavanj',
  sl: 'preslikav|mapiranj|sifrant|uvoz|tabel|slovar',
  ga: 'mapail|tearmaiocht|tearmeolaiocht|iompor|tabla|focloir|eisiuint',
  mt: 'immappj|katalgu|tabella|dizzjunarju|importazzjoni|verzjoni'
}

/** Whether a folded text speaks of what keeps codes. */
export const keepsCodes = new RegExp(`(?<![${letters}])(?:${Object.values(keepers).join('|')})`)

/** "Since", "has", "suffers" and "diagnosed", folded: what is said of one person. */
export const hasSince = new RegExp(
  `(?<![${letters}])(?:${[
    'since|has|had|suffers|diagnosed|seit|hat|hatte|leidet|diagnostiziert|depuis|souffre|diagnostiquee?|desde|tiene|padece|diagnosticad[oa]|dal|soffre|diagnosticat[oa]|tem|sofre|sinds|heeft|lijdt|gediagnosticeerd',
    'ma (?:rozpoznan|stwierdzon)[a-z]*|rozpoznan[oa]?|zdiagnozowan[a-z]*|choruje|trpi|diagnostikovan[a-z]*|diagnosztizal[a-z]*|szenved|diagnosticat|sufera|страда|диагностициран[а-я]*|εχει|πασχει|διαγνωσ(?:θηκε|μεν[α-ω]*)|sedan|lider|diagnostiserad|diagnosticerad|siden|diagnosticeret',
    'sairastaa|diagnosoitu|alates|poeb|diagnoositud|serga|diagnozuot[a-z]*|nuo|slimo|kops|diagnosticet[a-z]*|boluje|dijagnosticiran[a-z]*|trpi|diagnosticiran[a-z]*|o shin|ag fulaingt|ibati|djanjostikat[a-z]*'
  ].join('|')})(?![${letters}])`
)
