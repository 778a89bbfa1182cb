import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { personalDataIn } from '../../src/sensitive/personal-data.ts'
import { namesCredential, personalByName } from '../../src/sensitive/sensitive-text.ts'

const test = suite('names of keys')

const factKeys = `Patient patient_id PatientName patientid MRN patient-mrn Diagnosis diagnoses Diagnose dateOfBirth
DATE_OF_BIRTH date-of-birth dob DOB BirthDate Birthday place_of_birth Geburtsdatum Geburtsort DateDeNaissance
fecha_de_nacimiento dataDiNascita FirstName last_name given_name FamilyName MaidenName surname Vorname nachname
MedicalRecord medical_history HealthRecord Medication prescription allergies BloodType blood_group ICD10 icd-10
home_address`

const numberKeys = `InsuranceNumber insurance_no InsuranceId Versichertennummer Versicherungsnummer
Krankenversichertennummer KVNR kvnr_id LANR NHSNumber nhs-number NhsNo EHIC SSN SocialSecurityNumber NationalInsurance
NINO passport_number Reisepass Personalausweis IdentityCard id-card NationalId TaxId steuer-id
Steueridentifikationsnummer iban CreditCard card_number BSN Burgerservicenummer NIF TAJ EGN PESEL OIB AMKA CNP CPR INSZ
NISS RRN Personnummer CodiceFiscale Phone phone_number Telephone Telefon Mobile Fax MSISDN`

for (const [keys, kind] of [
  [factKeys, 'fact'],
  [numberKeys, 'number']
] as const)
  test(`keys that name a personal ${kind}`, () => {
    for (const key of keys.split(/\s+/)) assert.is(personalByName(key), kind, key)
  })

test('personal-names: keys that name nothing personal', () => {
  const keys = `Owner CostCentre Environment description prescriptive diagnostics Name name bucket
    account_id role_name session_name policy_name statement Sid PrincipalOrgID aws:MultiFactorAuthPresent dynamodb:LeadingKeys
    NonFatal manifest_id hostname filename username last_modified first_seen birth mobility faxed card taxonomy_id telemetry`
  for (const key of keys.split(/\s+/)) assert.is(personalByName(key), undefined, key)
})

const labelled: ReadonlyArray<[string, string]> = [
  ['personal or clinical fact', 'MRN: 00123456'],
  ['personal or clinical fact', 'Patient id 4711'],
  ['personal or clinical fact', 'patient-00123'],
  ['personal or clinical fact', 'Diagnosis: C50.9'],
  ['personal or clinical fact', 'Patient = Max'],
  ['personal or clinical fact', '{"diagnosis":"flu"}'],
  ['date of birth', 'DOB 1980-01-01'],
  ['date of birth', 'Geburtsdatum: 1.1.1980'],
  ['number of a person', 'BSN 111222333'],
  ['number of a person', 'NIF: 123456789'],
  ['number of a person', 'LANR=123456601'],
  ['number of a person', 'Versichertennummer: A 123 456 781'],
  ['number of a person', 'Krankenversichertennummer: A123456781'],
  ['number of a person', 'Steueridentifikationsnummer 12 345 678 901'],
  ['number of a person', 'passport no. C01X00T47'],
  ['number of a person', 'SSN 078-05-1120'],
  ['number of a person', 'TAJ 111 111 110'],
  ['number of a person', 'phone: 030/901820']
]

for (const [kind, text] of labelled)
  test(`in a text: ${text}`, () => {
    assert.is(personalDataIn(text), kind)
  })

const clean = [
  'No patient data may stand in this bucket.',
  'Patient data: none',
  'patient: no',
  'diagnosis: none',
  'patient-portal',
  'The diagnosis of 2024 is elsewhere',
  'inpatient-2024',
  'cpr4711',
  'phone: none',
  'See the wiki on tax ids',
  'manifest 111222333'
]

for (const text of clean)
  test(`clean: ${text}`, () => {
    assert.is(personalDataIn(text), undefined)
  })

test('credential-names: names that end with a credential, however they are joined', () => {
  const names = `password Password DB_PASSWORD dbPassword db-passwd pwd passphrase secret clientSecret client_secret Secrets
    token sessionToken access.token tokens credential credentials apiKey API_KEY api-key ApiKeys access_key secret_key
    SecretAccessKey private_key auth_key signing_key sse_customer_key accountKey sas_key bearer Authorization connection_string
    connectionString secret_value password_plain token_2 AccessKeyId`
  for (const name of names.split(/\s+/)) assert.ok(namesCredential(name), name)
})

test('credential-names: names that say something about a credential, and names of other keys', () => {
  const names = `secret_arn secret_id secretName token_ttl tokenIssueTime password_policy password_length key hash_key
    range_key kms_key_id kms_master_key_id keys primary_key tokenizer secretary bucket_key_enabled encryption
    aws:TokenIssueTime aws:PrincipalArn dynamodb:LeadingKeys s3:x-amz-server-side-encryption-aws-kms-key-id
    skip_credentials_validation aws_secretsmanager_secret_version`
  for (const name of names.split(/\s+/)) assert.not.ok(namesCredential(name), name)
})

test('a capital ends a word, also behind an abbreviation and in the letters of another language', () => {
  for (const name of ['AWSToken', 'DBToken', 'APISecret', 'myXSecret', 'PINCode', 'meinÄÖToken', 'überToken'])
    assert.ok(namesCredential(name), name)
  for (const name of ['AWStoken', 'Ätoken']) assert.not.ok(namesCredential(name), name)
  assert.is(personalByName('EUTaxId'), 'number')
})

test('the small words of a name may be left out, and no other word of it', () => {
  for (const key of ['dateOfBirth', 'date_birth', 'lieu de naissance', 'lieuNaissance', 'data_nascita'])
    assert.is(personalByName(key), 'fact', key)
  assert.is(personalByName('numeroSeguridadSocial'), 'number')
  for (const key of ['ofBirth', 'date_of', 'grad_der', 'grad_behinderung', 'de naissance'])
    assert.is(personalByName(key), undefined, key)
})

test('a word that has another meaning with an ending is known without one alone', () => {
  for (const key of ['versicherter', 'Versicherte', 'diagnostic', 'Angehörige'])
    assert.is(personalByName(key), 'fact', key)
  for (const key of ['versichertes', 'diagnostics', 'diagnostica']) assert.is(personalByName(key), undefined, key)
})

test('a name in the middle of an ARN or a path begins no value', () => {
  for (const text of ['/mrn: 00123456', 'a/mrn: 00123456', ':mrn: 00123456'])
    assert.is(personalDataIn(text), undefined, text)
  for (const text of ['mrn: 00123456', '(mrn: 00123456', ' mrn: 00123456', 'x-mrn: 00123456'])
    assert.is(personalDataIn(text), 'personal or clinical fact', text)
})

test.run()
