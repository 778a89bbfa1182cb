/**
 * Words for one person's absence: a note that they cannot work, and a death. Folded beginnings, as in `events`. They count
 * more than an event does. Words that are said of programs as often (`died`) stand there alone.
 */
export const absences: Readonly<Record<string, string>> = {
  en: 'deceased sick-note sick-leave fit-note= off-sick medical-certificate passed-away maternity-leave parental-leave paternity-leave on-sick off-ill signed-off-sick off-with-stress',
  de: 'krankmeld krankgemeld krankschreib krankgeschrieben krankenschein krankenstand arbeitsunfah arbeitsunfaeh verstorben verstirbt mutterschutz elternzeit schwangerschaftsurl babypause krank-geschrieben krank-gemeldet arbeitsunfaehig beschaftigungsverbot wiedereingliederung',
  fr: 'arret-maladie arret-de-travail certificat-medical conge-maladie decede= decedee= decedes= conge-maternite conge-parental conge-paternite conge-pathologique en-arret= conge-mat=',
  es: 'baja-medica baja-laboral de-baja-por parte-de-baja certificado-medico falleci baja-maternal baja-de-maternidad baja-por permiso-de-maternidad permiso-maternal permiso-de-paternidad de-baja=',
  it: 'certificato-di-malattia certificato-medico congedo-per-malattia decedut congedo-di-maternita congedo-parentale in-maternita in-malattia= in-mutua= congedo-maternita',
  pt: 'baixa-medica atestado-medico atestado-de-doenca falecid faleceu de-baixa= baixa-por licenca-de-maternidade licenca-maternidade licenca-parental licenca-medica de-licenca-med',
  nl: 'ziekmeld ziekteverlof ziekgemeld overleden zwangerschapsverlof bevallingsverlof ouderschapsverlof ziek-thuis ziek-gemeld arbeidsongeschikt',
  pl: 'zwolnienie-lekarskie zwolnieniu-lekarskim zwolnienia-lekarskiego zmarl urlop-macierzynsk macierzynskim= na-macierzynsk na-zwolnieniu= na-l4= na-wychowawcz wychowawczym=',
  cs: 'pracovni-neschopnost neschopenk zemrel umrel na-materske materska-dovol na-nemocenske pn-od na-rodicovsk v-pracovni-neschop marodi=',
  sk: 'pracovna-neschopnost praceneschop zomrel umrel na-materskej materska-dovol na-pn= na-nemocensk na-rodicovsk',
  hu: 'tappenz betegszabadsag elhunyt meghalt szulesi-szabad gyesen gyeden betegallomany kereskeptelen keresokeptelen',
  ro: 'concediu-medical concediul-medical concediului-medical decedat concediu-de-maternit concediu-maternal concediu-de-crestere concediul-de-maternit in-crestere-copil',
  bg: 'болничен-лист в-болничен почина= починал по-маичинство отпуск-по-маичинство в-отпуск-по-болест болничен= болничния=',
  el: 'αναρρωτικη-αδεια απεβιω αδεια-μητροτητ με-αναρρωτικη σε-αναρρωτικη γονικη-αδεια αδεια-λοχεια',
  sv: 'sjukskriv sjukanmal sjukintyg avliden= avled= mammaledig foraldraledig sjukledig pappaledig barnledig',
  da: 'sygemeld sygmeld afdod barselsorlov pa-barsel barsel= sygeorlov foraeldreorlov sygefravar',
  fi: 'sairauslom sairaslom menehty aitiysloma aitiyslom vanhempainvapaa raskausvapaa sairaana= saikulla=',
  et: 'haigusleh toovoimetusleh surnud suri= emapuhkus sunnituspuhk lapsehoolduspuhk haiguspuhk',
  lt: 'nedarbing mire= mirusi motinystes-atostog dekretin nestumo-atostog vaiko-prieziuros',
  lv: 'slimibas-lap darbnespejas-lap miris= maternitates-atval dekreta-atval berna-kopsanas slimibas-atval',
  hr: 'bolovanj preminu umro= porodiljn rodiljn roditeljski-dopust roditeljskom-dopustu',
  sl: 'bolniska= bolniski-stalez bolniskem-stalezu umrl na-porodnisk porodniski-dopust porodniskem-dop starsevski-dopust na-bolnisk materinski-dopust',
  ga: 'saoire-bhreoiteachta nota-breoiteachta fuair-bas saoire-mhaithreachais shaoire-mhaithreachais saoire-thuismitheora shaoire-bhreo',
  mt: 'leave-tal-mard certifikat-mediku miet= mietet= leave-tal-maternita leave-tal-genituri bil-leave-tal-mard'
}
