/**
 * The words for a password, a secret, a token or a key that opens something. People use them in the official languages
 * of the EU and its neighbours. Each is written as a dictionary has it; accents, capitals and what joins the words do
 * not count.
 */
export const credentialWords: Readonly<Record<string, string>> = {
  en: 'password, passwd, passphrase, passcode, pass, pwd, pw, pin, secret, token, credential, api key, access key, secret key, private key, auth key, signing key, encryption key, master key, customer key, license key, licence key, sas key, account key, webhook key, bearer, authorization, connection string, access key id, recovery code, otp seed, totp seed, session cookie, htpasswd, login data, login details, psk, pre shared key, shared key, wifi key, wlan key, wpa key, wpa2 key, network key, unlock code, door code, alarm code, gate code, backup code',
  de: 'Passwort, Passwörter, Kennwort, Geheimnis, geheim, Geheimzahl, Zugangscode, Zugangsdaten, Zugangsschlüssel, Geheimschlüssel, API-Schlüssel, privater Schlüssel, Anmeldedaten, PIN-Code, WLAN-Schlüssel, WPA-Schlüssel, WPA2-Schlüssel, Netzwerkschlüssel, Entsperrcode, Türcode, Zutrittscode, Alarmcode, Einmalkennwort',
  fr: 'mdp, mot de passe, mots de passe, code secret, clé secrète, clé privée, clé API, clé d’accès, jeton, identifiants de connexion, secret partagé, clé wifi, clé WPA, clé réseau, code d’accès, code de la porte, digicode',
  es: 'clave, contraseña, clave secreta, clave privada, clave de acceso, credencial, credenciales, secreto, ficha de acceso, clave wifi, clave de red, código de acceso, código de la puerta',
  it: 'parola d’ordine, parola chiave, chiave segreta, chiave privata, chiave di accesso, segreto, credenziali, gettone, chiave wifi, chiave di rete, codice di accesso, codice della porta',
  pt: 'senha, palavra-passe, palavra chave, chave secreta, chave privada, chave de acesso, credenciais, segredo, chave wifi, chave de rede, código de acesso',
  nl: 'wachtwoord, geheim, geheime sleutel, privésleutel, toegangscode, toegangssleutel, inloggegevens, wifi-sleutel, netwerksleutel, deurcode',
  pl: 'hasło, hasła, tajny klucz, klucz prywatny, klucz dostępu, klucz API, sekret, dane logowania, klucz wifi, klucz sieci, kod dostępu, kod do drzwi',
  cs: 'heslo, tajný klíč, soukromý klíč, přístupový klíč, tajemství, přihlašovací údaje, klíč wifi, přístupový kód',
  sk: 'heslo, tajný kľúč, súkromný kľúč, prístupový kľúč, tajomstvo, prihlasovacie údaje, kľúč wifi, prístupový kód',
  hu: 'jelszó, jelszava, titkos kulcs, privát kulcs, hozzáférési kulcs, titok, belépési adatok, wifi kulcs, hozzáférési kód, belépőkód',
  ro: 'parolă, parola, cheie secretă, cheie privată, cheie de acces, date de autentificare, cheie wifi, cod de acces',
  bg: 'парола, таен ключ, частен ключ, ключ за достъп, тайна, код за достъп',
  el: 'κωδικός, κωδικός πρόσβασης, συνθηματικό, μυστικό κλειδί, ιδιωτικό κλειδί, μυστικό',
  sv: 'lösenord, hemlig nyckel, privat nyckel, åtkomstnyckel, hemlighet, inloggningsuppgifter, nätverksnyckel, åtkomstkod, portkod, dörrkod',
  da: 'adgangskode, kodeord, hemmelig nøgle, privat nøgle, adgangsnøgle, hemmelighed, netværksnøgle, dørkode',
  no: 'passord, hemmelig nøkkel, privat nøkkel, tilgangsnøkkel',
  fi: 'salasana, salainen avain, yksityinen avain, pääsyavain, salaisuus, tunnusluku, verkkoavain, pääsykoodi, ovikoodi',
  et: 'parool, salasõna, salavõti, privaatvõti, juurdepääsuvõti, saladus, pääsukood, uksekood',
  lt: 'slaptažodis, slaptažodžiai, slaptas raktas, privatus raktas, prieigos raktas, paslaptis, prieigos kodas, durų kodas',
  lv: 'parole, slepenā atslēga, privātā atslēga, piekļuves atslēga, noslēpums, piekļuves kods, durvju kods',
  hr: 'lozinka, zaporka, tajni ključ, privatni ključ, pristupni ključ, tajna, pristupni kod',
  sl: 'geslo, tajni ključ, skrivni ključ, zasebni ključ, dostopni ključ, skrivnost, dostopna koda',
  ga: 'pasfhocal, focal faire, eochair rúnda, eochair phríobháideach, cód rochtana',
  mt: 'password sigriet, kelma sigrieta, ċavetta sigrieta, ċavetta privata, sigriet, kodiċi tal-aċċess',
  sq: 'fjalëkalim, fjalëkalimi',
  tr: 'parola, şifre'
}

/** Words before a user and a password together: `login root / Sommer24!`. */
export const signInWords: Readonly<Record<string, string>> = {
  all: 'login, logon, user, username, Zugang, Anmeldung, Benutzer, Nutzer, utilisateur, accès, connexion, usuario, acceso, utente, accesso, utilizador, acesso, gebruiker, toegang, użytkownik, dostęp, uživatel, přístup, používateľ, prístup, felhasználó, utilizator, acces, потребител, χρήστης, användare, bruger, käyttäjä, kasutaja, vartotojas, lietotājs, korisnik, uporabnik, úsáideoir, utent'
}

/** What, behind such a name, says something about a credential and not the credential itself: `passwordPolicy`, `token_ttl`. */
export const aboutCredentials =
  'policy, policies, length, ttl, arn, arns, id, ids, name, names, store, storage, manager, management, service, server, rotation, rotated, rotate, expiry, expires, expired, expiration, issue, issued, issuer, time, timeout, age, url, uri, endpoint, path, file, files, filename, type, kind, version, versions, validation, enabled, disabled, required, provider, source, model, mode, class, count, size, limit, format, ref, reference, bucket, engine, scope, scopes, audience, location, region, rule, rules, complexity, strength, alias, reset, portal, app, tool, team, owner, contact, wiki, docs, vault, santa, classification, scanning, scanner, scan, algorithm, rotationdays, days, through, free, less, based, only, number, rotacja, rotacion, rotazione, rotatie, rotace, rotacia, rotatia, wechsel, zmiana, zmena, polityka, politika, politique, politica, beleid, richtlinie, regel, regeln, regle, regles, regola, regole, zasady, pravidla, lange, laenge, longueur, longitud, lunghezza, dlugosc, delka, ablauf, scadenza, caducidad, waznosc, platnost'

/**
 * Names for facts about a person or a patient, in the official languages of the EU and its neighbours. A value under
 * such a name is personal, however it looks.
 */
export const factWords: Readonly<Record<string, string>> = {
  en: 'patient, patient name, patient id, diagnosis, diagnoses, medical record, health record, medical history, case number, case file number, medication, prescription, allergy, allergies, blood type, blood group, icd, icd 10, icd code, mrn, snomed code, dob, birth date, birth day, date of birth, birthday, place of birth, first name, last name, given name, family name, maiden name, full name, person name, surname, home address, street address, postal address, private address, residential address, insured person, insured name, next of kin, emergency contact, employee name, nurse name, doctor name, client name, resident name, religion, religious affiliation, religious denomination, religious belief, trade union, trade union membership, union membership, sexual orientation, ethnicity, ethnic origin, racial origin, political opinion, party membership, degree of disability',
  de: 'Patient, Patientin, Patienten, Patientenname, Patientennummer, Diagnose, Diagnosen, Befund, Krankenakte, Patientenakte, Krankengeschichte, Fallnummer, Fall-Nr, Fall-ID, Aktenzeichen, Medikation, Medikament, Rezept, Allergie, Allergien, Blutgruppe, Geburtsdatum, Geb-Datum, Geburtstag, Geburtsort, Geburtsname, Vorname, Nachname, Familienname, Zuname, Mädchenname, Wohnadresse, Wohnanschrift, Privatadresse, Heimadresse, wohnhaft, Wohnort, Versicherter!, Versicherte!, Angehöriger!, Angehörige!, Notfallkontakt, Mitarbeitername, Bewohnername, Klientenname, Schwerbehinderung, Religion, Religionszugehörigkeit, Konfession, Glaubensbekenntnis, Kirchenzugehörigkeit, Gewerkschaft, Gewerkschaftszugehörigkeit, sexuelle Orientierung, ethnische Herkunft, Parteizugehörigkeit, GdB, Grad der Behinderung, Pflegegrad, Pflegestufe',
  fr: 'patient, patiente, dossier hospitalier, diagnostic!, dossier médical, dossier patient, numéro de dossier, antécédents, médicament, ordonnance, allergie, groupe sanguin, date de naissance, lieu de naissance, date naissance, prénom, nom de famille, nom de naissance, nom patronymique, adresse domicile, adresse personnelle, domicilié, nom de l’assuré, personne assurée, proche à prévenir, nom de l’employé, religion, confession religieuse, appartenance syndicale, syndicat, orientation sexuelle, origine ethnique, opinion politique, taux d’invalidité, degré de handicap',
  es: 'paciente, diagnóstico, historia clínica, historial médico, expediente médico, número de caso, medicación, receta, alergia, grupo sanguíneo, fecha de nacimiento, fecha nacimiento, lugar de nacimiento, nombre de pila, apellido, apellidos, domicilio, persona asegurada, nombre del asegurado, contacto de emergencia, religión, confesión religiosa, afiliación sindical, sindicato, orientación sexual, origen étnico, opinión política, grado de discapacidad',
  it: 'paziente, diagnosi, cartella clinica, numero di caso, farmaco, ricetta medica, allergia, gruppo sanguigno, data di nascita, data nascita, luogo di nascita, cognome, nome di battesimo, indirizzo residenza, indirizzo di casa, domicilio, persona assicurata, nome dell’assicurato, contatto di emergenza, religione, confessione religiosa, appartenenza sindacale, sindacato, orientamento sessuale, origine etnica, opinione politica, grado di invalidità',
  pt: 'paciente, diagnóstico, processo clínico, prontuário, número do processo, medicação, alergia, grupo sanguíneo, data de nascimento, data nascimento, local de nascimento, apelido, sobrenome, nome próprio, morada, pessoa segurada, contacto de emergência, religião, confissão religiosa, filiação sindical, sindicato, orientação sexual, origem étnica, opinião política, grau de incapacidade',
  nl: 'patiënt, diagnose, medisch dossier, patiëntendossier, zaaknummer, dossiernummer, medicatie, recept, allergie, bloedgroep, geboortedatum, geboorteplaats, voornaam, achternaam, familienaam, woonadres, huisadres, verzekerde, noodcontact, religie, godsdienst, geloofsovertuiging, vakbond, vakbondslidmaatschap, seksuele geaardheid, etnische afkomst, politieke voorkeur',
  pl: 'pacjent, pacjentka, rozpoznanie, diagnoza, historia choroby, dokumentacja medyczna, numer sprawy, leki, recepta, alergia, grupa krwi, data urodzenia, miejsce urodzenia, imię, nazwisko, adres zamieszkania, adres domowy, ubezpieczony, ubezpieczona, imię i nazwisko, religia, wyznanie, związek zawodowy, orientacja seksualna, pochodzenie etniczne, poglądy polityczne, stopień niepełnosprawności',
  cs: 'pacient, pacientka, pacienta, diagnóza, zdravotní záznam, chorobopis, číslo případu, léky, alergie, krevní skupina, datum narození, místo narození, křestní jméno, jméno pacienta, příjmení, bydliště, pojištěnec, jméno a příjmení, náboženství, náboženské vyznání, odbory, odborová organizace, sexuální orientace, etnický původ, politický názor, stupeň postižení',
  sk: 'pacient, pacientka, diagnóza, zdravotný záznam, chorobopis, číslo prípadu, lieky, alergia, krvná skupina, dátum narodenia, miesto narodenia, krstné meno, priezvisko, bydlisko, poistenec, meno a priezvisko, náboženstvo, vierovyznanie, odbory, sexuálna orientácia, etnický pôvod, politický názor, stupeň postihnutia',
  hu: 'beteg, páciens, diagnózis, kórlap, kórtörténet, ügyszám, esetszám, gyógyszer, allergia, vércsoport, születési dátum, születési idő, születési hely, keresztnév, vezetéknév, családnév, lakcím, biztosított neve, hozzátartozó, vallás, felekezet, szakszervezet, szexuális irányultság, etnikai származás, politikai vélemény',
  ro: 'pacient, diagnostic!, fișă medicală, dosar medical, număr dosar, medicație, alergie, grupă sanguină, data nașterii, locul nașterii, prenume, nume de familie, nume familie, adresă domiciliu, domiciliu, persoană asigurată, nume și prenume, religie, confesiune, sindicat, orientare sexuală, origine etnică, opinie politică, grad de handicap',
  bg: 'пациент, диагноза, медицинско досие, история на заболяването, номер на случай, лекарство, алергия, кръвна група, дата на раждане, място на раждане, собствено име, фамилия, фамилно име, домашен адрес, осигурено лице, име и фамилия, религия, вероизповедание, синдикат, сексуална ориентация, етнически произход, политически възгледи',
  el: 'ασθενής, διάγνωση, ιατρικός φάκελος, αριθμός υπόθεσης, φάρμακο, αλλεργία, ομάδα αίματος, ημερομηνία γέννησης, τόπος γέννησης, επώνυμο, διεύθυνση κατοικίας, ασφαλισμένος, ονοματεπώνυμο, θρησκεία, θρήσκευμα, συνδικαλιστική οργάνωση, σεξουαλικός προσανατολισμός, εθνοτική καταγωγή, πολιτικές πεποιθήσεις',
  sv: 'patient, diagnos, patientjournal, journalnummer, ärendenummer, läkemedel, recept, allergi, blodgrupp, födelsedatum, födelsedag, födelseort, förnamn, efternamn, hemadress, bostadsadress, försäkrad person, närmast anhörig, religion, trosuppfattning, fackförening, fackligt medlemskap, sexuell läggning, etniskt ursprung, politisk åsikt',
  da: 'patient, diagnose, patientjournal, journalnummer, sagsnummer, medicin, allergi, blodtype, fødselsdato, fødselsdag, fødested, fornavn, efternavn, hjemmeadresse, bopæl, forsikret person, nærmeste pårørende, religion, trosretning, fagforening, seksuel orientering, etnisk oprindelse, politisk overbevisning',
  no: 'pasient, diagnose, pasientjournal, saksnummer, fødselsdato, fornavn, etternavn, hjemmeadresse',
  fi: 'potilas, diagnoosi, potilaskertomus, sairauskertomus, tapausnumero, lääkitys, allergia, veriryhmä, syntymäaika, syntymäpäivä, syntymäpaikka, etunimi, sukunimi, kotiosoite, vakuutettu, lähiomainen, uskonto, uskontokunta, ammattiliitto, seksuaalinen suuntautuminen, etninen alkuperä, poliittinen mielipide',
  et: 'patsient, diagnoos, haiguslugu, juhtumi number, ravim, allergia, veregrupp, sünniaeg, sünnikuupäev, sünnikoht, eesnimi, perekonnanimi, kodune aadress, elukoht, kindlustatud isik, lähisugulane, usutunnistus, ametiühing, seksuaalne sättumus, etniline päritolu, poliitiline vaade',
  lt: 'pacientas, pacientė, diagnozė, ligos istorija, bylos numeris, vaistai, alergija, kraujo grupė, gimimo data, gimimo vieta, pavardė, namų adresas, apdraustasis, vardas pavardė, religija, tikyba, profesinė sąjunga, seksualinė orientacija, etninė kilmė, politinės pažiūros',
  lv: 'pacients, paciente, diagnoze, slimības vēsture, lietas numurs, zāles, alerģija, asins grupa, dzimšanas datums, dzimšanas vieta, uzvārds, mājas adrese, dzīvesvieta, apdrošinātais, vārds uzvārds, reliģija, ticība, arodbiedrība, seksuālā orientācija, etniskā izcelsme, politiskie uzskati',
  hr: 'pacijent, pacijentica, dijagnoza, zdravstveni karton, povijest bolesti, broj predmeta, lijek, alergija, krvna grupa, datum rođenja, mjesto rođenja, prezime, kućna adresa, prebivalište, osiguranik, ime i prezime, religija, vjeroispovijest, sindikat, spolna orijentacija, etničko podrijetlo, političko mišljenje',
  sl: 'pacient, bolnik, diagnoza, zdravstveni karton, številka primera, zdravilo, alergija, krvna skupina, datum rojstva, kraj rojstva, priimek, domači naslov, prebivališče, zavarovanec, ime in priimek, religija, veroizpoved, sindikat, spolna usmerjenost, etnično poreklo, politično prepričanje',
  ga: 'othar, diagnóis, taifead leighis, uimhir cháis, dáta breithe, áit bhreithe, céadainm, sloinne, seoladh baile, duine árachaithe, neasghaol, reiligiún, creideamh, ceardchumann, gnéaschlaonadh, bunadh eitneach',
  mt: 'pazjent, dijanjosi, rekord mediku, numru tal-każ, data tat-twelid, post tat-twelid, kunjom, indirizz tad-dar, persuna assigurata, isem u kunjom, reliġjon, trejdunjin, orjentazzjoni sesswali, oriġini etnika'
}

/** What, behind a personal name, says something about a system and nothing about a person: `patientPortal`, `faxGateway`. */
export const aboutPersons =
  'portal, system, systems, service, services, server, gateway, provider, policy, class, mode, level, home, first, exchange, app, api, team, device, count, format, required, enabled, disabled, compliant, compliance, rate, cloud, safety, journey, url, wiki, docs, tool, platform, plattform, retention, classification, control, paradox, owner, environment, bucket, table, store, storage, module, component, validation, schema, model, line, lines, limit, encryption, masking, redaction'

/** Numbers that belong to one person, also those that nothing but their name tells from any other number. */
export const numberWords: Readonly<Record<string, string>> = {
  en: 'insurance number, insurance no, insurance id, insurance policy number, nhs number, nhs no, ehic, ssn, social security, social security number, national insurance, nino, passport, identity card, id card, identity number, national id, tax id, tax number, tax identification number, personal code, personal number, iban, bank account number, credit card, card number, driving licence, driver license, phone, telephone, mobile, cell phone, tel, fax, msisdn',
  de: 'AHV, AHV-Nummer, Versichertennummer, Versichertennr, Versicherungsnummer, Krankenversichertennummer, Krankenversicherungsnummer, Sozialversicherungsnummer, Rentenversicherungsnummer, SV-Nummer, KVNR, SV-Nr, KV-Nr, RV-Nr, Vers-Nr, Pers-Nr, Ausweis-Nr, Passnummer, LANR, Reisepass, Reisepassnummer, Personalausweis, Personalausweisnr, Ausweisnummer, Personalnummer, Führerschein, Steuer-ID, Steuernummer, Steueridentifikationsnummer, IdNr, Kontonummer, Kreditkarte, Patientennr, Pat-Nr, Telefon, Telefonnummer, Handy, Handynummer, Handynr, Telnr, Telefonnr, Mobilnr, Mobilnummer, Mobil, Mobiltelefon, Rufnummer, Festnetz',
  fr: 'numéro AVS, numéro de sécurité sociale, sécurité sociale, NIR, carte vitale, passeport, carte d’identité, permis de conduire, numéro fiscal, numéro de compte, carte bancaire, téléphone, téléphone portable, portable',
  es: 'seguridad social, DNI, NIF, pasaporte, carné de identidad, documento de identidad, permiso de conducir, número fiscal, número de cuenta, tarjeta de crédito, tarjeta sanitaria, teléfono, móvil',
  it: 'codice fiscale, tessera sanitaria, passaporto, carta d’identità, carta identità, patente di guida, partita IVA, numero di conto, carta di credito, telefono, cellulare',
  pt: 'NIF, NISS, número fiscal, número de contribuinte, cartão de cidadão, número de utente, segurança social, passaporte, bilhete de identidade, carta de condução, número de conta, cartão de crédito, telefone, telemóvel, CPF',
  nl: 'BSN, burgerservicenummer, INSZ, rijksregisternummer, RRN, paspoort, identiteitskaart, rijbewijs, rekeningnummer, creditcard, polisnummer, verzekeringsnummer, telefoon, telefoonnummer, mobiel nummer, gsm-nummer',
  pl: 'PESEL, NIP, dowód osobisty, dowodu osobistego, numer dowodu, nr dowodu, paszport, prawo jazdy, numer konta, numer ubezpieczenia, karta kredytowa, telefon, numer telefonu, komórka',
  cs: 'rodné číslo, číslo pojištěnce, občanský průkaz, číslo pasu, cestovní pas, řidičský průkaz, číslo účtu, daňové číslo, telefon, telefonní číslo, mobil',
  sk: 'rodné číslo, číslo poistenca, občiansky preukaz, cestovný pas, vodičský preukaz, číslo účtu, daňové číslo, telefón, telefónne číslo, mobil',
  hu: 'TAJ, TAJ-szám, adóazonosító, adószám, személyi szám, személyi igazolvány, útlevél, útlevélszám, jogosítvány, bankszámlaszám, paszport, telefon, telefonszám, mobil',
  ro: 'CNP, cod numeric personal, carte de identitate, buletin, pașaport, permis de conducere, cod fiscal, asigurare, telefon, număr de telefon',
  bg: 'ЕГН, EGN, лична карта, паспорт, шофьорска книжка, осигурителен номер, данъчен номер, телефон, мобилен телефон',
  el: 'ΑΜΚΑ, AMKA, ΑΦΜ, ΑΔΤ, αριθμός ταυτότητας, δελτίο ταυτότητας, διαβατήριο, αριθμός ασφάλισης, τηλέφωνο, κινητό',
  sv: 'personnummer, samordningsnummer, körkort, passnummer, försäkringsnummer, kontonummer, telefonnummer, mobilnummer',
  da: 'CPR, CPR-nummer, personnummer, pasnummer, kørekort, sundhedskort, kontonummer, telefonnummer, mobilnummer',
  no: 'fødselsnummer, personnummer, passnummer, kontonummer, telefonnummer',
  fi: 'henkilötunnus, HETU, passin numero, passinumero, ajokortti, tilinumero, veronumero, puhelin, puhelinnumero, matkapuhelin',
  et: 'isikukood, passinumber, ID-kaart, juhiluba, telefoninumber, telefon',
  lt: 'asmens kodas, paso numeris, asmens tapatybės kortelė, telefono numeris, telefonas',
  lv: 'personas kods, pases numurs, personas apliecība, tālrunis, tālruņa numurs',
  hr: 'OIB, JMBG, osobna iskaznica, putovnica, vozačka dozvola, broj osiguranja, broj telefona, mobitel',
  sl: 'EMŠO, davčna številka, osebna izkaznica, potni list, vozniško dovoljenje, telefonska številka, ZZZS',
  ga: 'PPS, PPSN, uimhir PSP, pas taistil, ceadúnas tiomána, uimhir theileafóin, fón póca',
  mt: 'karta tal-identità, numru tal-identità, numru tal-passaport, numru tat-telefon, numru tas-sigurtà soċjali'
}

/** Words that stand where a value could and say that there is none, or where it is. A source of regular expressions. */
export const nothingSaid =
  '(?:none|no|not|n/a|null|nil|never|false|true|yes|on|off|enabled|disabled|required|optional|forbidden|elsewhere|empty|unset|unknown|strict|see|kept|stored|nobody|nothing|everybody|everyone|anyone|somebody|(?:in|at|from) (?:the|a|our)|the|this|kein|keine|keiner|keines|nein|nicht|niemand|ja|aus|siehe|im|liegt|aucun|aucune|non|oui|voir|ninguno|ninguna|nessuno|nessuna|vedi|nenhum|nenhuma|geen|zie|brak|zadne|nincs|fara|няма|κανενα|ingen|inga|puudub|nera|nav|nema)'

const whole = new RegExp(`^(?:|[0_.*-]|${nothingSaid}(?:[ -].*)?)$`)

/** Whether a folded text says that there is nothing, as `none`, `n/a`, `see the wiki` and `keine` do. */
export const saysNothing = (folded: string): boolean => whole.test(folded)
