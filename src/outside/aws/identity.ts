import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import type { AwsIdentity } from './identity.port.ts'
import { type Calling, awsCall, given } from './call.ts'
import type { Clients } from './clients.ts'

/** Who is calling, as STS says it. GetCallerIdentity needs no permission and cannot be denied (AWS STS API reference). */
export const awsIdentity = ({ sts }: Clients, calling: Calling): AwsIdentity => ({
  caller: () =>
    awsCall(calling)('STS GetCallerIdentity', async (abortSignal) => {
      const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal })
      return { account: given(Account, 'Account'), arn: given(Arn, 'Arn') }
    })
})
