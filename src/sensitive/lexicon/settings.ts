import { foldedWords } from '../fold.ts'

/** How long, how often and until when: what is set of a credential, by language. */
const measures: Readonly<Record<string, string>> = {
  en: 'lifetime, life, lifespan, length, duration, delay, validity, expiry, expiration, ttl, interval, renewal, history, attempts, retries, lockout, strength, complexity',
  de: 'Laufzeit, Lebensdauer, Dauer, Gültigkeit, Gültigkeitsdauer, Länge, Mindestlänge, Ablauf, Ablaufzeit, Ablauffrist, Verfall, Frist, Rotation, Intervall, Erneuerung, Wechsel, Komplexität, Versuche, Fehlversuche, Sperre, Alter, Höchstalter, Haltbarkeit',
  fr: 'délai, durée, longueur, validité, expiration, rotation, renouvellement, intervalle, complexité, tentatives, péremption, échéance, durée de vie',
  es: 'duración, longitud, validez, caducidad, vencimiento, expiración, rotación, renovación, intervalo, complejidad, intentos, plazo, vigencia',
  it: 'durata, lunghezza, validità, scadenza, rotazione, rinnovo, intervallo, complessità, tentativi',
  pt: 'duração, comprimento, tamanho, validade, expiração, rotação, renovação, intervalo, complexidade, tentativas, prazo',
  nl: 'duur, geldigheid, geldigheidsduur, lengte, looptijd, levensduur, verloop, verlooptijd, vervaltijd, rotatie, verlenging, complexiteit, pogingen, termijn',
  pl: 'długość, ważność, ważności, czas, okres, wygaśnięcie, wygasanie, rotacja, odnowienie, interwał, złożoność, próby',
  cs: 'délka, platnost, platnosti, doba, expirace, rotace, obnova, složitost, pokusy, životnost, lhůta',
  sk: 'dĺžka, platnosť, platnosti, doba, expirácia, rotácia, zložitosť, pokusy, životnosť, lehota',
  hu: 'hossz, hossza, hosszúság, érvényesség, érvényessége, élettartam, élettartama, időtartam, lejárat, lejárata, rotáció, megújítás, időköz, bonyolultság, próbálkozások',
  ro: 'durată, durata, lungime, lungimea, valabilitate, valabilitatea, expirare, expirarea, rotație, rotația, reînnoire, complexitate, încercări, termen',
  bg: 'продължителност, дължина, валидност, срок, живот, изтичане, ротация, подновяване, интервал, сложност, опити',
  el: 'διάρκεια, μήκος, ισχύς, ισχύος, λήξη, λήξης, εναλλαγή, ανανέωση, διάστημα, πολυπλοκότητα, προσπάθειες, χρόνος',
  sv: 'längd, livslängd, giltighet, giltighetstid, varaktighet, utgång, utgångstid, förnyelse, intervall, komplexitet, försök, löptid',
  da: 'længde, levetid, gyldighed, gyldighedstid, varighed, udløb, udløbstid, fornyelse, kompleksitet, forsøg, løbetid',
  fi: 'pituus, voimassaolo, voimassaoloaika, kesto, elinikä, vanheneminen, kierto, uusiminen, monimutkaisuus, yritykset',
  et: 'pikkus, kehtivus, kehtivusaeg, kestus, eluiga, aegumine, rotatsioon, uuendamine, keerukus, katsed',
  lt: 'ilgis, galiojimas, galiojimo, trukmė, pabaiga, rotacija, atnaujinimas, intervalas, sudėtingumas, bandymai',
  lv: 'garums, derīgums, derīguma, ilgums, termiņš, rotācija, atjaunošana, intervāls, sarežģītība, mēģinājumi',
  hr: 'duljina, valjanost, trajanje, istek, rotacija, složenost, pokušaji, rok, vijek',
  sl: 'dolžina, veljavnost, trajanje, potek, zahtevnost, kompleksnost, poskusi, rok',
  ga: 'fad, bailíocht, ré, éag, rothlú, athnuachan, eatramh, castacht, iarrachtaí, saolré',
  mt: 'tul, validità, skadenza, durata, rotazzjoni, tiġdid, intervall, kumplessità, tentattivi'
}

/** What is asked of how a number or a word is written, by language. */
const checks: Readonly<Record<string, string>> = {
  en: 'check, checks, checker, validation, validator, verification, format, pattern, mask, regex, regexp, rule, rules, syntax, checksum',
  de: 'Prüfung, Prüfregel, Prüfziffer, Prüflogik, Prüfsumme, Überprüfung, Validierung, Format, Muster, Maske, Regel, Regeln, Plausibilität, Schreibweise',
  fr: 'contrôle, contrôles, vérification, validation, format, motif, masque, règle, règles, syntaxe',
  es: 'comprobación, verificación, validación, control, formato, patrón, máscara, regla, sintaxis',
  it: 'controllo, verifica, convalida, validazione, formato, modello, maschera, regola, sintassi',
  pt: 'verificação, validação, controlo, formato, padrão, máscara, regra, sintaxe',
  nl: 'controle, validatie, formaat, patroon, masker, regel, notatie, toets',
  pl: 'sprawdzenie, sprawdzanie, walidacja, kontrola, weryfikacja, format, wzorzec, wzór, maska, reguła, składnia',
  cs: 'kontrola, ověření, validace, formát, vzor, maska, pravidlo, syntaxe',
  sk: 'kontrola, overenie, validácia, formát, vzor, maska, pravidlo',
  hu: 'ellenőrzés, ellenőrzése, validálás, validáció, formátum, formátuma, minta, mintája, maszk, szabály, szabálya',
  ro: 'verificare, verificarea, validare, validarea, control, format, formatul, șablon, tipar, mască, masca, regulă, regula',
  bg: 'проверка, валидация, валидиране, контрол, формат, шаблон, образец, маска, правило',
  el: 'έλεγχος, ελέγχου, επαλήθευση, επικύρωση, μορφή, μορφότυπο, πρότυπο, μάσκα, κανόνας',
  sv: 'kontroll, validering, verifiering, format, mönster, mask, regel',
  da: 'kontrol, validering, tjek, verifikation, format, mønster, maske, regel, syntaks',
  fi: 'tarkistus, tarkiste, validointi, muoto, kaava, malli, maski, sääntö',
  et: 'kontroll, kontrollimine, valideerimine, vorming, formaat, muster, mask, reegel',
  lt: 'tikrinimas, patikra, patikrinimas, validacija, validavimas, formatas, šablonas, kaukė, taisyklė',
  lv: 'pārbaude, validācija, formāts, šablons, maska, noteikums, paraugs',
  hr: 'provjera, validacija, kontrola, format, oblik, obrazac, uzorak, maska, pravilo',
  sl: 'preverjanje, validacija, kontrola, oblika, format, vzorec, maska, pravilo',
  ga: 'seiceáil, bailíochtú, formáid, patrún, masc, riail, fíorú',
  mt: 'verifika, kontroll, validazzjoni, format, mudell, maskra, regola'
}

const [measured, checked] = [foldedWords(measures), foldedWords(checks)]

/** Whether the words of a key say how long something is or lasts. */
export const isMeasure = (words: string): boolean => words.split(' ').some((word) => measured.has(word))

/** Whether the words of a key say how something is written or checked. */
export const isCheck = (words: string): boolean => words.split(' ').some((word) => checked.has(word))

/** The words for how long something is or lasts, as a source of a regular expression. */
export const measureWords = [...measured].join('|')
