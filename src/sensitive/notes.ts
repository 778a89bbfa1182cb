import { fold, wordsOf } from './fold.ts'
import { remembered } from './reading.ts'

/** Words for a note in the official languages of the EU: whoever looks for a place for a remark takes such a key. */
const notes: ReadonlySet<string> = new Set(
  fold(
    'note, notes, notiz, notizen, nota, notas, notitie, notities, notatka, notatki, notat, notater, anteckning, anteckningar, muistiinpano, info, remark, remarks, remarque, remarques, bemerkung, bemerkungen, anmerkung, anmerkungen, opmerking, opmerkingen, hinweis, comment, comments, kommentar, commentaire, comentario, comentário, commento, kommentti, uwaga, uwagi, komentar, komentarz, komentář, komentár, poznámka, megjegyzés, observație, observații, забележка, бележка, σημείωση, anmärkning, bemærkning, huomautus, märkus, pastaba, piezīme, bilješka, napomena, opomba, komentarji, komentaras, komentārs, kumment, trácht'
  ).split(', ')
)

/** Whether a key says that its text is a note. A purpose may be named after an illness; a note speaks of one person's. */
export const isNote = remembered((key) =>
  wordsOf(key).some((words) => words.split(' ').some((word) => notes.has(word)))
)
