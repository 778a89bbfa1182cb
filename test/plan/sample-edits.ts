/** What a test does to the emitted file before a plan is made of it. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Emitted = any

export type Wish = {
  readonly name: string
  readonly edit?: (file: Emitted) => void
  /** Arguments of `tofu plan`. */
  readonly args?: ReadonlyArray<string>
  /** What somebody changes in AWS first; it stays changed. */
  readonly outside?: string
}

const automationTypes = [
  'aws_iam_role',
  'aws_iam_role_policy',
  'aws_iam_role_policies_exclusive',
  'aws_iam_role_policy_attachments_exclusive'
]

/** Plans of day 0, before anything was applied. */
export const beforeApply: ReadonlyArray<Wish> = [
  { name: 'first-apply' },
  {
    name: 'wrong-account',
    edit: (file) => {
      file.data.aws_caller_identity.current.lifecycle.postcondition.condition = '${self.account_id == "999999999999"}'
    }
  },
  {
    name: 'import-and-update',
    edit: (file) => {
      file.resource.aws_s3_bucket.state.tags.Purpose = 'State'
    }
  }
]

/** Plans after the first apply. The order matters from the first change outside on. */
export const afterApply: ReadonlyArray<Wish> = [
  { name: 'no-change' },
  {
    name: 'tag-change',
    edit: (file) => {
      file.resource.aws_s3_bucket.state.tags.Purpose = 'State of OpenTofu'
    }
  },
  {
    name: 'default-tag-change',
    edit: (file) => {
      file.provider.aws.default_tags.tags.Team = 'platform'
    }
  },
  {
    name: 'replacement',
    edit: (file) => {
      file.resource.aws_s3_bucket.state.bucket = 'zenthea-staging-eu-other'
      delete file.resource.aws_s3_bucket.state.lifecycle
    }
  },
  {
    name: 'replacement-create-first',
    edit: (file) => {
      file.resource.aws_iam_role.automation.name = 'ZentheaStagingEuOther'
      file.resource.aws_iam_role.automation.lifecycle = { create_before_destroy: true }
    }
  },
  {
    name: 'deletion',
    edit: (file) => {
      for (const type of automationTypes) delete file.resource[type].automation
    }
  },
  {
    name: 'forget',
    edit: (file) => {
      delete file.resource.aws_iam_role_policy_attachments_exclusive.automation
      file.removed = [{ from: 'aws_iam_role_policy_attachments_exclusive.automation', lifecycle: { destroy: false } }]
    }
  },
  {
    name: 'iam-change',
    edit: (file) => {
      const [, statement] = file.locals.automation_policy.Statement
      statement.Action.push('s3:PutObject')
      statement.Resource.push('arn:aws:s3:::zenthea-staging-eu-tfstate/*')
    }
  },
  {
    name: 'trust-change',
    edit: (file) => {
      file.locals.automation_trust.Statement[0].Principal.AWS.push('arn:aws:iam::111122223333:role/SomebodyElse')
    }
  },
  {
    name: 'bucket-policy-change',
    edit: (file) => {
      file.locals.state_bucket_policy.Statement.splice(4, 1)
    }
  },
  {
    name: 'output',
    edit: (file) => {
      file.output = { who: { value: '${data.aws_caller_identity.current.account_id}' } }
    }
  },
  { name: 'target', args: ['-target=aws_s3_bucket.state'] },
  { name: 'refresh-only', args: ['-refresh-only'] },
  {
    name: 'moved',
    edit: (file) => {
      file.resource.aws_iam_role_policy.other = file.resource.aws_iam_role_policy.automation
      delete file.resource.aws_iam_role_policy.automation
      file.resource.aws_iam_role_policies_exclusive.automation.policy_names = ['${aws_iam_role_policy.other.name}']
      file.moved = [{ from: 'aws_iam_role_policy.automation', to: 'aws_iam_role_policy.other' }]
    }
  },
  {
    name: 'unknown',
    edit: (file) => {
      file.resource.terraform_data = { later: { input: '${timestamp()}' } }
      file.locals.automation_policy.Statement[1].Resource.push('${terraform_data.later.output}')
    }
  },
  {
    name: 'read-later',
    edit: (file) => {
      file.data.aws_caller_identity.current.depends_on = ['aws_s3_bucket.state']
      file.resource.aws_s3_bucket.state.tags.Purpose = 'State'
    }
  },
  { name: 'drift-of-tags', outside: 'zenthea-staging-eu-tfstate' },
  { name: 'drift-of-iam', outside: 'ZentheaStagingEuAutomation' }
]
