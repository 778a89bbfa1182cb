/** A numbered section of a governing document, as it is cited everywhere: `J.7.0 §4`. */
export type Clause = `J.6.2 §${number}` | `J.7.0 §${number}` | `J.7.0 §${number}.${number}`
