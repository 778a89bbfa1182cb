import type { Table } from './table.ts'
import { row } from './table.ts'

const local = String.raw`[^\s"'(),/:;<>?@\[\\\]#={}$]`
const label = String.raw`[^\s"'(),/:;<>?@\[\\\]#={}$.!|*&%+_]+`
const userinfo = String.raw`:\/\/[^\s/?#]{0,200}`

export const mailAddresses: Table = {
  needs: /@/,
  before: `(?<!${local}|${userinfo})`,
  after: '',
  flags: 'i',
  rows: [
    row(
      'e-mail address',
      new RegExp(`(?!git@[^\\s:]+:)${local}+@(?:${label}\\.)+(?:xn--[a-z0-9-]+|[a-z\u00a1-\uffff]{2,})`)
    )
  ]
}

/** Numbers in the international form (E.164): `+`, country code, 8 to 15 digits. No other row of digits is a phone number. */
export const phoneNumbers: Table = {
  needs: /\+[1-9]/,
  before: '(?<![\\w+/=.])',
  after: '(?![A-Za-z0-9])',
  flags: '',
  rows: [row('phone number', /\+[1-9](?:[ ()./-]{0,3}\d){7,14}/)]
}
