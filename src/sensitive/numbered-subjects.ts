/** What begins a compound, what stands behind the word for a number, and the words for a number. */
type Row = { readonly first?: string; readonly behind?: string; readonly number: string }

/**
 * What is numbered of a person in care, and the words for a number. A row stands for each of its pairs, as in `Aufnahmenr`
 * and `nr pacjenta`.
 */
const rows: Readonly<Record<string, Row>> = {
  en: {
    first:
      'patient, case, admission, encounter, hospital, chart, medical record, episode, inpatient, outpatient, claimant, insured, member, policyholder, subscriber',
    number: 'number, no, nr, id, ref, reference'
  },
  de: {
    first:
      'Patient, Patienten, Pat, Fall, Aufnahme, Behandlung, Behandlungs, Behandlungsfall, Akten, Krankenakten, Kranken, Klienten, Bewohner, Mitglieds, Einweisungs, Journal, Proben, Befund',
    number: 'nummer, nr, no, id, kennung, zeichen'
  },
  nl: { first: 'patiënt, patiënten, zaak, casus, dossier, opname, cliënt, verzekerden', number: 'nummer, nr, id' },
  sv: { first: 'patient, journal, vårdkontakt, ärende, remiss', number: 'nummer, nr, id' },
  da: { first: 'patient, journal, indlæggelses, sag, sags, henvisnings', number: 'nummer, nr, id' },
  fi: { first: 'potilas, potilaan, tapaus, hoitojakso, lähete, asiakas', number: 'numero, nro, id, tunnus, tunniste' },
  et: { first: 'patsiendi, haigusloo, juhtumi, ravijuhtumi', number: 'number, nr, id, kood' },
  hu: {
    first: 'beteg, betegazonosító, ápolási, felvételi, kórházi, eset, törzs, napló, kórlap, biztosított',
    number: 'szám, száma, azonosító, azonosítója, id, kód'
  },
  fr: {
    behind: 'patient, patiente, cas, dossier, séjour, hospitalisation, admission, passage, assuré, adhérent, mutuelle',
    number: 'numéro, nº, no, num, id, identifiant, réf'
  },
  es: {
    behind: 'paciente, caso, historia, historia clínica, historial, expediente, ingreso, episodio, afiliado, asegurado',
    number: 'número, nº, no, num, id, identificador'
  },
  it: {
    behind:
      'paziente, caso, cartella, cartella clinica, ricovero, nosografico, episodio, assistito, assicurato, pratica clinica',
    number: 'numero, nº, nr, num, id, codice, identificativo'
  },
  pt: {
    behind: 'paciente, caso, utente, doente, processo clínico, episódio, internamento, beneficiário',
    number: 'número, nº, num, id'
  },
  pl: {
    behind:
      'pacjenta, pacjentki, sprawa, karty, karty pacjenta, historii choroby, sprawy, księgi głównej, ubezpieczonego, ubezpieczenia',
    number: 'numer, nr, id, identyfikator'
  },
  cs: {
    behind: 'pacienta, pacientky, chorobopisu, případ, případu, hospitalizace, pojištěnce, pojištění',
    number: 'číslo, č, čís, id'
  },
  sk: {
    behind: 'pacienta, pacientky, chorobopisu, prípad, prípadu, hospitalizácie, poistenca, poistenia',
    number: 'číslo, č, čís, id'
  },
  ro: {
    behind: 'pacient, pacientului, caz, dosar, dosarului, foii de observație, foaie de observație, fișei, internării',
    number: 'nr, număr, numărul, id, cod'
  },
  bg: {
    behind: 'пациент, пациента, на пациента, случай, случая, на история на заболяването, ИЗ',
    number: 'номер, №, но, код'
  },
  el: {
    behind: 'ασθενούς, ασθενή, φακέλου, περιστατικό, περιστατικού, εισαγωγής, ασφαλισμένου',
    number: 'αριθμός, αρ, κωδικός, αρ. μητρώου'
  },
  hr: {
    behind: 'pacijenta, pacijentice, slučaj, predmet, predmeta, kartona, prijema, osiguranika, povijesti bolesti',
    number: 'broj, br, id'
  },
  sl: { behind: 'pacienta, bolnika, primera, kartoteke, kartona, sprejema, zavarovanca', number: 'številka, št, id' },
  lt: { first: 'paciento, byla, bylos, ligos istorijos, apdraustojo, atvejo', number: 'numeris, nr, id, kodas' },
  lv: { first: 'pacienta, slimības vēstures, lieta, lietas, gadījuma, apdrošinātā', number: 'numurs, nr, id, kods' },
  ga: { behind: 'othair, an othair, cháis, an cháis', number: 'uimhir, uimh, id' },
  mt: { behind: 'tal-pazjent, pazjent, tal-każ, każ', number: 'numru, nru, id' }
}

const listed = (text: string | undefined): ReadonlyArray<string> => text?.split(', ') ?? []

/** Names for the number of a patient, a case, a stay or an insured person. */
export const numberedSubjects: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(rows).map(([language, { first, behind, number }]) => [
    language,
    listed(number)
      .flatMap((each) => [
        ...listed(first).map((subject) => `${subject} ${each}`),
        ...listed(behind).flatMap((subject) => [`${each} ${subject}`, `${subject} ${each}`])
      ])
      .join(', ')
  ])
)
