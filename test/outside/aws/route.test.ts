import * as E from 'fp-ts/lib/Either.js'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { carrier } from '../../../src/outside/aws/route.ts'

const test = suite('the way to AWS')

const folder = mkdtempSync(join(tmpdir(), 'zenthea-route-'))
test.after(() => rmSync(folder, { recursive: true, force: true }))

const notCertificates: Readonly<Record<string, readonly [text: string, cause: RegExp]>> = {
  'no certificate': ['-----BEGIN PUBLIC KEY-----\n', /holds no certificate in PEM form$/],
  'a certificate of other bytes': [
    '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
    /holds a certificate that cannot be read$/
  ],
  'half a certificate': ['-----BEGIN CERTIFICATE-----\nMIIB', /holds a certificate that cannot be read$/]
}

for (const [name, [text, cause]] of Object.entries(notCertificates))
  test(`is none with a bundle that holds ${name}, which is said before anything is asked`, async () => {
    const file = join(folder, `${name}.pem`)
    writeFileSync(file, text)
    const way = await carrier({ proxy: undefined, caBundle: file }, 1000)()
    assert.match(E.isLeft(way) ? way.left : 'a way', cause)
  })

test.run()
