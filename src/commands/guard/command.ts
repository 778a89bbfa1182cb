/** The commands that the guard runs, in the order of a first day; J.7.0 §2 authorises no other. */
export const commands = ['init', 'plan', 'apply'] as const

export type GuardCommand = (typeof commands)[number]

/** Whether a word is one of the three. */
export const isCommand = (word: string): word is GuardCommand => commands.some((command) => command === word)
