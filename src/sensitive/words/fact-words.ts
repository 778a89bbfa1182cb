/**
 * Facts about a person or a patient, in the official languages of the EU and its neighbours: what stands under such a
 * name is personal, whatever it looks like.
 */
export const factWords: Readonly<Record<string, string>> = {
  en: 'patient, patient name, patient id, diagnosis, diagnoses, medical record, health record, medical history, case number, case file number, medication, prescription, allergy, allergies, blood type, blood group, icd, icd 10, icd code, mrn, snomed code, dob, birth date, birth day, date of birth, birthday, place of birth, first name, last name, given name, family name, maiden name, full name, person name, surname, home address, street address, postal address, private address, residential address',
  de: 'Patient, Patientin, Patienten, Patientenname, Patientennummer, Diagnose, Diagnosen, Befund, Krankenakte, Patientenakte, Krankengeschichte, Fallnummer, Fall-Nr, Fall-ID, Aktenzeichen, Medikation, Medikament, Rezept, Allergie, Allergien, Blutgruppe, Geburtsdatum, Geb-Datum, Geburtstag, Geburtsort, Geburtsname, Vorname, Nachname, Familienname, Zuname, Mädchenname, Wohnadresse, Wohnanschrift, Privatadresse, Heimadresse, wohnhaft, Wohnort',
  fr: 'patient, patiente, diagnostic!, dossier médical, dossier patient, numéro de dossier, antécédents, médicament, ordonnance, allergie, groupe sanguin, date de naissance, lieu de naissance, date naissance, prénom, nom de famille, nom de naissance, nom patronymique, adresse domicile, adresse personnelle, domicilié',
  es: 'paciente, diagnóstico, historia clínica, historial médico, expediente médico, número de caso, medicación, receta, alergia, grupo sanguíneo, fecha de nacimiento, fecha nacimiento, lugar de nacimiento, nombre de pila, apellido, apellidos, domicilio',
  it: 'paziente, diagnosi, cartella clinica, numero di caso, farmaco, ricetta medica, allergia, gruppo sanguigno, data di nascita, data nascita, luogo di nascita, cognome, nome di battesimo, indirizzo residenza, indirizzo di casa, domicilio',
  pt: 'paciente, diagnóstico, processo clínico, prontuário, número do processo, medicação, alergia, grupo sanguíneo, data de nascimento, data nascimento, local de nascimento, apelido, sobrenome, nome próprio, morada',
  nl: 'patiënt, diagnose, medisch dossier, patiëntendossier, zaaknummer, dossiernummer, medicatie, recept, allergie, bloedgroep, geboortedatum, geboorteplaats, voornaam, achternaam, familienaam, woonadres, huisadres',
  pl: 'pacjent, pacjentka, rozpoznanie, diagnoza, historia choroby, dokumentacja medyczna, numer sprawy, leki, recepta, alergia, grupa krwi, data urodzenia, miejsce urodzenia, imię, nazwisko, adres zamieszkania, adres domowy',
  cs: 'pacient, pacientka, pacienta, diagnóza, zdravotní záznam, chorobopis, číslo případu, léky, alergie, krevní skupina, datum narození, místo narození, křestní jméno, jméno pacienta, příjmení, bydliště',
  sk: 'pacient, pacientka, diagnóza, zdravotný záznam, chorobopis, číslo prípadu, lieky, alergia, krvná skupina, dátum narodenia, miesto narodenia, krstné meno, priezvisko, bydlisko',
  hu: 'beteg, páciens, diagnózis, kórlap, kórtörténet, ügyszám, esetszám, gyógyszer, allergia, vércsoport, születési dátum, születési idő, születési hely, keresztnév, vezetéknév, családnév, lakcím',
  ro: 'pacient, diagnostic!, fișă medicală, dosar medical, număr dosar, medicație, alergie, grupă sanguină, data nașterii, locul nașterii, prenume, nume de familie, nume familie, adresă domiciliu, domiciliu',
  bg: 'пациент, диагноза, медицинско досие, история на заболяването, номер на случай, лекарство, алергия, кръвна група, дата на раждане, място на раждане, собствено име, фамилия, фамилно име, домашен адрес',
  el: 'ασθενής, διάγνωση, ιατρικός φάκελος, αριθμός υπόθεσης, φάρμακο, αλλεργία, ομάδα αίματος, ημερομηνία γέννησης, τόπος γέννησης, επώνυμο, διεύθυνση κατοικίας',
  sv: 'patient, diagnos, patientjournal, journalnummer, ärendenummer, läkemedel, recept, allergi, blodgrupp, födelsedatum, födelsedag, födelseort, förnamn, efternamn, hemadress, bostadsadress',
  da: 'patient, diagnose, patientjournal, journalnummer, sagsnummer, medicin, allergi, blodtype, fødselsdato, fødselsdag, fødested, fornavn, efternavn, hjemmeadresse, bopæl',
  no: 'pasient, diagnose, pasientjournal, saksnummer, fødselsdato, fornavn, etternavn, hjemmeadresse',
  fi: 'potilas, diagnoosi, potilaskertomus, sairauskertomus, tapausnumero, lääkitys, allergia, veriryhmä, syntymäaika, syntymäpäivä, syntymäpaikka, etunimi, sukunimi, kotiosoite',
  et: 'patsient, diagnoos, haiguslugu, juhtumi number, ravim, allergia, veregrupp, sünniaeg, sünnikuupäev, sünnikoht, eesnimi, perekonnanimi, kodune aadress, elukoht',
  lt: 'pacientas, pacientė, diagnozė, ligos istorija, bylos numeris, vaistai, alergija, kraujo grupė, gimimo data, gimimo vieta, pavardė, namų adresas',
  lv: 'pacients, paciente, diagnoze, slimības vēsture, lietas numurs, zāles, alerģija, asins grupa, dzimšanas datums, dzimšanas vieta, uzvārds, mājas adrese, dzīvesvieta',
  hr: 'pacijent, pacijentica, dijagnoza, zdravstveni karton, povijest bolesti, broj predmeta, lijek, alergija, krvna grupa, datum rođenja, mjesto rođenja, prezime, kućna adresa, prebivalište',
  sl: 'pacient, bolnik, diagnoza, zdravstveni karton, številka primera, zdravilo, alergija, krvna skupina, datum rojstva, kraj rojstva, priimek, domači naslov, prebivališče',
  ga: 'othar, diagnóis, taifead leighis, uimhir cháis, dáta breithe, áit bhreithe, céadainm, sloinne, seoladh baile',
  mt: 'pazjent, dijanjosi, rekord mediku, numru tal-każ, data tat-twelid, post tat-twelid, kunjom, indirizz tad-dar'
}

/** What, behind a personal name, says something about a system and nothing about a person: `patientPortal`, `faxGateway`. */
export const aboutPersons =
  'portal, system, systems, service, services, server, gateway, provider, policy, class, mode, level, home, first, exchange, app, api, team, device, count, format, required, enabled, disabled, compliant, compliance, rate, cloud, safety, journey, url, wiki, docs, tool, platform, plattform, retention, classification, control, paradox, owner, environment, bucket, table, store, storage, module, component, validation, schema, model, line, lines, limit, encryption, masking, redaction'
