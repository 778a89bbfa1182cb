import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isReference, opensNothing } from '../../src/sensitive/references.ts'

const test = suite('what stands for a credential that is elsewhere')

test('a reference of OpenTofu, an ARN and a dynamic reference of CloudFormation are references, and a part of one is not', () => {
  for (const text of [
    ...[
      '${var.token}',
      '${data.x["y"].z}'.replaceAll('"', ''),
      'arn:aws:secretsmanager:eu-central-1:111122223333:secret:a'
    ],
    ...['{{resolve:secretsmanager:portal/db:SecretString:password}}', '{{resolve:ssm-secure:token:1}}']
  ])
    assert.ok(isReference(text), text)
  for (const text of [
    ...['${var.token} x', 'x ${var.token}', '${}', '$var.token', '{{resolve:ssm:a}} Klinik99', 'x {{resolve:ssm:a}}'],
    ...['{{ssm:a}}', '{{resolve:}}', 'my arn:aws', 'resolve:ssm:a', '{{resolve:ssm:a b}}']
  ])
    assert.not(isReference(text), text)
})

test('plain words about a store of secrets open nothing', () => {
  for (const text of [
    ...[
      'from-secretsmanager',
      'in AWS Secrets Manager',
      'géré par Vault, rotation 30 jours',
      'Azure Key Vault',
      'keyvault'
    ],
    ...[
      'ssm /portal/db',
      'Parameter Store',
      'parameterstore',
      'see 1Password, entry 12',
      'Bitwarden',
      'KeePassXC',
      'KeePass'
    ],
    ...['keychain', 'keyring', 'sops', 'sealed secret', 'sealed secrets; 9999 left', 'secret manager', 'secret-manager']
  ])
    assert.ok(opensNothing(text), text)
  for (const text of [
    ...[
      'Vault99',
      'vaulted',
      'in the drawer',
      'Vault, Klinik99',
      'Vault 12345',
      'Vault Klinik#',
      'Vault: a=b',
      'Vault!',
      ''
    ],
    ...[
      'Vault x$',
      'Vault x%',
      'Vault x&',
      'Vault x*',
      'Vault x?',
      'Vault x@',
      'Vault x^',
      'Vault x~',
      '2password vault1'
    ]
  ])
    assert.not(opensNothing(text), text)
})

test('a public key of SSH opens nothing, of each kind', () => {
  const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIGq7'
  for (const kind of ['ssh-ed25519', 'ssh-rsa', 'ssh-dss', 'ecdsa-sha2-nistp256', 'sk-ssh-ed25519@openssh.com'])
    for (const text of [`${kind} ${key}`, `${kind} ${key}== deploy`]) assert.ok(opensNothing(text), text)
  for (const text of [
    `ed25519 ${key}`,
    `ssh-ed25519 ${key}===`,
    `ssh-ed25519  ${key}`,
    `x ssh-rsa ${key}`,
    'ssh-rsa BBBB',
    key
  ])
    assert.not(opensNothing(text), text)
})

test.run()
