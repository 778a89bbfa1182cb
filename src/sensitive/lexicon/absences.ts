/**
 * Words for one person's absence: a note that they cannot work, and a death. Folded beginnings, as in `events`. They count
 * more than an event does. Words that are said of programs as often (`died`) stand there alone.
 */
export const absences: Readonly<Record<string, string>> = {
  en: 'deceased sick-note sick-leave fit-note= off-sick medical-certificate passed-away',
  de: 'krankmeld krankgemeld krankschreib krankgeschrieben krankenschein krankenstand arbeitsunfah arbeitsunfaeh verstorben verstirbt',
  fr: 'arret-maladie arret-de-travail certificat-medical conge-maladie decede= decedee= decedes=',
  es: 'baja-medica baja-laboral de-baja-por parte-de-baja certificado-medico falleci',
  it: 'certificato-di-malattia certificato-medico congedo-per-malattia decedut',
  pt: 'baixa-medica atestado-medico atestado-de-doenca falecid faleceu',
  nl: 'ziekmeld ziekteverlof ziekgemeld overleden',
  pl: 'zwolnienie-lekarskie zwolnieniu-lekarskim zwolnienia-lekarskiego zmarl',
  cs: 'pracovni-neschopnost neschopenk zemrel umrel',
  sk: 'pracovna-neschopnost praceneschop zomrel umrel',
  hu: 'tappenz betegszabadsag elhunyt meghalt',
  ro: 'concediu-medical concediul-medical concediului-medical decedat',
  bg: 'болничен-лист в-болничен почина= починал',
  el: 'αναρρωτικη-αδεια απεβιω',
  sv: 'sjukskriv sjukanmal sjukintyg avliden= avled=',
  da: 'sygemeld sygmeld afdod',
  fi: 'sairauslom sairaslom menehty',
  et: 'haigusleh toovoimetusleh surnud suri=',
  lt: 'nedarbing mire= mirusi',
  lv: 'slimibas-lap darbnespejas-lap miris=',
  hr: 'bolovanj preminu umro=',
  sl: 'bolniska= bolniski-stalez bolniskem-stalezu umrl',
  ga: 'saoire-bhreoiteachta nota-breoiteachta fuair-bas',
  mt: 'leave-tal-mard certifikat-mediku miet= mietet='
}
