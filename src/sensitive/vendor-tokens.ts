import { entropy } from './looks-random.ts'
import { type VendorRule, vendorRules } from './vendor-rules.ts'

type Search = VendorRule & { shape: RegExp | undefined }

const searches: ReadonlyArray<Search> = vendorRules.map((rule) => ({ ...rule, shape: undefined }))

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const keywords = new RegExp(vendorRules.flatMap((rule) => rule.keywords.map(escaped)).join('|'))

const holds = (search: Search, text: string): boolean => {
  search.shape ??= new RegExp(search.pattern, 'g')
  return Array.from(text.matchAll(search.shape)).some(([whole, secret = whole]) => entropy(secret) >= search.entropy)
}

/**
 * The kind of the first token in a text that the rules of gitleaks know by its look, or nothing. A rule is asked when
 * one of its keywords is there, and asks for as much entropy as gitleaks does.
 */
export const vendorTokenIn = (text: string): string | undefined => {
  if (text.length < 15) return undefined
  const small = text.toLowerCase()
  if (!keywords.test(small)) return undefined
  const found = searches.find((search) => search.keywords.some((word) => small.includes(word)) && holds(search, text))
  return found?.id.replaceAll('-', ' ')
}
