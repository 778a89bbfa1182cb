/** Pets and family, by whose name a password is often told, folded: sources of regular expressions by language. */
export const whose: Readonly<Record<string, string>> = {
  en: 'dogs?|cats?|puppy|horse|daughter|(?:my|his|her|our|the) (?:elder |older |younger |first )?son|wife|husband|mother|mum|father|dad|grand(?:mother|father|ma|pa|son|daughter)|girlfriend|boyfriend|brother|sister|niece|nephew',
  de: 'hund(?:es|in)?|katze|katers?|pferd(?:es)?|tochter|sohn(?:es)?|(?:ehe|haus)?frau|(?:ehe)?mann(?:es)?|mutter|vaters?|oma|opas?|enkel[a-z]*|bruders?|schwester|nichte|neffen?|haustier[a-z]*',
  fr: 'chienn?e?|(?:du|mon|son|notre|le) chat|chatte|cheval|filles?|fils|femme|mari|mere|pere|frere|soeur|grand-?(?:mere|pere)',
  es: 'perr[oa]s?|gat[oa]s?|caballo|hij[oa]s?|espos[oa]|mujer|marido|madre|padre|herman[oa]|abuel[oa]|niet[oa]|sobrin[oa]|mascota|novi[oa]',
  it: 'cane|gatt[oa]|cavallo|figli[oa]|moglie|marito|mamma|madre|padre|fratello|sorella|nonn[oa]|nipote|bimb[oa]',
  pt: 'cao|cadela|gat[oa]|cavalo|filh[oa]|mulher|marido|esposa|mae|pai|irmao?|avo',
  nl: 'hond|(?:de|mijn|haar|zijn|onze) kat|poes|paard|dochter|zoon|vrouw|(?:mijn|haar) man|moeder|vader|broer|zus|oma|opa',
  pl: 'psa|kota|kotki|konia|corki|syna|zony|meza|matki|mamy|ojca|brata|siostry|babci|dziadka',
  cs: 'psa|fenky|kocky|kocour[a-z]*|kone|dcery|syna|manzel[a-z]*|zeny|matky|mamy|otce|bratra|sestry|babicky',
  sk: 'psa|sucky|macky|kocur[a-z]*|kona|dcery|syna|manzel[a-z]*|zeny|matky|mamy|otca|brata|sestry|babky',
  hu: 'kutya[a-z]*|macska[a-z]*|lovam|lanya|lanyom|fiam|feleseg[a-z]*|ferjem|anyam|apam|nagymama[a-z]*|unoka[a-z]*',
  ro: 'fetitei|baiatului|nepotului|nepoatei|cainelui|cainele|catelului|pisicii|calului|fiicei|fiului|sotiei|sotului|mamei|tatalui|fratelui|surorii|bunicii',
  bg: 'куче(?:то)?|котка(?:та)?|коня|дъщеря[а-я]*|сина|синът|жена ми|съпруг[а-я]*|майка[а-я]*|баща[а-я]*|брат ми|сестра[а-я]*|баба[а-я]*',
  el: 'σκυλ[α-ω]*|γατ[α-ω]*|αλογου|κορησ|γιου|συζυγου|γυναικασ|αντρα|μητερασ|μαμασ|πατερα|αδελφησ|αδελφου|γιαγιασ',
  sv: 'hund(?:ens?)?|katt(?:ens?)?|hastens?|dotter[a-z]*|sonens?|fruns?|mannens|mammas?|pappas?|mormors?|farmors?|brors?|systers?',
  da: 'hund(?:ens?)?|kattens?|hestens?|datter[a-z]*|sonnens?|konens?|mandens|mors|fars|mormors|farmors|brors|sosters',
  fi: 'koira[a-z]*|kissa[a-z]*|hevosen|tyttaren[a-z]*|pojan[a-z]*|vaimon[a-z]*|miehen[a-z]*|aidin[a-z]*|isan[a-z]*|veljen[a-z]*|siskon[a-z]*|mummon[a-z]*',
  et: 'koera?|kassi?|hobuse|tutre|poja|naise|abikaasa|ema|venna|vanaema',
  lt: 'suns|suo|kates|katino|zirgo|dukters|dukros|sunaus|zmonos|vyro|mamos|tecio|brolio|sesers|mociutes',
  lv: 'suna|kaka|runca|zirga|meitas|dela|sievas|vira|mates|mammas|teva|brala|masas|vecmammas',
  hr: 'psa|macke|konja|kceri|kcerke|sina|zene|muza|majke|mame|oca|brata|sestre|bake',
  sl: 'psa|macke|muce|konja|hcere|hcerke|sina|zene|moza|mame|matere|oceta|brata|sestre|babice',
  ga: 'mhadra|madra|chait|cait|chapaill|inine|mhic|mna|mathar|athar|dearthar',
  mt: 'kelb|qattusa?|ziemel|binti|bintu|ibni|ibnu|marti|martu|ragel|ommi|ommu|missieri|nanna|nannu'
}

/** "Name", folded, which says a password together with a pet or one of the family. */
export const nameWord =
  'names?|nicknames?|namens?|rufname|kosename|spitzname|nom|prenom|surnom|nombre|apellido|cognome|apelido|achternaam|prezime|priimek|pavarde|uzvards|sukunimi|perekonnanimi|efternamn|efternavn|familienname|nachname|surname|apodo|nome|soprannome|alcunha|naam|roepnaam|imie|imienia|nazwisk[oa]|jmen[oa]|prijmeni|men[oa]|neve?|numele?|име(?:то)?|ονομα(?:τοσ)?|namn(?:et)?|navn(?:et)?|nimi|nimen|nime|vard[aui]?s?|vardo|vards|ime(?:na)?|ainm|isem'

/** Days and numbers of one's own life and plain turns of another word, folded: each tells a password by itself. */
export const ownLife = [
  'birthdays?|birth ?date|date of birth|(?:birth year|year of birth)|maiden name|wedding (?:day|date)|licen[cs]e plate|number ?plate|spel(?:t|led) backwards|backwards|geburts(?:tag|datum|jahr|namen?)[a-z]*|hochzeitstag[a-z]*|madchenname|autonummer|ruckwarts',
  "anniversaire|(?:date|annee) de naissance|plaque d'immatriculation|a l'envers|cumpleanos|(?:fecha|ano) de nacimiento|matricula del coche|al reves|compleanno|(?:data|anno) di nascita|targa|al contrario|aniversario|(?:data|ano) de nascimento|ao contrario",
  'verjaardag|geboorte(?:datum|jaar|dag)|kenteken|achterstevoren|urodzin[a-z]*|urodzenia|wspak|narozenin[a-z]*|narozeni|pozpatku|narodenin[a-z]*|narodenia|odzadu|szuletesnap[a-z]*|szuletesi [a-z]*|rendszam[a-z]*|visszafele|(?:ziua|anul|data) (?:de nastere|nasterii)|invers',
  'рожден(?:ия|ият)? ?ден|рождена(?:та)? дата|наобратно|γενεθλ[α-ω]*|γεννησησ|αναποδα|fodelsedag[a-z]*|fodelsear[a-z]*|baklanges|fodselsdag[a-z]*|fodselsar[a-z]*|baglaens|syntyma(?:paiva|vuosi|aika)[a-z]*|takaperin|sunnipaev[a-z]*|sunniaasta|tagurpidi',
  'schwiegermutter|hochzeit|belle-mere|(?:nom )?de jeune fille|mariage|suegra|de soltera|boda|suocera|da nubile|matrimonio|sogra|de solteira|casamento|schoonmoeder|meisjesnaam|trouwdag|tesciowej|panienskie|slubu|tchyne|svatby|svokry|dievcensk[a-z]*|svadby',
  'anyosom[a-z]*|lanykori|leanykori|eskuvo[a-z]*|szuletesi eve?|soacrei|numele? de fata|nuntii|тъща[а-я]*|свекърва[а-я]*|моминск[а-я]*|сватба[а-я]*|πεθερασ|πατρικο|γαμου|flicknamn|brollop[a-z]*|pigenavn|bryllup[a-z]*|anopin|tyttonim[a-z]*|neiupolvenim[a-z]*|pulma[a-z]*',
  'uosves|mergautin[a-z]*|vestuvi[a-z]*|viramates|pirmslaulibu|kazu|punice|djevojack[a-z]*|vjencanj[a-z]*|tasce|dekliski|poroke|bainise|xbubija|(?:etos|ετοσ) γεννησησ|twelid',
  'gimtadien[a-z]*|gimimo (?:data|diena|metai)|atvirksciai|dzimsanas (?:diena|datums|gads)|otradi|rodendan[a-z]*|(?:datum|godina) rodenja|unatrag|rojstn[a-z]* (?:dan|datum)|rojstva|nazaj zapisano|breithla|(?:data|jum) tat-twelid|gheluq'
].join('|')

/** "The same as" and "as always", folded: who knows the other one knows this password too. */
export const sameAs = [
  "same as|same one|the usual|as usual|as always|as before|selbe wie|gleiche wie|wie (?:immer|gehabt|uberall|letztes|bisher)|das ubliche|meme qu|comme (?:d'habitude|toujours|avant)|l'habituel",
  'mism[ao] que|de siempre|como siempre|stess[ao] d|quell[ao] di sempre|come (?:sempre|prima)|solit[ao]|mesm[ao] (?:d|que)|de sempre|como sempre|habitual|hetzelfde als|dezelfde als|zoals (?:altijd|gewoonlijk)|gebruikelijke',
  'sam[oeay] (?:jak|co)|jak (?:zawsze|zwykle)|stejn[ey] jako|jako (?:vzdy|obvykle)|rovnak[ey] ako|ako (?:vzdy|obvykle)|ugyanaz[a-z]* mint|mint (?:mindig|tavaly)|szokasos|ace(?:ea|la)si ca|ca de obicei|ca intotdeauna',
  'същ(?:ата|ият|ия|ото) като|както (?:винаги|обикновено)|ιδι[αο]σ? με|οπωσ παντα|συνηθισμεν[α-ω]*|samma som|som (?:vanligt|alltid)|samme som|som altid|saedvanlige|sama kuin|kuten (?:aina|ennen)|sama (?:mis|nagu)|nagu (?:alati|ikka)',
  'tas pats k(?:aip|as)|kaip (?:visada|iprasta|pernai)|ta pati k[a-z]+|ka (?:vienmer|parasti)|ist[aio] kao|kao (?:uvijek|inace)|(?:isto|enako) kot|kot (?:vedno|ponavadi)|mar (?:an gceanna|is gnach)|ceann ceanna|istess bhal|bhas-soltu'
].join('|')

/** "Not" and "never", folded: a rule on passwords speaks of what they are not. */
export const negations =
  "not|never|no|neither|cannot|isn't|kein[a-z]*|nicht|nie|niemals|ne|pas|jamais|ni|nunca|jamas|non|mai|nao|geen|niet|nooit|nigdy|nikdy|nesmi|nesmie|nem|soha|nu(?= est)|niciodata|не|никога|δεν|μην?|ποτε|inte|aldrig|ikke|ei|eika|pole|nera|niekada|nav|nekad|nije|nikad|ni(?= )|nikoli|nil|mhux|qatt"

/** Verbs and nouns for signing in, folded, by which a user and a password are told in words. */
export const signingIn = [
  'log(?:ged|ging)? ?(?:in|on)(?:to)?|sign(?:ed|ing)? ?in|connect(?: as)?|access|einloggen|eingeloggt|anmeld[a-z]*|anmelden|zugang|rein(?:kommen)?|(?:se )?connect(?:er|e|ez)|connexion|acces|identifi(?:er|ant)',
  'entrar|entra|entre|entrada|acceder|accede|acceso|iniciar sesion|inicia|accedi|accedere|accesso|entrare|acesso|aceder|iniciar sessao|inlogg?en|aanmelden|toegang|inlog',
  'zalogu[a-z]*|logowani[ea]|loguj[a-z]*|prihlas[a-z]*|prihlasen[a-z]*|bejelentkez[a-z]*|belep[a-z]*|conect[a-z]*|autentificare|вход|влез[а-я]*|влиза[а-я]*|συνδε[α-ω]*|εισοδο[α-ω]*|μπαινει[α-ω]*',
  'logga(?:r)? in|inloggning|log(?:ge)? ind|logger ind|kirjaud[a-z]*|kirjautu[a-z]*|logi(?:ge)? sisse|sisselog[a-z]*|prisijung[a-z]*|jungtis|piesle[a-z]*|prijav[a-z]*|logail isteach|logail|idhol|dahhal'
].join('|')

/** "With", "and" and "then", folded, between a user and a password. */
export const joiners =
  'with|and|then|mit|und|dann|avec|et|puis|con|y|luego|e|poi|com|depois|met|en|i|z|oraz|a|s|es|majd|cu|si|apoi|и|с|после|και|με|och|med|og|ja|kun|siis|ir|su|un|ar|in|agus|le|u|bi'

/** The names of users that many machines have, folded, in the languages of the Union. */
export const users =
  '(?:user|benutzer|utilisateur|usuario|utente|utilizador|gebruiker|uzytkownik|uzivatel|pouzivatel|felhasznalo|utilizator|потребител|χρηστησ?|anvandare|bruger|kayttaja|kasutaja|vartotojas|lietotajs|korisnik|uporabnik|usaideoir|utent) [a-z\\u0370-\\u04ff][a-z\\u0370-\\u04ff\\d._-]{1,20}|admin|administrator|administrateur|administrador|amministratore|root|sa|sysadmin|postgres|oracle|guest|backup|deploy|support|operator|gast|invite|beheer(?:der)?|spravc[ea]|rendszergazda|админ|διαχειριστησ|yllapito|haldur'
