const units = [
  ['hour', 3600],
  ['minute', 60],
  ['second', 1]
] as const

/** Whole seconds in words: `1 hour 30 minutes`. */
export const durationText = (seconds: number): string => {
  let rest = seconds
  const words: Array<string> = []
  for (const [unit, length] of units) {
    const count = Math.floor(rest / length)
    rest -= count * length
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? '' : 's'}`)
  }
  return words.length === 0 ? '0 seconds' : words.join(' ')
}
