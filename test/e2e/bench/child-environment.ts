/** Who a command is to AWS. The fake ones are good for any account: what a principal may do is not moto's to judge. */
export type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export type World = {
  /** A home folder without any configuration in it. */
  readonly home: string
  /** The proxy that stands for AWS, and the certificate authority that it signs with. */
  readonly proxy: string
  readonly authority: string
  /** OpenTofu's CLI configuration. */
  readonly cliConfiguration: string
}

/**
 * The whole environment of a command that talks to AWS. It inherits nothing but PATH: a profile, an endpoint, a CA
 * bundle or a CLI configuration of this machine would make it another test.
 */
export const childEnvironment = (world: World, credentials: Credentials): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: world.home,
  LANG: 'C.UTF-8',
  HTTPS_PROXY: world.proxy,
  AWS_CA_BUNDLE: world.authority,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
  AWS_EC2_METADATA_DISABLED: 'true',
  TF_CLI_CONFIG_FILE: world.cliConfiguration,
  TF_IN_AUTOMATION: 'true',
  CHECKPOINT_DISABLE: 'true'
})

/** Credentials of nobody in particular. */
export const anyone: Credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'fake' }
