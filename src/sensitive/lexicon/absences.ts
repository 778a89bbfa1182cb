/**
 * Words that are said of one person's health alone: a note that they cannot work, and a death. Folded beginnings, as in
 * `events`. Words for a death that are said of programs too (`died`) stand there.
 */
export const absences: Readonly<Record<string, string>> = {
  en: 'sick-note sick-leave fit-note= off-sick medical-certificate passed-away',
  de: 'krankmeld krankgemeld krankschreib krankgeschrieben krankenschein krankenstand arbeitsunfah arbeitsunfaeh verstorben',
  fr: 'arret-maladie arret-de-travail certificat-medical conge-maladie',
  es: 'baja-medica baja-laboral parte-de-baja certificado-medico fallecid',
  it: 'certificato-di-malattia certificato-medico congedo-per-malattia',
  pt: 'baixa-medica atestado-medico atestado-de-doenca falecid faleceu',
  nl: 'ziekmeld ziekteverlof ziekgemeld overleden',
  pl: 'zwolnienie-lekarskie zwolnieniu-lekarskim zwolnienia-lekarskiego',
  cs: 'pracovni-neschopnost neschopenk zemrel',
  sk: 'pracovna-neschopnost praceneschop zomrel',
  hu: 'tappenz betegszabadsag elhunyt',
  ro: 'concediu-medical concediul-medical concediului-medical',
  bg: 'болничен-лист в-болничен',
  el: 'αναρρωτικη-αδεια',
  sv: 'sjukskriv sjukanmal sjukintyg avliden=',
  da: 'sygemeld sygmeld afdod',
  fi: 'sairauslom sairaslom menehtyi',
  et: 'haigusleh toovoimetusleh',
  lt: 'nedarbing',
  lv: 'slimibas-lap darbnespejas-lap',
  hr: 'bolovanj preminu',
  sl: 'bolniska= bolniski-stalez bolniskem-stalezu',
  ga: 'saoire-bhreoiteachta nota-breoiteachta fuair-bas',
  mt: 'leave-tal-mard certifikat-mediku'
}
