/** Words that stand where a value could and say that there is none, or where it is. A source of regular expressions. */
export const nothingSaid =
  '(?:none|no|not|n/a|null|nil|never|false|true|yes|on|off|enabled|disabled|required|optional|forbidden|elsewhere|empty|unset|unknown|strict|see|kept|stored|nobody|nothing|everybody|everyone|anyone|somebody|(?:in|at|from) (?:the|a|our)|the|this|kein|keine|keiner|keines|nein|nicht|niemand|ja|aus|siehe|im|liegt|aucun|aucune|non|oui|voir|ninguno|ninguna|nessuno|nessuna|vedi|nenhum|nenhuma|geen|zie|brak|zadne|nincs|fara|няма|κανενα|ingen|inga|puudub|nera|nav|nema)'

const whole = new RegExp(`^(?:|[0_.*-]|${nothingSaid}(?:[ -].*)?)$`)

/** Whether a folded text says that there is nothing, as `none`, `n/a`, `see the wiki` and `keine` do. */
export const saysNothing = (folded: string): boolean => whole.test(folded)
