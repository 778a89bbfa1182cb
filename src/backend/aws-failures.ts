import type { AwsFailureTag } from '../outside/aws/failure.port.ts'

/** What each failure of a call means, what to do, and the word that `explain` knows. */
export const awsFailures = {
  Absent: {
    word: 'aws-absent',
    means: 'it does not exist',
    remedy: 'Run this again. If it stays so, look for it in the AWS console.'
  },
  Denied: {
    word: 'aws-denied',
    means: 'access denied: no right to it, or it belongs to another account',
    remedy: 'Give the principal the right that the call names, or choose another name for a thing of another account.'
  },
  CredentialsRefused: {
    word: 'aws-credentials-refused',
    means: 'AWS refused the credentials',
    remedy: 'Take new credentials, check the clock of this machine, and run this again.'
  },
  ClockWrong: {
    word: 'aws-clock-wrong',
    means: 'the clock of this machine is wrong',
    remedy:
      'Set the clock of this machine by NTP (on Linux: sudo timedatectl set-ntp true), and run this again. New credentials do not help.'
  },
  AccountNotReady: {
    word: 'aws-account-not-ready',
    means: 'the account is not ready for this service',
    remedy:
      'Finish the sign-up of the account (payment method, verification), wait until AWS confirms it, and run this again. New credentials or another name do not help.'
  },
  RegionOff: {
    word: 'aws-region-off',
    means: 'the region is not enabled for this account',
    remedy: 'Have an administrator enable the region for the account, wait some minutes, and run this again.'
  },
  WrongRegion: {
    word: 'aws-wrong-region',
    means: 'it is in another region',
    remedy: 'Correct the region in the stack, or choose another name.'
  },
  Throttled: {
    word: 'aws-throttled',
    means: 'throttled by AWS',
    remedy: 'Wait a minute and run this again.'
  },
  ServiceFault: {
    word: 'aws-service-fault',
    means: 'a fault of AWS',
    remedy: 'Look at the AWS Health Dashboard, wait, and run this again.'
  },
  Conflict: {
    word: 'aws-conflict',
    means: 'it exists already, or is being changed',
    remedy: 'Wait until the other change has ended, and run this again.'
  },
  NameTaken: {
    word: 'aws-name-taken',
    means: 'the name belongs to another account',
    remedy: 'Choose another bucket name in the stack: all accounts of AWS share these names, and waiting frees none.'
  },
  LimitReached: {
    word: 'aws-limit-reached',
    means: 'a quota of the account is used up',
    remedy: 'Remove what the account no longer needs, or have the quota raised in Service Quotas, and run this again.'
  },
  KeyUnusable: {
    word: 'aws-key-unusable',
    means: 'the KMS key that it is encrypted with cannot be used',
    remedy: 'Find out in CloudTrail what became of the key, and have its owner make it usable before it is deleted.'
  },
  NotReady: {
    word: 'aws-not-ready',
    means: 'it is not ready yet',
    remedy: 'Wait a minute and run this again.'
  },
  Refused: {
    word: 'aws-refused',
    means: 'AWS refused the call',
    remedy: 'Correct what AWS names, then run this again.'
  },
  Unreachable: {
    word: 'aws-unreachable',
    means: 'no connection to AWS, or a broken one',
    remedy: 'Repair the connection, and name a proxy or a CA bundle if there is one: --proxy, --ca-bundle.'
  },
  NotTrusted: {
    word: 'aws-not-trusted',
    means: 'a host whose certificate is not trusted here',
    remedy:
      'Ask who runs the network for the authority that signs in the place of AWS, and name its certificates in PEM form: --ca-bundle FILE'
  },
  ProxyRefused: {
    word: 'aws-proxy-refused',
    means: 'the proxy let no connection through',
    remedy: 'Have the proxy let connections through to the host that is named, or name another proxy: --proxy.'
  },
  TimedOut: {
    word: 'aws-timed-out',
    means: 'no answer in time',
    remedy: 'Repair the connection, and name a proxy if there is one: --proxy.'
  },
  Unintelligible: {
    word: 'aws-unintelligible',
    means: 'an answer that is not what AWS documents',
    remedy: 'Look for a proxy or a gateway between here and AWS that answers instead of it.'
  }
} as const satisfies Readonly<
  Record<AwsFailureTag, { readonly word: `aws-${string}`; readonly means: string; readonly remedy: string }>
>
