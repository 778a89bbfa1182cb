import * as DDB from '@aws-sdk/client-dynamodb'
import * as R from 'fp-ts/lib/Record.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type Calling, NONE, type Question, asking, given } from './call.ts'
import type { TableReader, UndeclaredOfTable } from './table.port.ts'

type OfTable = Question<DDB.DynamoDBClient, Parameters<TableReader['undeclared']>[0]>

const ofTable: Readonly<Record<UndeclaredOfTable, OfTable>> = {
  'contributor insights': {
    call: 'DynamoDB DescribeContributorInsights',
    ask: async (dynamodb, { name }, options) => {
      const asked = new DDB.DescribeContributorInsightsCommand({ TableName: name })
      return given((await dynamodb.send(asked, options)).ContributorInsightsStatus, 'ContributorInsightsStatus')
    }
  },
  expiry: {
    call: 'DynamoDB DescribeTimeToLive',
    ask: async (dynamodb, { name }, options) => {
      const asked = new DDB.DescribeTimeToLiveCommand({ TableName: name })
      const { TimeToLiveDescription } = await dynamodb.send(asked, options)
      return given(TimeToLiveDescription?.TimeToLiveStatus, 'TimeToLiveStatus')
    }
  },
  'kinesis streams': {
    call: 'DynamoDB DescribeKinesisStreamingDestination',
    ask: async (dynamodb, { name }, options) => {
      const asked = new DDB.DescribeKinesisStreamingDestinationCommand({ TableName: name })
      const { TableName, KinesisDataStreamDestinations = [] } = await dynamodb.send(asked, options)
      const live = KinesisDataStreamDestinations.filter(({ DestinationStatus }) => DestinationStatus !== 'DISABLED')
      given(TableName, 'TableName')
      return live.length === 0 ? NONE : `${live.length}, each copies every item`
    }
  },
  'resource policy': {
    call: 'DynamoDB GetResourcePolicy',
    neverSet: 'PolicyNotFoundException',
    ask: async (dynamodb, { arn }, options) => {
      const { Policy } = await dynamodb.send(new DDB.GetResourcePolicyCommand({ ResourceArn: arn }), options)
      return given(Policy, 'Policy') === '' ? NONE : 'a policy of its own'
    }
  }
}

/** What a table has that no stack declares, one question each. */
export const undeclaredOfTable =
  (dynamodb: DDB.DynamoDBClient, calling: Calling): TableReader['undeclared'] =>
  (of) =>
    pipe(ofTable, R.map(asking(calling, dynamodb, of)))
