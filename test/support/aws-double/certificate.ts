import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A certificate for the hosts of AWS in two regions that signs itself, so that it is its own authority. */
export type Certificate = { readonly key: string; readonly certificate: string; readonly file: string }

/** A second region that the double answers for, so that a stack can declare the wrong one. */
export const OTHER_REGION = 'eu-west-3'

/** Makes one with OpenSSL, in a folder of its own, for two days. */
export const certificateFor = (region: string): Certificate => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-double-'))
  const hosts = [
    '*.amazonaws.com',
    '*.us-east-1.amazonaws.com',
    ...[region, OTHER_REGION].flatMap((one) => ['', 's3.', 'ddb.'].map((service) => `*.${service}${one}.amazonaws.com`))
  ]
  const [keyFile, file] = [join(folder, 'key.pem'), join(folder, 'ca.pem')]
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', '/CN=loopback double', '-addext', `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`],
      ...['-keyout', keyFile, '-out', file]
    ],
    { stdio: 'pipe' }
  )
  return { key: readFileSync(keyFile, 'utf8'), certificate: readFileSync(file, 'utf8'), file }
}
