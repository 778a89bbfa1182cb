import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { fromGo } from './go-pattern.ts'

/**
 * `npm run vendor-rules -- <gitleaks.toml> <release>`: writes the patterns of vendors' tokens anew, from
 * config/gitleaks.toml of a release of github.com/gitleaks/gitleaks (MIT).
 */
type Rule = {
  readonly id: string
  readonly regex?: string
  readonly keywords?: ReadonlyArray<string>
  readonly entropy?: number
}

/** Rules that a name makes, not a look (charter/sensitive/names judges those), and rules about files of source code. */
const leftOut: Readonly<Record<string, string>> = {
  'generic-api-key': 'a name makes it',
  'sourcegraph-access-token': 'its second form is any git revision',
  'kubernetes-secret-yaml': 'a file, not a value',
  'nuget-config-password': 'a file, not a value',
  'curl-auth-header': 'a line of a shell',
  'curl-auth-user': 'a line of a shell',
  'hashicorp-tf-password': 'a line of HCL',
  'private-key': 'charter/sensitive/credentials.ts knows more forms',
  'cisco-meraki-api-key': 'a name makes it',
  'vault-service-token': 'its second form is any dotted name',
  'jwt-base64': 'charter/sensitive/tokens.ts knows it'
}

const byName = /^(?:\(\?i\))?\[\\w\.-\]\{0,50\}\?/

/** What gitleaks wants behind a token in a source file; in a value a full stop or a comma may stand there too. */
const after = String.raw`(?:[\x60'"\s;]|\\[nr]|$)`

const [file = '', release = ''] = process.argv.slice(2)
const { rules } = parse(readFileSync(file, 'utf8')) as unknown as { readonly rules: ReadonlyArray<Rule> }

const lines = rules.flatMap(({ id, regex, keywords = [], entropy }) => {
  if (regex === undefined || keywords.length === 0 || byName.test(regex) || leftOut[id] !== undefined) return []
  const pattern = fromGo(regex.replaceAll(after, '(?![A-Za-z0-9])'))
  if (new RegExp(pattern).test('')) throw new Error(`${id} takes an empty text`)
  const fields = { id, keywords: keywords.map((word) => word.toLowerCase()), pattern, entropy: entropy ?? 0 }
  return [`  ${JSON.stringify(fields)}`]
})

const target = new URL('../../src/sensitive/vendor-rules.ts', import.meta.url)
const licence = readFileSync(new URL('licences/gitleaks.txt', import.meta.url), 'utf8').trim()
writeFileSync(
  target,
  `/*
Made by test/support/write-vendor-rules.ts from config/gitleaks.toml of gitleaks ${release}; do not edit.

${licence}
*/

/**
 * A vendor's token by its look. The rule has the parts that are searched first, in small letters; its pattern; and the
 * least bits a character.
 */
export type VendorRule = {
  readonly id: string
  readonly keywords: ReadonlyArray<string>
  readonly pattern: string
  readonly entropy: number
}

/** The rules of gitleaks on tokens that their look alone tells. */
export const vendorRules: ReadonlyArray<VendorRule> = [
${lines.join(',\n')}
]
`
)
