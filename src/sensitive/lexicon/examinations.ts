/** Words for what is done to one person on a visit, folded, by language: sources of regular expressions. Beginnings of words. */
export const examinations: Readonly<Record<string, string>> = {
  all: 'mri|mrt|mr-|irm(?![a-z])|rmn|ekg|ecg|eeg|usg|dialy[sz]|dijali[sz]|diali[sz]|scagdheal|vac+in|vakcin|fizio|fisio|physio|fysio|fusio|kinesi|kinezi|chem+o(?:th|t)|mammogra|mamogra|biops|bronchosk|gastrosk|colonosc|kolonosk|endoscop|endosk',
  en: 'blood (?:test|draw|sample)|x-?ray|ultrasound|(?:his|her|a|the|flu|booster) jab|dressing change|wound (?:care|check)|(?:hearing|eye|smear|allergy|sleep|lung function) test|ct scan|stitches|(?:mri|ct|bone|pet) scan',
  de: 'blut(?:abnahme|entnahme|probe|bild)|rontgen|ultraschall|impfung|auffrischung|krankengymnastik|verbands?wechsel|wundkontrolle|befundbesprech|hortest|sehtest|vorsorge|darmspiegel|magenspiegel|krebsvorsorge|faden(?:zug| ziehen)|spirometrie|allergietest',
  fr: '(?:prise de|bilan) sang|prise de sang|radio(?:graphie)?(?![a-z])|echographie|vaccin|kine(?![a-z])|pansement|test auditif|frottis|scanner(?![a-z])|examen de la vue|retrait des fils',
  es: 'analitica|analisis de sangre|radiografia|resonancia|ecografia|vacuna|(?:la|una) cura(?![a-z])|audiometria|citologia|graduacion de la vista|retirada de puntos',
  it: 'prelievo|esami? del sangue|radiografia|risonanza|ecografia|vaccino|medicazione|(?:ritiro|il) referto|esame (?:dell.)?udito|pap ?test|visita oculistica|rimozione punti',
  pt: 'analises ao sangue|colheita de sangue|radiografia|ressonancia|ecografia|(?:o|um) penso(?![a-z])|exame auditivo|citologia|exame a vista|retirar pontos',
  nl: 'bloed ?(?:prikken|afname|onderzoek)|rontgen|echo(?![a-z])|inenting|wondverzorging|(?:de )?uitslag van|gehoortest|uitstrijkje|spreekuur|oogmeting|hechtingen',
  pl: 'pobrani[ea] krwi|badani[ea] krwi|rentgen|rezonans|szczepieni|zmian[ae] opatrunku|wyniki badan|badani[ea] (?:sluchu|wzroku)|cytologi|zdjecie szwow',
  cs: 'odber[au]? krve|rentgen|magnetick[a-z]* rezonanc|ultrazvuk|ockovan|rehabilitac|prevaz|vysetreni (?:sluchu|zraku)|preventivn[a-z]* prohlidk|vytazeni stehu',
  sk: 'odber(?:u)? krvi|rontgen|magnetick[a-z]* rezonanci|ultrazvuk|ockovan|rehabilitaci|prevaz|vysetreni[ea] (?:sluchu|zraku)|preventivn[a-z]* prehliadk|vybratie stehov',
  hu: 'vervetel|verkep|rontgen|mr-r|ultrahang|oltas|gyogytorn|kotozes|lelet|hallasvizsgalat|latasvizsgalat|szures|varratszed',
  ro: 'analize (?:de sange)?|recoltare|radiografi|ecografi|pansament|audiogram|consultati[ei]|scoaterea firelor',
  bg: 'кръвн[аи] (?:проб|изследван|картин)|рентген|ядрено|резонанс|ехограф|ваксин|физиотер|превръзк|слухов|скенер|преглед при',
  el: 'αιματολογικ|εξετασεισ? αιματοσ|ακτινογραφι|μαγνητικ|υπερηχ|εμβολι|φυσιοθερ|αλλαγη τραυματοσ|αιμοκαθαρ|ακουογραμμ|αξονικ',
  sv: 'blodprov|rontgen|magnetrontgen|ultraljud|sjukgymnast|omlaggning|provsvar|horseltest|synundersok|cellprov|suturtag',
  da: 'blodprov|rontgen|ultralyd|sarskift|provesvar|horeprov|synsprov|celleprov|suturfjern',
  fi: 'verikok|rontgen|magneettikuv|ultraaan|rokotu|haavahoi|kuulotest|nakotest|papa-koe|tikkien poisto',
  et: 'vereproo|vereanaluus|rontgen|ultraheli|vaktsineeri|fusioter|sidumise|kuulmistest|nagemistest|omblust',
  lt: 'kraujo tyrim|rentgen|echoskop|skiep|perrisim|klausos tyrim|regos tyrim|siulu isem',
  lv: 'asins analiz|rentgen|mr izmekl|ultrasonogr|poti(?![a-z])|potes(?![a-z])|parsiesan|dzirdes parbaud|redzes parbaud|suvju iznem',
  hr: 'vadenje krvi|krvn[ae] (?:slika|pretrag)|rendgen|magnetsk[a-z]* rezonanc|ultrazvuk|cijeplj|previjanj|test sluha|pregled vida|skidanje savova',
  sl: 'odvzem krvi|rentgen|magnetn[a-z]* resonanc|ultrazvok|cepljen|prevez|test sluha|pregled vida|odstranitev siv',
  ga: 'tastail (?:fola|eisteachta|sul)|x-gha|scan mri|ultrafhuaim|vacsain|fisiteir',
  mt: 'test tad-demm|x-ray|skan mri|tilqima|fizjoter|test tas-smig'
}

/** What is said of a person who comes, goes or is to have something, folded. */
export const coming = [
  'comes|coming|is due|due for|booked|has|having|gets|goes|needs|kommt|geht|bekommt|hat|braucht|muss|vient|vienne|va|passe|doit|viene|va a|tiene|va per|ha|fa|deve|vem|tem|vai|komt|krijgt|heeft|gaat',
  'przychodzi|przyjdzie|idzie|ma|prijde|jde|pujde|pride|ide|pojde|jon|megy|van|vine|merge|are|идва|отива|има|ще дойде|ερχεται|παει|εχει|θα ερθει|kommer|ska|far|har|skal|tulee|menee|tuleb|laheb|ateis|eina|turi|naks|nak|ies|dolazi|ima|gre|pride|ag teacht|ag dul|gejja|gej|ghandha|ghandu'
].join('|')
