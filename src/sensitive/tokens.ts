import type { Table } from './table.ts'
import { row } from './table.ts'

/** Credentials that start with a mark of who made them: the prefixes and lengths that gitleaks and trufflehog know. */
export const tokens: Table = {
  needs: /[^]{15}/,
  before: '(?<![A-Za-z0-9])',
  after: '',
  flags: '',
  rows: [
    row('AWS access key id', /(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}(?![A-Za-z0-9])/),
    row('AWS session token', /(?:IQoJb3JpZ2lu|F[Qw]oGZXIvYXdz)[A-Za-z0-9/+]{40}/),
    row('AWS Bedrock API key', /ABSK[A-Za-z0-9+/]{109}/),
    row('private key in base64', /LS0tLS1CRUdJTi(?!BDRVJ|BQVUJM)[A-Za-z0-9+/]{40}/),
    row('age secret key', /AGE-SECRET-KEY-1[0-9A-Z]{58}/),
    row('JSON web token', /ey[\w-]{17,999}\.ey[\w-]{17,9999}\.[\w-]{10}/),
    row('JSON web token in base64', /ZXlK[A-Za-z0-9+/]{60}/),
    row('GitHub token', /gh[oprsu]_[A-Za-z0-9]{36}|github_pat_\w{82}/),
    row('GitLab token', /gl(?:agent|cbt|dt|ft|imt|oas|pat|ptt|rt|soat)-[\w-]{20}/),
    row('npm token', /npm_[A-Za-z0-9]{36}/),
    row('PyPI token', /pypi-AgEIcHlwaS5vcmc[\w-]{50}/),
    row('Docker token', /dckr_(?:oat|pat)_[\w-]{27}/),
    row('HCP Terraform token', /[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60}/),
    row('Vault token', /hv[brs]\.[\w-]{24}/),
    row('Vault token', /s\.(?=[A-Za-z]*\d)(?=[a-z0-9]*[A-Z])(?=[A-Z0-9]*[a-z])[A-Za-z0-9]{24}(?![A-Za-z0-9])/),
    row('Pulumi token', /pul-[0-9a-f]{40}/),
    row('Infracost key', /ico-[A-Za-z0-9]{32}/),
    row('Doppler token', /dp\.(?:audit|ct|pt|sa|scim|st)\.[\w.-]{40}/),
    row('Google API key', /AIza[\w-]{35}|GOCSPX-[\w-]{28}|ya29\.[\w-]{30}/),
    row('Azure client secret', /[\w~.]{3}\dQ~[\w~.-]{31}/),
    row('Azure storage key', /AccountKey=[A-Za-z0-9+/]{86}==/),
    row('Slack token', /xox[abeoprs]-[\w-]{10}|xapp-\d-[\w-]{10}/),
    row('Slack webhook', /hooks\.slack\.com\/(?:services|triggers|workflows)\/[\w/]{20}/),
    row('Stripe key', /(?:rk|sk)_(?:live|prod|test)_[A-Za-z0-9]{10}|whsec_[A-Za-z0-9]{24}/),
    row('Twilio key', /SK[0-9a-f]{32}(?![A-Za-z0-9])/),
    row('SendGrid key', /SG\.[\w-]{22}\.[\w-]{43}/),
    row('Mailgun key', /key-[0-9a-f]{32}(?![A-Za-z0-9])/),
    row('Mailchimp key', /[0-9a-f]{32}-us\d{1,2}(?![A-Za-z0-9])/),
    row('OpenAI key', /sk-[\w-]{6,80}T3BlbkFJ[\w-]{10}/),
    row('Anthropic key', /sk-ant-[a-z]+\d\d-[\w-]{80}/),
    row('Hugging Face token', /hf_[A-Za-z0-9]{34}/),
    row('DigitalOcean token', /do[opr]_v1_[0-9a-f]{64}/),
    row('Databricks token', /dapi[0-9a-f]{32}/),
    row('Grafana token', /glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/]{32}/),
    row('New Relic key', /NRAK-[A-Z0-9]{27}/),
    row('Atlassian token', /ATATT3[\w=-]{60}/),
    row('Shopify token', /shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/)
  ]
}
