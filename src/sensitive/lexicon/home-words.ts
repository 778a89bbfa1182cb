import { letters } from '../fold.ts'

/** "At home", "to their home" and "private address", by language, folded: sources of regular expressions. */
const words: Readonly<Record<string, string>> = {
  en: '(?:his|her|their|my) (?:home|house|flat|place)|home address|at home|private (?:address|home)|residence|lives (?:at|in)',
  bg: 'вкъщи|вкъщи|у дома|в дома|до дома|домашен адрес|домашния адрес|личен адрес|частен адрес',
  cs: 'domu|doma|bydliste[a-z]*|soukrom[a-z]{1,3} adres[a-z]|k nemu|k ni',
  da: 'hjem til|hjemme|hjemmeadresse[a-z]*|privat(?:adresse)?|bopael',
  de: 'nach hause|zu hause|zuhause|daheim|privat(?:adresse|anschrift|wohnung)?|heimadresse|wohnung|wohnhaft',
  el: 'στο σπιτι|σπιτι|κατοικια[α-ω]*|οικια[α-ω]?',
  es: '(?:a|en|su|mi) casa|domicilio|direccion (?:particular|privada)',
  et: 'koju|kodus|koduaadress[a-z]*',
  fi: 'kotiin|kotona|kotiosoit[a-z]+|kotiosoite',
  fr: 'chez (?:lui|elle|moi|eux)|domicile|a la maison|adresse (?:personnelle|privee)',
  ga: 'abhaile|sa bhaile|seoladh baile',
  hr: 'kuci|kod kuce|doma|kucn[a-z]{1,3} adres[a-z]|privatn[a-z]{1,3} adres[a-z]',
  hu: 'otthon[a-z]*|haza|lakas(?:a|ara)|lakcim[a-z]*|lakik|maganc[a-z]*',
  it: '(?:a|in) casa|casa sua|domicilio|abitazione|indirizzo privato',
  lt: 'i namus|namo|namuose|namu adres[a-z]+|gyvena',
  lv: '(?:uz )?majam|majas|majas adres[a-z]+|dzivesviet[a-z]+|dzivo',
  mt: '(?:id|fid|lid)-dar|fid-dar|dar(?:u|ha|hom)|tad-dar',
  nl: 'thuis|naar huis|huisadres|thuisadres|prive(?:adres)?|woonadres',
  pl: 'do domu|w domu|adres(?:em)? domow[a-z]{1,3}|prywatn[a-z]{1,3} adres|mieszka',
  pt: '(?:em|a|para|sua) casa|domicilio|residencia|morada particular',
  ro: 'acasa|domiciliu[a-z]{0,2}|locuint[a-z]|adres[a-z] personal[a-z]',
  sk: 'domov|doma|bydlisk[a-z]|sukromn[a-z]{1,3} adres[a-z]',
  sl: 'domov|doma|na dom|domac[a-z]{1,3} naslov|zasebn[a-z]{1,3} naslov',
  sv: 'hem till|hemma|hemadress[a-z]*|bostad[a-z]*|privat(?:adress)?'
}

/** Whether a folded text speaks of a person's home. */
export const speaksOfAHome = new RegExp(`(?<![${letters}])(?:${Object.values(words).join('|')})(?![${letters}])`)
