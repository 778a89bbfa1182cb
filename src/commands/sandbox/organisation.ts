import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Inside } from '../../outside/sandbox/world.port.ts'

/** Where the policies of the organisation of all accounts lie, seen from the copy. While it is there, it counts. */
const ORGANISATION = '../aws/organisation.json'

const all = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }
const noWriting = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'NoTables', Effect: 'Deny', Action: 'dynamodb:PutItem', Resource: '*' }]
}

/**
 * An organisation denies writing to every table, beside the policy that AWS attaches to each root. Left where nothing is
 * enforced in this sandbox.
 */
export const organisationDenies = ({ world, write }: Inside): TE.TaskEither<string, unknown> =>
  world.isEnforced
    ? write(ORGANISATION, JSON.stringify({ services: [all, noWriting], resources: [] }, undefined, 2))
    : TE.left(
        'no policy is enforced here: install the development dependencies of the checkout, and open another sandbox'
      )

/** What an administrator of the organisation does in a sandbox, who is asked to lift its denial. */
export const LIFT = `rm ${ORGANISATION}`

/** How a refusal begins that only such a person can lift. */
export const ASK_ORGANISATION = 'Ask the administrators of the AWS organisation'
