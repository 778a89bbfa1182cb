type Row = {
  readonly what: string
  readonly measured: string
  readonly beside: string
  readonly 'at most': string
  readonly is: string
  readonly verdict: string
}

const rows: Array<Row> = []

const verdict = (value: number, limit: number): string => (value <= limit ? 'holds' : 'DOES NOT HOLD')

/** Judges a time by a multiple of another that was measured in the same rounds; both in milliseconds. */
export const ratio = (what: string, millis: number, limit: number, beside: string, other: number): void => {
  rows.push({
    what,
    measured: `${millis.toFixed(0)} ms`,
    beside: `${beside}, ${other.toFixed(0)} ms`,
    'at most': `${limit} ×`,
    is: `${(millis / other).toFixed(2)} ×`,
    verdict: verdict(millis / other, limit)
  })
}

/** Judges a figure by itself. */
export const bound = (what: string, value: number, limit: number, unit: string): void => {
  const measured = `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`
  rows.push({ what, measured, beside: '', 'at most': `${limit} ${unit}`, is: measured, verdict: verdict(value, limit) })
}

/** A figure without a bound; it is printed beside the others. */
export const note = (what: string, millis: number): void => {
  rows.push({ what, measured: `${millis.toFixed(0)} ms`, beside: '', 'at most': '', is: '', verdict: '' })
}

/** Prints all of them as one table. */
export const print = (): void => {
  const columns = ['what', 'measured', 'beside', 'at most', 'is', 'verdict'] as const
  const lines = [Object.fromEntries(columns.map((name) => [name, name])) as Record<keyof Row, string>, ...rows]
  const widths = columns.map((name) => Math.max(...lines.map((row) => row[name].length)))
  for (const row of lines)
    console.log(
      columns
        .map((name, at) => row[name].padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd()
    )
}
