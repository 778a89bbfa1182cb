import { fold } from './fold.ts'
import { hasGivenName } from './lexicon/names.ts'
import { isOfAVehicle } from './lexicon/vehicles.ts'
import { speaksOfACompany } from './organisations.ts'

const letter = 'A-ZÄÖÜŠŽČĆĐΑ-ΩА-Я'
const gap = '[ -]?'

/**
 * The plates of cars in the EU, their groups joined, with a space or with a mark. The letters come first or the digits do; some
 * countries put a letter between.
 */
const forms = [
  // 1A2 3456
  `\\d[${letter}]\\d${gap}\\d{4}`,
  // AB 12 345, AA-12-34
  `[${letter}]{2}${gap}\\d\\d${gap}\\d{2,3}`,
  // ABC 123, ABC 12A, BV 73 KLM, GH482TB, CA 1234 AB, ZG 4817-HT, WA 12345, BA-123AB, AB12 CDE, LJ 12-3AB
  `[${letter}]{1,3}${gap}\\d{2,5}${gap}[${letter}]{0,3}`,
  // B-AB 1234, LJ AB-123, AA BC-123
  `[${letter}]{1,3}${gap}[${letter}]{1,2}${gap}\\d{2,4}[EH]?`,
  `[${letter}]{2}${gap}\\d{2}-\\d[${letter}]{2}`,
  // KR 1AB23, WPI 4K21
  `[${letter}]{2,3}${gap}\\d{1,2}[${letter}]{1,2}\\d{0,3}`,
  // 1234 ABC, 123 ABC, 12-34-AB
  `\\d{2,4}${gap}[${letter}]{2,3}(?: \\d\\d)?`,
  '\\d\\d-\\d\\d-[A-Z]{2}',
  // 1-ABC-234, 12-AB-34, 5AB 1234, 191-D-1234, 1-ABC-23
  `\\d{1,3}${gap}[${letter}]{1,3}${gap}\\d{1,6}`
].join('|')

const plates = new RegExp(`(?<![\\p{L}\\d._/@-])(?:${forms})(?![\\p{L}\\d_/@-]|\\.\\d)`, 'gu')

/** What stands before the number of a rack, a room, a ticket or a flight, folded. */
const ofAThing =
  /(?:rack|room|raum|zimmer|salle|sala|kamer|ticket|jira|order|auftrag|bestellung|commande|pedido|ordine|po|change|chg|inc|flight|flug|vol|vuelo|volo|lot|vlucht|model|modell|modele|modelo|modello|type|typ|version|serial|serie|part|art|sku|ref|key|code|level|ebene|port|switch|node|host|server|build)[ .:#-]{1,3}(?:(?:nr|no|id)[ .:#-]{1,2})?$/

const initialled = /(?<![\p{L}\d])\p{Lu}\. ?\p{Lu}\p{Ll}{2,}/u

const namesOne = (text: string): boolean => initialled.test(text) || hasGivenName(text)

/** At least two digits, a letter, and five signs in all, and no amount with a unit. */
const isFullPlate = (plate: string): boolean =>
  /\d.*\d/.test(plate) &&
  !/^\d+ ?(?:[KMGT]B|[KM]W|[KMG]?HZ|VCPU|CPU|IOPS|EUR|USD)$/.test(plate) &&
  plate.replace(/[ -]/g, '').length >= 5

/** Whether a text has a plate beside the full name of a person. A word says that it is of a car or where the car stands. */
export const plateIn = (text: string): string | undefined => {
  if (!/\d\D{0,4}\d/.test(text) || !namesOne(text) || speaksOfACompany(fold(text.replace(plates, ' '))))
    return undefined
  const isOfCar = (text.match(/\p{L}+(?:-\p{L}+)?/gu) ?? []).some((word) => isOfAVehicle(fold(word)))
  const hasPlate =
    isOfCar &&
    Array.from(text.matchAll(plates)).some(
      ({ 0: plate, index }) => isFullPlate(plate) && !ofAThing.test(fold(text.slice(Math.max(0, index - 20), index)))
    )
  return hasPlate ? 'licence plate of a person' : undefined
}
