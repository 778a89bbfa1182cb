import { type Variables, isSet } from './surroundings.ts'

/** What one system of automation sets: all of these, or a value that holds a text. */
type Sign = { readonly system: string; readonly all: ReadonlyArray<string>; readonly holds?: string }

const sign = (system: string, ...all: ReadonlyArray<string>): Sign => ({ system, all })

/**
 * The systems that run commands by themselves, by what each sets. Source: the package ci-info, vendors.json, to whose
 * list a test holds this one; and HashiCorp Terraform's remote runs, Atlantis and env0, by their documents.
 */
const signs: ReadonlyArray<Sign> = [
  sign('Agola CI', 'AGOLA_GIT_REF'),
  sign('Alpic', 'ALPIC_HOST'),
  sign('Appcircle', 'AC_APPCIRCLE'),
  sign('AppVeyor', 'APPVEYOR'),
  sign('Atlantis', 'ATLANTIS_TERRAFORM_VERSION'),
  sign('AWS CodeBuild', 'CODEBUILD_BUILD_ARN'),
  sign('AWS CodeBuild', 'CODEBUILD_BUILD_ID'),
  sign('Azure Pipelines', 'TF_BUILD'),
  sign('Bamboo', 'bamboo_planKey'),
  sign('Bitbucket Pipelines', 'BITBUCKET_COMMIT'),
  sign('Bitrise', 'BITRISE_IO'),
  sign('Buddy', 'BUDDY_WORKSPACE_ID'),
  sign('Buildkite', 'BUILDKITE'),
  sign('Capawesome Cloud', 'CAPAWESOME_CLOUD'),
  sign('CircleCI', 'CIRCLECI'),
  sign('Cirrus CI', 'CIRRUS_CI'),
  sign('Cloudflare Pages', 'CF_PAGES'),
  sign('Cloudflare Workers', 'WORKERS_CI'),
  sign('Codefresh', 'CF_BUILD_ID'),
  sign('Codemagic', 'CM_BUILD_ID'),
  sign('Drone', 'DRONE'),
  sign('dsari', 'DSARI'),
  sign('Earthly', 'EARTHLY_CI'),
  sign('env0', 'ENV0_ENVIRONMENT_ID'),
  sign('Expo Application Services', 'EAS_BUILD'),
  sign('Gerrit', 'GERRIT_PROJECT'),
  sign('Gitea Actions', 'GITEA_ACTIONS'),
  sign('GitHub Actions', 'GITHUB_ACTIONS'),
  sign('GitLab CI', 'GITLAB_CI'),
  sign('GoCD', 'GO_PIPELINE_LABEL'),
  sign('Google Cloud Build', 'BUILDER_OUTPUT'),
  sign('Harness CI', 'HARNESS_BUILD_ID'),
  sign('HCP Terraform', 'TFC_RUN_ID'),
  { system: 'Heroku', all: ['NODE'], holds: '/app/.heroku/node/bin/node' },
  sign('Hudson', 'HUDSON_URL'),
  sign('Jenkins', 'JENKINS_URL'),
  sign('LayerCI', 'LAYERCI'),
  sign('Magnum CI', 'MAGNUM'),
  sign('Netlify CI', 'NETLIFY'),
  sign('Nevercode', 'NEVERCODE'),
  sign('Prow', 'PROW_JOB_ID'),
  sign('ReleaseHub', 'RELEASE_BUILD_ID'),
  sign('Render', 'RENDER'),
  sign('RWX', 'RWX'),
  sign('Sail CI', 'SAILCI'),
  sign('Screwdriver', 'SCREWDRIVER'),
  sign('Semaphore', 'SEMAPHORE'),
  sign('Strider CD', 'STRIDER'),
  sign('TaskCluster', 'TASK_ID', 'RUN_ID'),
  sign('TeamCity', 'TEAMCITY_VERSION'),
  sign('Travis CI', 'TRAVIS'),
  sign('Vela', 'VELA'),
  sign('Vercel', 'NOW_BUILDER'),
  sign('Vercel', 'VERCEL'),
  sign('Visual Studio App Center', 'APPCENTER_BUILD_ID'),
  sign('Xcode Cloud', 'CI_XCODE_PROJECT'),
  sign('Xcode Server', 'XCS')
]

/** What systems set that have no name of their own here; CI_NAME is that of Codeship and Sourcehut. */
const ofMany = [
  ...['CI', 'CI_NAME', 'CI_APP_ID', 'CI_BUILD_ID', 'CI_BUILD_NUMBER', 'CONTINUOUS_INTEGRATION'],
  ...['BUILD_ID', 'BUILD_NUMBER', 'RUN_ID']
]

const shows =
  (variables: Variables) =>
  ({ all, holds }: Sign): boolean =>
    all.every((name) => isSet(variables, name) && (holds === undefined || variables[name]?.includes(holds) === true))

/** What in the environment says that no person is there: the variables, and the systems that set them. Empty for a person. */
export const automationIn = (
  variables: Variables
): { readonly names: ReadonlyArray<string>; readonly systems: ReadonlyArray<string> } => {
  const found = signs.filter(shows(variables))
  return {
    names: [...new Set([...ofMany.filter((name) => isSet(variables, name)), ...found.flatMap(({ all }) => all)])],
    systems: [...new Set(found.map(({ system }) => system))]
  }
}
