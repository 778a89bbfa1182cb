/**
 * What is numbered of a person in care, and the words for a number. The first column begins a compound, and the second
 * stands behind the word for a number. A row stands for each of its pairs, as in `Aufnahmenr` and `nr pacjenta`.
 */
const rows: Readonly<Record<string, readonly [first: string, behind: string, number: string]>> = {
  en: [
    'patient, case, admission, encounter, hospital, chart, medical record, episode, inpatient, outpatient, claimant, insured, member, policyholder, subscriber',
    '',
    'number, no, nr, id, ref, reference'
  ],
  de: [
    'Patient, Patienten, Pat, Fall, Aufnahme, Behandlung, Behandlungs, Behandlungsfall, Akten, Krankenakten, Kranken, Klienten, Bewohner, Mitglieds, Einweisungs, Journal, Proben, Befund',
    '',
    'nummer, nr, no, id, kennung, zeichen'
  ],
  nl: ['patiënt, patiënten, zaak, casus, dossier, opname, cliënt, verzekerden', '', 'nummer, nr, id'],
  sv: ['patient, journal, vårdkontakt, ärende, remiss', '', 'nummer, nr, id'],
  da: ['patient, journal, indlæggelses, sag, sags, henvisnings', '', 'nummer, nr, id'],
  fi: ['potilas, potilaan, tapaus, hoitojakso, lähete, asiakas', '', 'numero, nro, id, tunnus, tunniste'],
  et: ['patsiendi, haigusloo, juhtumi, ravijuhtumi', '', 'number, nr, id, kood'],
  hu: [
    'beteg, betegazonosító, ápolási, felvételi, kórházi, eset, törzs, napló, kórlap, biztosított',
    '',
    'szám, száma, azonosító, azonosítója, id, kód'
  ],
  fr: [
    '',
    'patient, patiente, cas, dossier, séjour, hospitalisation, admission, passage, assuré, adhérent, mutuelle',
    'numéro, nº, no, num, id, identifiant, réf'
  ],
  es: [
    '',
    'paciente, caso, historia, historia clínica, historial, expediente, ingreso, episodio, afiliado, asegurado',
    'número, nº, no, num, id, identificador'
  ],
  it: [
    '',
    'paziente, caso, cartella, cartella clinica, ricovero, nosografico, episodio, assistito, assicurato, pratica clinica',
    'numero, nº, nr, num, id, codice, identificativo'
  ],
  pt: [
    '',
    'paciente, caso, utente, doente, processo clínico, episódio, internamento, beneficiário',
    'número, nº, num, id'
  ],
  pl: [
    '',
    'pacjenta, pacjentki, sprawa, karty, karty pacjenta, historii choroby, sprawy, księgi głównej, ubezpieczonego, ubezpieczenia',
    'numer, nr, id, identyfikator'
  ],
  cs: [
    '',
    'pacienta, pacientky, chorobopisu, případ, případu, hospitalizace, pojištěnce, pojištění',
    'číslo, č, čís, id'
  ],
  sk: [
    '',
    'pacienta, pacientky, chorobopisu, prípad, prípadu, hospitalizácie, poistenca, poistenia',
    'číslo, č, čís, id'
  ],
  ro: [
    '',
    'pacient, pacientului, caz, dosar, dosarului, foii de observație, foaie de observație, fișei, internării',
    'nr, număr, numărul, id, cod'
  ],
  bg: ['', 'пациент, пациента, на пациента, случай, случая, на история на заболяването, ИЗ', 'номер, №, но, код'],
  el: [
    '',
    'ασθενούς, ασθενή, φακέλου, περιστατικό, περιστατικού, εισαγωγής, ασφαλισμένου',
    'αριθμός, αρ, κωδικός, αρ. μητρώου'
  ],
  hr: [
    '',
    'pacijenta, pacijentice, slučaj, predmet, predmeta, kartona, prijema, osiguranika, povijesti bolesti',
    'broj, br, id'
  ],
  sl: ['', 'pacienta, bolnika, primera, kartoteke, kartona, sprejema, zavarovanca', 'številka, št, id'],
  lt: ['paciento, byla, bylos, ligos istorijos, apdraustojo, atvejo', '', 'numeris, nr, id, kodas'],
  lv: ['pacienta, slimības vēstures, lieta, lietas, gadījuma, apdrošinātā', '', 'numurs, nr, id, kods'],
  ga: ['', 'othair, an othair, cháis, an cháis', 'uimhir, uimh, id'],
  mt: ['', 'tal-pazjent, pazjent, tal-każ, każ', 'numru, nru, id']
}

const listed = (text: string): ReadonlyArray<string> => (text === '' ? [] : text.split(', '))

/** Names for the number of a patient, a case, a stay or an insured person. */
export const numberedSubjects: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(rows).map(([language, [first, behind, number]]) => [
    language,
    listed(number)
      .flatMap((each) => [
        ...listed(first).map((subject) => `${subject} ${each}`),
        ...listed(behind).flatMap((subject) => [`${each} ${subject}`, `${subject} ${each}`])
      ])
      .join(', ')
  ])
)
