/** What a table says under a name from outside; nothing under the names that every object has, such as `constructor`. */
export const lookedUp = <A>(table: Readonly<Record<string, A>>, name: string): A | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
