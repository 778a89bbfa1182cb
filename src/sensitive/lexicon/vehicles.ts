import { foldedWords } from '../fold.ts'

/** Words for a car, its plate, its owner and the place where it stands, by language. */
const vehicles: Readonly<Record<string, string>> = {
  all: 'auto parking suv kia vw bmw skoda toyota',
  en: 'car plate plates licence license registration reg vehicle parked parks carpark garage bike motorbike van',
  de: 'autos pkw wagen kennzeichen kfz kfz-kennzeichen autokennzeichen fahrzeug parkplatz stellplatz tiefgarage parkt geparkt parkausweis falschparker motorrad halter halterin',
  fr: 'voiture véhicule plaque immatriculation immat stationnement garée garé moto parkings',
  es: 'coche matrícula vehículo aparcamiento aparcado garaje moto carro',
  it: 'macchina automobile targa targhe veicolo parcheggio parcheggiata posteggio vettura moto',
  pt: 'carro matrícula viatura veículo estacionamento estacionado mota',
  nl: 'auto’s kenteken wagen nummerplaat voertuig parkeerplaats parkeerplek geparkeerd parkeert parkeren motor',
  pl: 'samochód samochodu rejestracja rejestracyjny rej tablica tablice pojazd parkingowe parkuje parkingu',
  cs: 'vůz vozu spz rz značka vozidlo parkování parkuje parkoviště auta autem',
  sk: 'vozidlo vozidla ečv evč špz značka parkovanie parkuje parkovisko auta autom',
  sl: 'avto avta avtomobil vozilo registrska registracija tablica parkirišče parkirno parkira parkirni',
  hr: 'automobil vozilo tablice tablica registracija registarska parkirno parkiralište parkiran auta',
  hu: 'autó autója kocsi kocsija rendszám rendszáma gépkocsi jármű parkoló parkolóhely parkol',
  ro: 'mașina mașină autoturism înmatriculare vehicul parcare parcat',
  bg: 'кола колата автомобил рег номер табела паркинг паркомясто паркира паркирана талон kola kolata',
  el: 'αυτοκίνητο αμάξι πινακίδα πινακίδες πινακίδας παρκινγκ πάρκινγκ θέση όχημα μηχανή aftokinito pinakida amaxi',
  sv: 'bil bilen regnr registreringsnummer parkering parkerad p-plats parkeringsplats fordon ägare ägaren',
  da: 'bil bilen nummerplade nummerpladen parkering parkeret p-plads parkplads parkeringsplads køretøj',
  fi: 'auton autonsa rekisteri rekisterinumero rekkari rek parkki parkkipaikka autopaikka ajoneuvo pysäköinti',
  et: 'autol auto-nr numbrimärk regnr parkla parkimine parkimiskoht parkib sõiduk',
  lv: 'mašīna mašīnas automašīna numurzīme valsts stāvvieta stāvvietā transportlīdzeklis',
  lt: 'automobilis automobilio mašina mašinos valst valstybinis numeriai stovėjimo parkavimo aikštelė',
  mt: 'karozza karrozza vettura pjanċa parkeġġ ipparkjata il-karozza',
  ga: 'carr gluaisteán uimhirphláta clárphláta cláruimhir páirceáil páirceáilte charr'
}

const known = foldedWords(
  Object.fromEntries(Object.entries(vehicles).map(([of, words]) => [of, words.replaceAll(' ', ', ')]))
)

/** Whether a folded word is one for a car, its plate or the place where it stands. */
export const isOfAVehicle = (word: string): boolean => known.has(word)
