import type { Table } from '../names-in.ts'

/**
 * What the code of a door, an alarm or a safe is called in one word, in the official languages of the EU, or with a place that is
 * none of `places`. A word for a code and such a place are found together.
 */
export const doorCodes: Table = {
  en: 'entry code, alarm code, safe code, safe combination, lock code, keypad code',
  de: 'Türcode, Türkode, Torcode, Alarmcode, Tresorcode, Safecode, Code Alarm',
  fr: 'digicode, code alarme, code de l’alarme, code d’entrée',
  es: 'código alarma, código de la alarma, código de la caja fuerte',
  it: 'codice allarme, codice dell’allarme',
  pt: 'código do alarme',
  nl: 'deurcode, alarmcode, kluiscode, poortcode',
  pl: 'kod alarmu, kod do alarmu, kod do sejfu',
  cs: 'kód alarmu, kód k alarmu',
  sk: 'kód alarmu',
  hu: 'ajtókód, kapukód, riasztókód',
  ro: 'codul ușii, cod alarmă, codul alarmei, codul seifului, cod interfon',
  bg: 'код за алармата, код на сейфа',
  el: 'κωδικός συναγερμού, κωδικός χρηματοκιβωτίου',
  sv: 'dörrkod, portkod, larmkod, kod till larmet',
  da: 'dørkode, alarmkode, kode til alarmen',
  fi: 'ovikoodi, hälytyskoodi, hälyttimen koodi, kassakaapin koodi',
  et: 'uksekood, valvekood, seifi kood',
  lt: 'signalizacijos kodas, seifo kodas',
  lv: 'signalizācijas kods, seifa kods',
  hr: 'šifra alarma, kod sefa',
  sl: 'koda vrat, koda alarma, koda sefa',
  ga: 'cód an aláraim',
  mt: 'kodiċi tal-allarm'
}

/** "Code", and what else opens a place when the digits and the place are said apart: `Serverraum Code 4711`. */
export const codes: Table = {
  en: 'code, codes, combination, keypad, combo',
  de: 'Code, Kode, Tastenfeld, Zahlencode, Kombination, Zahlenkombination',
  fr: 'digicode, clavier, combinaison',
  es: 'código, teclado, combinación',
  it: 'codice, tastierino, combinazione',
  pl: 'kod, kodem, kombinacja, szyfr',
  cs: 'kód, kódem, kombinace',
  hu: 'kód, kódja, kombináció',
  ro: 'cod, codul, combinație',
  bg: 'код, кодът, кода, kodat, комбинация',
  el: 'κωδικός, kodikos, συνδυασμός',
  sv: 'kod, koden, kombination',
  da: 'kode, koden',
  fi: 'koodi, yhdistelmä, koodin',
  et: 'kood, kombinatsioon',
  lt: 'kodas, kombinacija',
  lv: 'kods, kombinācija',
  hr: 'šifra, kod, kombinacija',
  sl: 'koda',
  ga: 'cód',
  mt: 'kodiċi',
  pt: 'combinação',
  nl: 'cijfercode, combinatie',
  sk: 'kombinácia'
}

/** Places that are opened by digits. */
export const places: Table = {
  en: 'door, gate, back door, entrance, server room, comms room, data room, key box, key safe, garage, keysafe, lockbox, lock box, key cabinet, side door, front door, loading dock, plant room, burglar alarm',
  de: 'Tür, Tor!, Eingang, Hintereingang, Nebeneingang, Serverraum, Technikraum, Schlüsselkasten, Tresor, Garage, Haustür, Kellertür, Seiteneingang, Haupteingang, Schlüsselsafe, Schlüsseltresor, Schlüsselbox, Alarmanlage, Schranke',
  fr: 'porte, portail, salle serveur, salle serveurs, salle des serveurs, local technique, local serveur, coffre, boîte à clés, porte arrière, portillon, barrière, boîte à clefs, boîte à clé, coffret à clés, coffre à clés, alarme intrusion',
  es: 'puerta, sala de servidores, cuarto técnico, caja fuerte, verja, cancela, portal, garaje, cochera, barrera, caja de llaves',
  it: 'porta, cancello, sala server, locale tecnico, ingresso, cassaforte, portone, cassetta chiavi, cassetta delle chiavi, sbarra, antifurto',
  pt: 'portão, sala de servidores, sala técnica, cofre, porta, garagem, entrada, cancela, caixa de chaves, chaveiro',
  nl: 'deur, serverruimte, poort, ingang, kluis, sleutelkluis, achterdeur, voordeur, zijdeur, hoofdingang, slagboom, sleutelkluisje, sleutelkastje, sleutelkast, serverkast, alarminstallatie',
  pl: 'drzwi, drzwiach, brama, bramy, serwerownia, serwerowni, wejście, wejścia, sejf, furtka, furtki, szlaban, garaż, skrzynka na klucze, skrytka na klucze',
  cs: 'dveře, dveří, dveřím, serverovna, serverovny, serverovně, vchod, trezor, branka, brána, brány, závora, garáž, schránka na klíče, trezor na klíče',
  sk: 'dvere, dverí, serverovňa, serverovne, vchod, trezor, brána, brány, bránka, závora, garáž, schránka na kľúče',
  hu: 'ajtó, ajtóhoz, kapu, szerverszoba, bejárat, széf, hátsó ajtó, garázs, sorompó, kulcsszéf, kulcsdoboz, riasztó',
  ro: 'ușa, ușă, camera serverelor, sala serverelor, intrare, seif, poarta, poartă, barieră, bariera, garaj, cutie de chei, cutia de chei',
  bg: 'врата, вратата, сървърно, сървърното, сървърната, вход, входа, сейф, vrata, vratata, порта, портата, бариера, гараж, кутия за ключове, кутията за ключове',
  el: 'πόρτα, πόρτας, είσοδος, είσοδο, εισόδου, χρηματοκιβώτιο, porta, portas, πύλη, πύλης, γκαράζ, κλειδοθήκη, συναγερμός',
  sv: 'dörr, dörren, serverrum, serverrummet, entré, kassaskåp, bakdörr, bakdörren, grind, grinden, bom, bommen, nyckelskåp, nyckelskåpet, nyckelbox',
  da: 'dør, døren, serverrum, serverrummet, indgang, pengeskab, bagdør, bagdøren, port, porten, låge, nøgleboks, nøgleboksen, nøgleskab',
  fi: 'ovi, oven, oveen, konesali, palvelinhuone, kassakaappi, takaovi, takaoven, portti, portin, puomi, avainkaappi, avainkaapin, avainlaatikko, avainsäilö',
  et: 'uks, ukse, serveriruum, serveriruumi, seif, tagauks, tagaukse, värav, värava, tõkkepuu, võtmekapp, võtmekapi, võtmekarp',
  lt: 'durys, durų, serverinė, serverinės, serverių patalpa, serverių patalpos, seifas, vartai, vartų, raktų seifas, raktų dėžutė, raktų spinta, užkardas',
  lv: 'durvis, durvju, serveru telpa, serveru telpas, serveru telpai, seifs, vārti, vārtu, barjera, atslēgu seifs, atslēgu kaste, atslēgu skapis',
  hr: 'vrata, ulaz, server soba, serverska soba, serverske sobe, sistemska soba, sef, kapija, rampa, garaža, sef za ključeve, kutija za ključeve, ormarić za ključeve',
  sl: 'vrata, vhod, sistemska soba, sistemsko sobo, strežniška soba, strežniško sobo, strežniške sobe, rampa, zapornica, garaža, omarica za ključe, sef za ključe',
  ga: 'doras, dorais, geata, seomra freastalaithe, bosca eochracha, taisceadán',
  mt: 'bieb, kamra tas-server, xatba, garaxx, kaxxa taċ-ċwievet'
}

/** Codes that sign a person in once, or when the phone is lost. */
export const signInCodes: Table = {
  en: 'OTP!, OTP code, one time code, verification code, sms code, text code, backup code, backup codes, recovery code, recovery codes, rescue code, authenticator code, login code, 2fa code, mfa code',
  de: 'Einmalcode, Bestätigungscode, SMS-Code, Verifizierungscode, Notfallcode, Notfallcodes, Wiederherstellungscode, Code per SMS, Code aus der SMS, Wiederherstellungscodes, Ersatzcode, Ersatzcodes',
  fr: 'code SMS, code par SMS, code à usage unique, code unique, code de secours, code secours, codes de secours, code de vérification, code de récupération, codes de récupération',
  es: 'código de respaldo, códigos de respaldo, código SMS, código por SMS, código de un solo uso, código de verificación, código de recuperación, códigos de recuperación',
  it: 'codice SMS, codice OTP, codice usa e getta, codice monouso, codice di verifica, codice di recupero, codici di recupero, codici di backup, codici di riserva',
  pt: 'código SMS, código por SMS, código único, código de verificação, código de recuperação, códigos de recuperação, códigos de reserva',
  nl: 'sms-code, eenmalige code, verificatiecode, herstelcode, herstelcodes, noodcode, back-upcode, noodcodes, reservecodes',
  pl: 'kod SMS, kod z SMS, kod z SMS-a, kod jednorazowy, kod weryfikacyjny, kod zapasowy, kody zapasowe, kod odzyskiwania, kody odzyskiwania',
  cs: 'SMS kód, kód z SMS, jednorázový kód, ověřovací kód, záložní kód, záložní kódy, obnovovací kód, obnovovací kódy, kódy pro obnovení, kódy obnovy',
  sk: 'SMS kód, kód z SMS, jednorazový kód, overovací kód, záložný kód, záložné kódy, obnovovací kód, obnovovacie kódy, kódy na obnovenie, kódy obnovy',
  hu: 'SMS kód, egyszer használatos kód, egyszeri kód, ellenőrző kód, helyreállító kód, tartalék kód, helyreállítási kód, helyreállítási kódok, tartalék kódok',
  ro: 'codul unic, cod SMS, codul SMS, codul din SMS, cod de unică folosință, cod unic, cod de verificare, cod de rezervă, coduri de rezervă, cod de recuperare, coduri de recuperare',
  bg: 'SMS код, код от SMS, код от смс, кодът от смс, еднократен код, код за потвърждение, код за вход, резервен код, резервни кодове, код за възстановяване, кодове за възстановяване',
  el: 'κωδικός SMS, κωδικός μίας χρήσης, κωδικός επαλήθευσης, κωδικός επιβεβαίωσης, εφεδρικός κωδικός, kodikos sms, κωδικός ανάκτησης, κωδικοί ανάκτησης, εφεδρικοί κωδικοί',
  sv: 'engångskod, sms-kod, verifieringskod, reservkod, reservkoder, återställningskod, återställningskoder',
  da: 'engangskode, sms-kode, bekræftelseskode, nødkode, gendannelseskode, gendannelseskoder, nødkoder, backupkode, backupkoder, genoprettelseskode, genoprettelseskoder',
  fi: 'kertakäyttökoodi, tekstiviestikoodi, vahvistuskoodi, varmennuskoodi, varakoodi, varakoodit, palautuskoodi, palautuskoodit',
  et: 'ühekordne kood, SMS-kood, kinnituskood, varukood, varukoodid, taastekood, taastekoodid, taastamiskood, taastamiskoodid',
  lt: 'vienkartinis kodas, SMS kodas, kodas iš SMS, patvirtinimo kodas, atsarginis kodas, atsarginiai kodai, atkūrimo kodas, atkūrimo kodai',
  lv: 'vienreizējs kods, vienreizējais kods, SMS kods, kods no SMS, apstiprinājuma kods, rezerves kods, rezerves kodi, atkopšanas kods, atkopšanas kodi, atgūšanas kods, atgūšanas kodi',
  hr: 'jednokratni kod, SMS kod, kod iz SMS-a, potvrdni kod, rezervni kod, rezervni kodovi, kod za oporavak, kodovi za oporavak',
  sl: 'enkratna koda, SMS koda, koda iz SMS-a, potrditvena koda, rezervna koda, rezervne kode, obnovitvena koda, obnovitvene kode, koda za obnovitev, kode za obnovitev',
  ga: 'cód aon uaire, cód SMS, cód fíoraithe, cód cúltaca, cóid chúltaca, cód athshlánaithe, cóid athshlánaithe, cód aisghabhála, cóid aisghabhála',
  mt: 'kodiċi ta’ darba, kodiċi SMS, kodiċi ta’ verifika, kodiċi ta’ riserva, kodiċi ta’ rkupru, kodiċijiet ta’ rkupru'
}
