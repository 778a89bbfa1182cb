/** The entries of a record that have a text. */
export const present = (
  values: Readonly<Record<string, string | null | undefined>>
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
  )
