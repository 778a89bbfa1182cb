const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000]
] as const

/** How long something has been there, in its largest whole unit: `2 days`, `1 minute`, `0 seconds`. */
export const ageText = (millis: number): string => {
  const [name, length] = units.find(([, size]) => millis >= size) ?? (['second', 1000] as const)
  const count = Math.max(0, Math.floor(millis / length))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
