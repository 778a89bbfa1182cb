import type { Answer } from './call.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** An element with text or elements in it. */
export const element = (name: string, ...inside: ReadonlyArray<string>): string =>
  `<${name}>${inside.join('')}</${name}>`

export const text = (name: string, value: string): string => element(name, escaped(value))

/** The text of every element of that name. */
export const textsOf = (xml: string, name: string): ReadonlyArray<string> =>
  [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(([, found = '']) => plain(found))

export const document = (root: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
})

export const s3Error = (status: number, code: string, message = code, ...more: ReadonlyArray<string>): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${element('Error', text('Code', code), text('Message', message), ...more, text('RequestId', 'IN-THE-BODY'))}`
})
