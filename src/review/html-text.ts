import { visible } from './markdown.ts'

const entities = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
} as const

/** A text inside of HTML, in which nothing is HTML, and nothing is unseen. Source: WHATWG HTML, "Escaping". */
export const text = (raw: string): string =>
  visible(raw).replace(/[&<>"']/g, (found) => entities[found as keyof typeof entities])
