/** parseArgs says what is wrong first, and then what to type, which is not always right behind npm run. */
export const firstSentence = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  return message.split(/\.\s/)[0] ?? message
}
