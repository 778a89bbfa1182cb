import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { providerAws } from '../../../src/charter/j-7-0/provider-aws.ts'
import { terraform } from '../../../src/charter/j-7-0/terraform.ts'
import { decode } from '../../../src/diagnostics/decode.ts'
import type { Path } from '../../../src/diagnostics/diagnostic.ts'
import { changed } from '../../support/changed.ts'
import { declaration, renderedBlocks } from '../../support/valid-blocks.ts'

/** Settings of OpenTofu and of the provider that would defeat a check: each is refused by name, by its own clause. */
const test = suite('settings that are refused by name')

const otherwise = { rule: 'none', clause: 'J.7.0 §4', remedy: 'None.' } as const
const codecs = { terraform: terraform(declaration), provider: providerAws(declaration) }

const told = (type: keyof typeof codecs, path: Path): ReadonlyArray<string> => {
  const body = renderedBlocks.find((block) => block.type === type)?.body
  const decoded = decode<unknown>(codecs[type], changed(body, path, 'x'), [], otherwise)
  return E.isLeft(decoded)
    ? decoded.left.map(
        ({ rule, clause, at, expected, remedy }) => `${at?.join('.')} | ${expected} | ${rule} ${clause} | ${remedy}`
      )
    : []
}

type Row = readonly [type: keyof typeof codecs, below: Path, words: string, names: string]

/** Sources: OpenTofu, "S3" backend; the schema of hashicorp/aws, provider. */
const rows: ReadonlyArray<Row> = [
  [
    'terraform',
    ['backend', 's3'],
    'backend-checks J.7.0 §4 | Remove it: a check that is skipped cannot fail closed.',
    'skip_credentials_validation skip_region_validation skip_requesting_account_id skip_metadata_api_check skip_s3_checksum'
  ],
  [
    'terraform',
    ['backend', 's3'],
    'backend-endpoints J.7.0 §4 | Remove it: the backend talks to AWS itself, with the credentials that were proven.',
    'access_key secret_key token profile endpoint endpoints assume_role insecure workspace_key_prefix'
  ],
  [
    'terraform',
    ['backend', 's3'],
    'lock-table-declared J.7.0 §3.2 | Remove it: the lock that the phase authorises is the DynamoDB table.',
    'use_lockfile'
  ],
  [
    'terraform',
    [],
    'state-encryption J.7.0 §6 | Remove it: state encryption by OpenTofu needs a key, and no secrets management is authorised.',
    'encryption'
  ],
  ['terraform', [], 'backend-s3 J.7.0 §3.2 | Keep the S3 backend: it is the one that the phase authorises.', 'cloud'],
  ['provider', [], 'provider-alias J.7.0 §3.1 | Remove it: there is one provider configuration.', 'alias for_each'],
  [
    'provider',
    [],
    'provider-credentials J.7.0 §6 | Remove it: credentials come from the human at the terminal and stand in no file.',
    'access_key secret_key token profile shared_config_files shared_credentials_files assume_role assume_role_with_web_identity'
  ],
  [
    'provider',
    [],
    'provider-checks J.7.0 §4 | Remove it: a check that is skipped cannot fail closed.',
    'skip_credentials_validation skip_metadata_api_check skip_region_validation skip_requesting_account_id'
  ],
  [
    'provider',
    [],
    'provider-endpoints J.7.0 §4 | Remove it: the provider talks to AWS itself.',
    'endpoints custom_ca_bundle http_proxy https_proxy insecure sts_region ec2_metadata_service_endpoint'
  ],
  [
    'provider',
    [],
    'provider-account J.7.0 §4 | Remove it: a list of forbidden accounts lets an unknown one pass; `allowed_account_ids` does not.',
    'forbidden_account_ids'
  ]
]

for (const [type, below, words, names] of rows)
  for (const name of names.split(' '))
    test(`${type}: ${[...below, name].join('.')}`, () => {
      const path = [...below, name]
      assert.equal(told(type, path), [`${path.join('.')} | nothing: it is not authorised here | ${words}`])
    })

test.run()
