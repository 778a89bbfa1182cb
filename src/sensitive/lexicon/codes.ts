import type { Table } from '../names-in.ts'

/** What the code of a door, an alarm or a safe is called, in the official languages of the EU. */
export const doorCodes: Table = {
  en: 'door code, gate code, entry code, alarm code, safe code, safe combination, lock code, keypad code',
  de: 'Türcode, Türkode, Torcode, Alarmcode, Tresorcode, Safecode, Code der Tür, Code für die Tür, Code Tür, Code Alarm',
  fr: 'code porte, code de la porte, digicode, code alarme, code de l’alarme, code du coffre, code d’entrée',
  es: 'código puerta, código de la puerta, código alarma, código de la alarma, código de la caja fuerte, código de entrada',
  it: 'codice porta, codice della porta, codice allarme, codice dell’allarme, codice della cassaforte, codice cancello',
  pt: 'código porta, código da porta, código do alarme, código do cofre, código de entrada, código do portão',
  nl: 'deurcode, code van de deur, alarmcode, kluiscode, poortcode',
  pl: 'kod drzwi, kod do drzwi, kod do bramy, kod alarmu, kod do alarmu, kod do sejfu',
  cs: 'kód dveří, kód ke dveřím, kód od dveří, kód alarmu, kód k alarmu, kód od trezoru',
  sk: 'kód dverí, kód od dverí, kód alarmu, kód od trezora',
  hu: 'ajtókód, kapukód, riasztókód, ajtó kódja, riasztó kódja, széf kódja',
  ro: 'cod ușă, codul ușii, cod alarmă, codul alarmei, codul seifului, cod interfon',
  bg: 'код врата, код на вратата, код за вратата, кодът за вратата, код за алармата, код на сейфа, kodat za vratata, kod za vratata',
  el: 'κωδικός πόρτας, κωδικός της πόρτας, κωδικός συναγερμού, κωδικός χρηματοκιβωτίου, kodikos portas, kodikos tis portas',
  sv: 'dörrkod, portkod, larmkod, kod till dörren, kod till larmet',
  da: 'dørkode, alarmkode, kode til døren, kode til alarmen',
  fi: 'ovikoodi, oven koodi, hälytyskoodi, hälyttimen koodi, kassakaapin koodi',
  et: 'uksekood, ukse kood, valvekood, seifi kood',
  lt: 'durų kodas, vartų kodas, signalizacijos kodas, seifo kodas',
  lv: 'durvju kods, vārtu kods, signalizācijas kods, seifa kods',
  hr: 'šifra vrata, kod vrata, šifra za vrata, kod za vrata, šifra za ulaz, kod za ulaz, šifra alarma, kod sefa',
  sl: 'koda vrat, koda za vrata, koda za vhod, koda alarma, koda sefa',
  ga: 'cód dorais, cód an dorais, cód an aláraim',
  mt: 'kodiċi tal-bieb, kodiċi tal-allarm'
}

/** "Code", and what else opens a place when the digits and the place are said apart: `Serverraum Code 4711`. */
export const codes: Table = {
  en: 'code, codes, combination',
  de: 'Code, Kode',
  es: 'código',
  it: 'codice',
  pl: 'kod, kodem',
  cs: 'kód, kódem',
  hu: 'kód, kódja',
  ro: 'cod, codul',
  bg: 'код, кодът, кода, kodat',
  el: 'κωδικός, kodikos',
  sv: 'kod, koden',
  da: 'kode, koden',
  fi: 'koodi',
  et: 'kood',
  lt: 'kodas',
  lv: 'kods',
  hr: 'šifra, kod',
  sl: 'koda',
  ga: 'cód',
  mt: 'kodiċi'
}

/** Places that are opened by digits. */
export const places: Table = {
  en: 'door, gate, back door, entrance, server room, comms room, data room, key box, key safe, garage',
  de: 'Tür, Tor!, Eingang, Hintereingang, Nebeneingang, Serverraum, Technikraum, Schlüsselkasten, Tresor, Garage',
  fr: 'porte, portail, salle serveur, salle serveurs, salle des serveurs, local technique, local serveur, coffre, boîte à clés',
  es: 'puerta, sala de servidores, cuarto técnico, caja fuerte',
  it: 'porta, cancello, sala server, locale tecnico, ingresso, cassaforte',
  pt: 'portão, sala de servidores, sala técnica, cofre',
  nl: 'deur, serverruimte, poort, ingang, kluis, sleutelkluis',
  pl: 'drzwi, drzwiach, brama, bramy, serwerownia, serwerowni, wejście, wejścia, sejf',
  cs: 'dveře, dveří, dveřím, serverovna, serverovny, serverovně, vchod, trezor',
  sk: 'dvere, dverí, serverovňa, serverovne, vchod, trezor',
  hu: 'ajtó, ajtóhoz, kapu, szerverszoba, bejárat, széf',
  ro: 'ușa, ușă, camera serverelor, sala serverelor, intrare, seif',
  bg: 'врата, вратата, сървърно, сървърното, сървърната, вход, входа, сейф, vrata, vratata',
  el: 'πόρτα, πόρτας, είσοδος, είσοδο, εισόδου, χρηματοκιβώτιο, porta, portas',
  sv: 'dörr, dörren, serverrum, serverrummet, entré, kassaskåp',
  da: 'dør, døren, serverrum, serverrummet, indgang, pengeskab',
  fi: 'ovi, oven, oveen, konesali, palvelinhuone, kassakaappi',
  et: 'uks, ukse, serveriruum, serveriruumi, seif',
  lt: 'durys, durų, serverinė, serverinės, serverių patalpa, serverių patalpos, seifas',
  lv: 'durvis, durvju, serveru telpa, serveru telpas, serveru telpai, seifs',
  hr: 'vrata, ulaz, server soba, serverska soba, serverske sobe, sistemska soba, sef',
  sl: 'vrata, vhod, sistemska soba, sistemsko sobo, strežniška soba, strežniško sobo, strežniške sobe',
  ga: 'doras, dorais, geata, seomra freastalaithe',
  mt: 'bieb, kamra tas-server, xatba'
}

/** Codes that sign a person in once, or when the phone is lost. */
export const signInCodes: Table = {
  en: 'one time code, verification code, sms code, text code, backup code, backup codes, recovery code, recovery codes, rescue code, authenticator code, login code, 2fa code, mfa code',
  de: 'Einmalcode, Bestätigungscode, SMS-Code, Verifizierungscode, Notfallcode, Notfallcodes, Wiederherstellungscode, Code per SMS, Code aus der SMS',
  fr: 'code SMS, code par SMS, code à usage unique, code unique, code de secours, code secours, codes de secours, code de vérification, code de récupération',
  es: 'código SMS, código por SMS, código de un solo uso, código de verificación, código de recuperación, códigos de recuperación',
  it: 'codice SMS, codice usa e getta, codice monouso, codice di verifica, codice di recupero, codici di recupero',
  pt: 'código SMS, código por SMS, código único, código de verificação, código de recuperação, códigos de recuperação',
  nl: 'sms-code, eenmalige code, verificatiecode, herstelcode, herstelcodes, noodcode, back-upcode',
  pl: 'kod SMS, kod z SMS, kod z SMS-a, kod jednorazowy, kod weryfikacyjny, kod zapasowy, kody zapasowe, kod odzyskiwania',
  cs: 'SMS kód, kód z SMS, jednorázový kód, ověřovací kód, záložní kód, záložní kódy',
  sk: 'SMS kód, kód z SMS, jednorazový kód, overovací kód, záložný kód, záložné kódy',
  hu: 'SMS kód, egyszer használatos kód, egyszeri kód, ellenőrző kód, helyreállító kód, tartalék kód',
  ro: 'cod SMS, codul SMS, codul din SMS, cod de unică folosință, cod unic, cod de verificare, cod de rezervă, coduri de rezervă',
  bg: 'SMS код, код от SMS, еднократен код, код за потвърждение, код за вход, резервен код, резервни кодове',
  el: 'κωδικός SMS, κωδικός μίας χρήσης, κωδικός επαλήθευσης, κωδικός επιβεβαίωσης, εφεδρικός κωδικός, kodikos sms',
  sv: 'engångskod, sms-kod, verifieringskod, reservkod, reservkoder, återställningskod',
  da: 'engangskode, sms-kode, bekræftelseskode, nødkode, gendannelseskode, gendannelseskoder',
  fi: 'kertakäyttökoodi, tekstiviestikoodi, vahvistuskoodi, varmennuskoodi, varakoodi, varakoodit, palautuskoodi',
  et: 'ühekordne kood, SMS-kood, kinnituskood, varukood, varukoodid, taastekood',
  lt: 'vienkartinis kodas, SMS kodas, kodas iš SMS, patvirtinimo kodas, atsarginis kodas, atsarginiai kodai',
  lv: 'vienreizējs kods, vienreizējais kods, SMS kods, kods no SMS, apstiprinājuma kods, rezerves kods, rezerves kodi',
  hr: 'jednokratni kod, SMS kod, kod iz SMS-a, potvrdni kod, rezervni kod, rezervni kodovi, kod za oporavak',
  sl: 'enkratna koda, SMS koda, koda iz SMS-a, potrditvena koda, rezervna koda, rezervne kode, obnovitvena koda',
  ga: 'cód aon uaire, cód SMS, cód fíoraithe, cód cúltaca, cóid chúltaca',
  mt: 'kodiċi ta’ darba, kodiċi SMS, kodiċi ta’ verifika, kodiċi ta’ riserva'
}
