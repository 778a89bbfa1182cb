/*
Made by test/support/write-vendor-rules.ts from config/gitleaks.toml of gitleaks v8.30.1; do not edit.

MIT License

Copyright (c) 2019 Zachary Rice

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
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
  {"id":"1password-secret-key","keywords":["a3-"],"pattern":"\\bA3-[A-Z0-9]{6}-(?:(?:[A-Z0-9]{11})|(?:[A-Z0-9]{6}-[A-Z0-9]{5}))-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}\\b","entropy":3.8},
  {"id":"1password-service-account-token","keywords":["ops_"],"pattern":"ops_eyJ[a-zA-Z0-9+/]{250,}={0,3}","entropy":4},
  {"id":"adobe-client-secret","keywords":["p8e-"],"pattern":"\\b(p8e-[a-zA-Z0-9]{32})(?![A-Za-z0-9])","entropy":2},
  {"id":"age-secret-key","keywords":["age-secret-key-1"],"pattern":"AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}","entropy":0},
  {"id":"airtable-personnal-access-token","keywords":["airtable"],"pattern":"\\b(pat[A-Za-z0-9]{14}\\.[a-f0-9]{64})\\b","entropy":0},
  {"id":"alibaba-access-key-id","keywords":["ltai"],"pattern":"\\b(LTAI[a-zA-Z0-9]{20})(?![A-Za-z0-9])","entropy":2},
  {"id":"anthropic-admin-api-key","keywords":["sk-ant-admin01"],"pattern":"\\b(sk-ant-admin01-[a-zA-Z0-9_\\-]{93}AA)(?![A-Za-z0-9])","entropy":0},
  {"id":"anthropic-api-key","keywords":["sk-ant-api03"],"pattern":"\\b(sk-ant-api03-[a-zA-Z0-9_\\-]{93}AA)(?![A-Za-z0-9])","entropy":0},
  {"id":"artifactory-api-key","keywords":["akcp"],"pattern":"\\bAKCp[A-Za-z0-9]{69}\\b","entropy":4.5},
  {"id":"artifactory-reference-token","keywords":["cmvmd"],"pattern":"\\bcmVmd[A-Za-z0-9]{59}\\b","entropy":4.5},
  {"id":"authress-service-client-access-key","keywords":["sc_","ext_","scauth_","authress_"],"pattern":"\\b((?:sc|ext|scauth|authress)_[a-zA-Z0-9]{5,30}\\.[a-zA-Z0-9]{4,6}\\.(?:acc)[_-][a-zA-Z0-9-]{10,32}\\.[a-zA-Z0-9+/_=-]{30,120})(?![A-Za-z0-9])","entropy":2},
  {"id":"aws-access-token","keywords":["a3t","akia","asia","abia","acca"],"pattern":"\\b((?:A3T[A-Z0-9]|AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})\\b","entropy":3},
  {"id":"aws-amazon-bedrock-api-key-long-lived","keywords":["absk"],"pattern":"\\b(ABSK[A-Za-z0-9+/]{109,269}={0,2})(?![A-Za-z0-9])","entropy":3},
  {"id":"aws-amazon-bedrock-api-key-short-lived","keywords":["bedrock-api-key-"],"pattern":"bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t","entropy":3},
  {"id":"azure-ad-client-secret","keywords":["q~"],"pattern":"(?:^|[\\\\'\"\\x60\\s>=:(,)])([a-zA-Z0-9_~.]{3}\\dQ~[a-zA-Z0-9_~.-]{31,34})(?:$|[\\\\'\"\\x60\\s<),])","entropy":3},
  {"id":"clickhouse-cloud-api-secret-key","keywords":["4b1d"],"pattern":"\\b(4b1d[A-Za-z0-9]{38})\\b","entropy":3},
  {"id":"clojars-api-token","keywords":["clojars_"],"pattern":"[cC][lL][oO][jJ][aA][rR][sS]_[a-zA-Z0-9]{60}","entropy":2},
  {"id":"cloudflare-origin-ca-key","keywords":["cloudflare","v1.0-"],"pattern":"\\b(v1\\.0-[a-f0-9]{24}-[a-f0-9]{146})(?![A-Za-z0-9])","entropy":2},
  {"id":"databricks-api-token","keywords":["dapi"],"pattern":"\\b(dapi[a-f0-9]{32}(?:-\\d)?)(?![A-Za-z0-9])","entropy":3},
  {"id":"digitalocean-access-token","keywords":["doo_v1_"],"pattern":"\\b(doo_v1_[a-f0-9]{64})(?![A-Za-z0-9])","entropy":3},
  {"id":"digitalocean-pat","keywords":["dop_v1_"],"pattern":"\\b(dop_v1_[a-f0-9]{64})(?![A-Za-z0-9])","entropy":3},
  {"id":"digitalocean-refresh-token","keywords":["dor_v1_"],"pattern":"\\b([dD][oO][rR]_[vV]1_[a-fA-F0-9]{64})(?![a-zA-Za-zA-Z0-9])","entropy":0},
  {"id":"doppler-api-token","keywords":["dp.pt."],"pattern":"dp\\.pt\\.[a-zA-Z0-9]{43}","entropy":2},
  {"id":"duffel-api-token","keywords":["duffel_"],"pattern":"duffel_(?:test|live)_[a-zA-Z0-9_\\-=]{43}","entropy":2},
  {"id":"dynatrace-api-token","keywords":["dt0c01."],"pattern":"dt0c01\\.[a-zA-Z0-9]{24}\\.[a-zA-Z0-9]{64}","entropy":4},
  {"id":"easypost-api-token","keywords":["ezak"],"pattern":"\\bEZAK[a-zA-Z0-9]{54}\\b","entropy":2},
  {"id":"easypost-test-api-token","keywords":["eztk"],"pattern":"\\bEZTK[a-zA-Z0-9]{54}\\b","entropy":2},
  {"id":"facebook-access-token","keywords":["facebook"],"pattern":"\\b(\\d{15,16}(\\||%)[0-9a-zA-Z\\-_]{27,40})(?![a-zA-Za-zA-Z0-9])","entropy":3},
  {"id":"facebook-page-access-token","keywords":["eaam","eaac"],"pattern":"\\b(EAA[MC][a-zA-Z0-9]{100,})(?![A-Za-z0-9])","entropy":4},
  {"id":"flutterwave-encryption-key","keywords":["flwseck_test"],"pattern":"FLWSECK_TEST-[a-hA-H0-9]{12}","entropy":2},
  {"id":"flutterwave-public-key","keywords":["flwpubk_test"],"pattern":"FLWPUBK_TEST-[a-hA-H0-9]{32}-[xX]","entropy":2},
  {"id":"flutterwave-secret-key","keywords":["flwseck_test"],"pattern":"FLWSECK_TEST-[a-hA-H0-9]{32}-[xX]","entropy":2},
  {"id":"flyio-access-token","keywords":["fo1_","fm1","fm2_"],"pattern":"\\b((?:fo1_[\\w-]{43}|fm1[ar]_[a-zA-Z0-9+\\/]{100,}={0,3}|fm2_[a-zA-Z0-9+\\/]{100,}={0,3}))(?![A-Za-z0-9])","entropy":4},
  {"id":"frameio-api-token","keywords":["fio-u-"],"pattern":"fio-u-[a-zA-Z0-9\\-_=]{64}","entropy":0},
  {"id":"freemius-secret-key","keywords":["secret_key"],"pattern":"[\"'][sS][eE][cC][rR][eE][tT]_[kK][eE][yY][\"']\\s*=>\\s*[\"']([sS][kK]_[\\S]{29})[\"']","entropy":0},
  {"id":"gcp-api-key","keywords":["aiza"],"pattern":"\\b(AIza[\\w-]{35})(?![A-Za-z0-9])","entropy":4},
  {"id":"github-app-token","keywords":["ghu_","ghs_"],"pattern":"(?:ghu|ghs)_[0-9a-zA-Z]{36}","entropy":3},
  {"id":"github-fine-grained-pat","keywords":["github_pat_"],"pattern":"github_pat_\\w{82}","entropy":3},
  {"id":"github-oauth","keywords":["gho_"],"pattern":"gho_[0-9a-zA-Z]{36}","entropy":3},
  {"id":"github-pat","keywords":["ghp_"],"pattern":"ghp_[0-9a-zA-Z]{36}","entropy":3},
  {"id":"github-refresh-token","keywords":["ghr_"],"pattern":"ghr_[0-9a-zA-Z]{36}","entropy":3},
  {"id":"gitlab-cicd-job-token","keywords":["glcbt-"],"pattern":"glcbt-[0-9a-zA-Z]{1,5}_[0-9a-zA-Z_-]{20}","entropy":3},
  {"id":"gitlab-deploy-token","keywords":["gldt-"],"pattern":"gldt-[0-9a-zA-Z_\\-]{20}","entropy":3},
  {"id":"gitlab-feature-flag-client-token","keywords":["glffct-"],"pattern":"glffct-[0-9a-zA-Z_\\-]{20}","entropy":3},
  {"id":"gitlab-feed-token","keywords":["glft-"],"pattern":"glft-[0-9a-zA-Z_\\-]{20}","entropy":3},
  {"id":"gitlab-incoming-mail-token","keywords":["glimt-"],"pattern":"glimt-[0-9a-zA-Z_\\-]{25}","entropy":3},
  {"id":"gitlab-kubernetes-agent-token","keywords":["glagent-"],"pattern":"glagent-[0-9a-zA-Z_\\-]{50}","entropy":3},
  {"id":"gitlab-oauth-app-secret","keywords":["gloas-"],"pattern":"gloas-[0-9a-zA-Z_\\-]{64}","entropy":3},
  {"id":"gitlab-pat","keywords":["glpat-"],"pattern":"glpat-[\\w-]{20}","entropy":3},
  {"id":"gitlab-pat-routable","keywords":["glpat-"],"pattern":"\\bglpat-[0-9a-zA-Z_-]{27,300}\\.[0-9a-z]{2}[0-9a-z]{7}\\b","entropy":4},
  {"id":"gitlab-ptt","keywords":["glptt-"],"pattern":"glptt-[0-9a-f]{40}","entropy":3},
  {"id":"gitlab-rrt","keywords":["gr1348941"],"pattern":"GR1348941[\\w-]{20}","entropy":3},
  {"id":"gitlab-runner-authentication-token","keywords":["glrt-"],"pattern":"glrt-[0-9a-zA-Z_\\-]{20}","entropy":3},
  {"id":"gitlab-runner-authentication-token-routable","keywords":["glrt-"],"pattern":"\\bglrt-t\\d_[0-9a-zA-Z_\\-]{27,300}\\.[0-9a-z]{2}[0-9a-z]{7}\\b","entropy":4},
  {"id":"gitlab-scim-token","keywords":["glsoat-"],"pattern":"glsoat-[0-9a-zA-Z_\\-]{20}","entropy":3},
  {"id":"gitlab-session-cookie","keywords":["_gitlab_session="],"pattern":"_gitlab_session=[0-9a-z]{32}","entropy":3},
  {"id":"grafana-api-key","keywords":["eyjrijoi"],"pattern":"\\b([eE][yY][jJ][rR][iI][jJ][oO][iI][a-zA-Za-zA-Z0-9]{70,400}={0,3})(?![a-zA-Za-zA-Z0-9])","entropy":3},
  {"id":"grafana-cloud-api-token","keywords":["glc_"],"pattern":"\\b([gG][lL][cC]_[a-zA-Za-zA-Z0-9+/]{32,400}={0,3})(?![a-zA-Za-zA-Z0-9])","entropy":3},
  {"id":"grafana-service-account-token","keywords":["glsa_"],"pattern":"\\b([gG][lL][sS][aA]_[a-zA-Za-zA-Z0-9]{32}_[a-fA-Fa-fA-F0-9]{8})(?![a-zA-Za-zA-Z0-9])","entropy":3},
  {"id":"harness-api-key","keywords":["pat.","sat."],"pattern":"(?:pat|sat)\\.[a-zA-Z0-9_-]{22}\\.[a-zA-Z0-9]{24}\\.[a-zA-Z0-9]{20}","entropy":0},
  {"id":"hashicorp-tf-api-token","keywords":["atlasv1"],"pattern":"[a-zA-Z0-9]{14}\\.(?:atlasv1)\\.[a-zA-Z0-9\\-_=]{60,70}","entropy":3.5},
  {"id":"heroku-api-key-v2","keywords":["hrku-aa"],"pattern":"\\b((HRKU-AA[0-9a-zA-Z_-]{58}))(?![A-Za-z0-9])","entropy":4},
  {"id":"huggingface-access-token","keywords":["hf_"],"pattern":"\\b(hf_(?:[a-zA-Z]{34}))(?![A-Za-z0-9])","entropy":2},
  {"id":"huggingface-organization-api-token","keywords":["api_org_"],"pattern":"\\b(api_org_(?:[a-zA-Z]{34}))(?![A-Za-z0-9])","entropy":2},
  {"id":"infracost-api-token","keywords":["ico-"],"pattern":"\\b(ico-[a-zA-Z0-9]{32})(?![A-Za-z0-9])","entropy":3},
  {"id":"intra42-client-secret","keywords":["intra","s-s4t2ud-","s-s4t2af-"],"pattern":"\\b(s-s4t2(?:ud|af)-[aAbBcCdDeEfF0123456789]{64})(?![A-Za-z0-9])","entropy":3},
  {"id":"jwt","keywords":["ey"],"pattern":"\\b(ey[a-zA-Z0-9]{17,}\\.ey[a-zA-Z0-9\\/\\\\_-]{17,}\\.(?:[a-zA-Z0-9\\/\\\\_-]{10,}={0,2})?)(?![A-Za-z0-9])","entropy":3},
  {"id":"linear-api-key","keywords":["lin_api_"],"pattern":"lin_api_[a-zA-Z0-9]{40}","entropy":2},
  {"id":"maxmind-license-key","keywords":["_mmk"],"pattern":"\\b([A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)(?![A-Za-z0-9])","entropy":4},
  {"id":"microsoft-teams-webhook","keywords":["webhook.office.com","webhookb2","incomingwebhook"],"pattern":"https://[a-z0-9]+\\.webhook\\.office\\.com/webhookb2/[a-z0-9]{8}-([a-z0-9]{4}-){3}[a-z0-9]{12}@[a-z0-9]{8}-([a-z0-9]{4}-){3}[a-z0-9]{12}/IncomingWebhook/[a-z0-9]{32}/[a-z0-9]{8}-([a-z0-9]{4}-){3}[a-z0-9]{12}","entropy":0},
  {"id":"notion-api-token","keywords":["ntn_"],"pattern":"\\b(ntn_[0-9]{11}[A-Za-z0-9]{32}[A-Za-z0-9]{3})(?![A-Za-z0-9])","entropy":4},
  {"id":"npm-access-token","keywords":["npm_"],"pattern":"\\b([nN][pP][mM]_[a-zA-Z0-9]{36})(?![a-zA-Za-zA-Z0-9])","entropy":2},
  {"id":"octopus-deploy-api-key","keywords":["api-"],"pattern":"\\b(API-[A-Z0-9]{26})(?![A-Za-z0-9])","entropy":3},
  {"id":"openai-api-key","keywords":["t3blbkfj"],"pattern":"\\b(sk-(?:proj|svcacct|admin)-(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})T3BlbkFJ(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})\\b|sk-[a-zA-Z0-9]{20}T3BlbkFJ[a-zA-Z0-9]{20})(?![A-Za-z0-9])","entropy":3},
  {"id":"openshift-user-token","keywords":["sha256~"],"pattern":"\\b(sha256~[\\w-]{43})(?:[^\\w-]|$)","entropy":3.5},
  {"id":"perplexity-api-key","keywords":["pplx-"],"pattern":"\\b(pplx-[a-zA-Z0-9]{48})(?:[\\x60'\"\\s;]|\\\\[nr]|$|\\b)","entropy":4},
  {"id":"planetscale-api-token","keywords":["pscale_tkn_"],"pattern":"\\b(pscale_tkn_[\\w=\\.-]{32,64})(?![A-Za-z0-9])","entropy":3},
  {"id":"planetscale-oauth-token","keywords":["pscale_oauth_"],"pattern":"\\b(pscale_oauth_[\\w=\\.-]{32,64})(?![A-Za-z0-9])","entropy":3},
  {"id":"planetscale-password","keywords":["pscale_pw_"],"pattern":"\\b([pP][sS][cC][aA][lL][eE]_[pP][wW]_[\\w=\\.-]{32,64})(?![a-zA-Za-zA-Z0-9])","entropy":3},
  {"id":"postman-api-token","keywords":["pmak-"],"pattern":"\\b(PMAK-[a-fA-F0-9]{24}\\-[a-fA-F0-9]{34})(?![A-Za-z0-9])","entropy":3},
  {"id":"prefect-api-token","keywords":["pnu_"],"pattern":"\\b(pnu_[a-zA-Z0-9]{36})(?![A-Za-z0-9])","entropy":2},
  {"id":"pulumi-api-token","keywords":["pul-"],"pattern":"\\b(pul-[a-f0-9]{40})(?![A-Za-z0-9])","entropy":2},
  {"id":"pypi-upload-token","keywords":["pypi-ageichlwas5vcmc"],"pattern":"pypi-AgEIcHlwaS5vcmc[\\w-]{50,1000}","entropy":3},
  {"id":"readme-api-token","keywords":["rdme_"],"pattern":"\\b(rdme_[a-z0-9]{70})(?![A-Za-z0-9])","entropy":2},
  {"id":"rubygems-api-token","keywords":["rubygems_"],"pattern":"\\b(rubygems_[a-f0-9]{48})(?![A-Za-z0-9])","entropy":2},
  {"id":"scalingo-api-token","keywords":["tk-us-"],"pattern":"\\b(tk-us-[\\w-]{48})(?![A-Za-z0-9])","entropy":2},
  {"id":"sendgrid-api-token","keywords":["sg."],"pattern":"\\b(SG\\.[a-zA-Z0-9=_\\-\\.]{66})(?![A-Za-z0-9])","entropy":2},
  {"id":"sendinblue-api-token","keywords":["xkeysib-"],"pattern":"\\b(xkeysib-[a-f0-9]{64}\\-[a-zA-Z0-9]{16})(?![A-Za-z0-9])","entropy":2},
  {"id":"sentry-org-token","keywords":["sntrys_eyjpyxqio"],"pattern":"\\bsntrys_eyJpYXQiO[a-zA-Z0-9+/]{10,200}(?:LCJyZWdpb25fdXJs|InJlZ2lvbl91cmwi|cmVnaW9uX3VybCI6)[a-zA-Z0-9+/]{10,200}={0,2}_[a-zA-Z0-9+/]{43}(?:[^a-zA-Z0-9+/]|$)","entropy":4.5},
  {"id":"sentry-user-token","keywords":["sntryu_"],"pattern":"\\b(sntryu_[a-f0-9]{64})(?![A-Za-z0-9])","entropy":3.5},
  {"id":"settlemint-application-access-token","keywords":["sm_aat"],"pattern":"\\b(sm_aat_[a-zA-Z0-9]{16})(?![A-Za-z0-9])","entropy":3},
  {"id":"settlemint-personal-access-token","keywords":["sm_pat"],"pattern":"\\b(sm_pat_[a-zA-Z0-9]{16})(?![A-Za-z0-9])","entropy":3},
  {"id":"settlemint-service-access-token","keywords":["sm_sat"],"pattern":"\\b(sm_sat_[a-zA-Z0-9]{16})(?![A-Za-z0-9])","entropy":3},
  {"id":"shippo-api-token","keywords":["shippo_"],"pattern":"\\b(shippo_(?:live|test)_[a-fA-F0-9]{40})(?![A-Za-z0-9])","entropy":2},
  {"id":"shopify-access-token","keywords":["shpat_"],"pattern":"shpat_[a-fA-F0-9]{32}","entropy":2},
  {"id":"shopify-custom-access-token","keywords":["shpca_"],"pattern":"shpca_[a-fA-F0-9]{32}","entropy":2},
  {"id":"shopify-private-app-access-token","keywords":["shppa_"],"pattern":"shppa_[a-fA-F0-9]{32}","entropy":2},
  {"id":"shopify-shared-secret","keywords":["shpss_"],"pattern":"shpss_[a-fA-F0-9]{32}","entropy":2},
  {"id":"sidekiq-sensitive-url","keywords":["gems.contribsys.com","enterprise.contribsys.com"],"pattern":"\\b[hH][tT][tT][pP][sS]?://([a-fA-F0-9]{8}:[a-fA-F0-9]{8})@(?:[gG][eE][mM][sS].[cC][oO][nN][tT][rR][iI][bB][sS][yY][sS].[cC][oO][mM]|[eE][nN][tT][eE][rR][pP][rR][iI][sS][eE].[cC][oO][nN][tT][rR][iI][bB][sS][yY][sS].[cC][oO][mM])(?:[\\/|\\#|\\?|:]|$)","entropy":0},
  {"id":"slack-app-token","keywords":["xapp"],"pattern":"[xX][aA][pP][pP]-\\d-[a-zA-Z0-9]+-\\d+-[a-zA-Z0-9]+","entropy":2},
  {"id":"slack-bot-token","keywords":["xoxb"],"pattern":"xoxb-[0-9]{10,13}-[0-9]{10,13}[a-zA-Z0-9-]*","entropy":3},
  {"id":"slack-config-access-token","keywords":["xoxe.xoxb-","xoxe.xoxp-"],"pattern":"[xX][oO][xX][eE].[xX][oO][xX][bBpP]-\\d-[a-zA-Z0-9]{163,166}","entropy":2},
  {"id":"slack-config-refresh-token","keywords":["xoxe-"],"pattern":"[xX][oO][xX][eE]-\\d-[a-zA-Z0-9]{146}","entropy":2},
  {"id":"slack-legacy-bot-token","keywords":["xoxb"],"pattern":"xoxb-[0-9]{8,14}-[a-zA-Z0-9]{18,26}","entropy":2},
  {"id":"slack-legacy-token","keywords":["xoxo","xoxs"],"pattern":"xox[os]-\\d+-\\d+-\\d+-[a-fA-F\\d]+","entropy":2},
  {"id":"slack-legacy-workspace-token","keywords":["xoxa","xoxr"],"pattern":"xox[ar]-(?:\\d-)?[0-9a-zA-Z]{8,48}","entropy":2},
  {"id":"slack-user-token","keywords":["xoxp-","xoxe-"],"pattern":"xox[pe](?:-[0-9]{10,13}){3}-[a-zA-Z0-9-]{28,34}","entropy":2},
  {"id":"slack-webhook-url","keywords":["hooks.slack.com"],"pattern":"(?:https?://)?hooks.slack.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{43,56}","entropy":0},
  {"id":"square-access-token","keywords":["sq0atp-","eaaa"],"pattern":"\\b((?:EAAA|sq0atp-)[\\w-]{22,60})(?![A-Za-z0-9])","entropy":2},
  {"id":"stripe-access-token","keywords":["sk_test","sk_live","sk_prod","rk_test","rk_live","rk_prod"],"pattern":"\\b((?:sk|rk)_(?:test|live|prod)_[a-zA-Z0-9]{10,99})(?![A-Za-z0-9])","entropy":2},
  {"id":"twilio-api-key","keywords":["sk"],"pattern":"SK[0-9a-fA-F]{32}","entropy":3},
  {"id":"vault-batch-token","keywords":["hvb."],"pattern":"\\b(hvb\\.[\\w-]{138,300})(?![A-Za-z0-9])","entropy":4}
]
