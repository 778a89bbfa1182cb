import type { Answer } from './call.ts'
import type { Principal } from './world.ts'
import { document, element, text } from './xml.ts'

export const stsError = (status: number, code: string, message = code): Answer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: element('ErrorResponse', element('Error', text('Type', 'Sender'), text('Code', code), text('Message', message)))
})

/** STS as far as it is asked: query in, XML out. */
export const sts = ({ account, arn }: Principal): Answer =>
  document(
    element(
      'GetCallerIdentityResponse',
      element(
        'GetCallerIdentityResult',
        text('Arn', arn),
        text('UserId', 'AROAEXAMPLE:session'),
        text('Account', account)
      )
    )
  )
