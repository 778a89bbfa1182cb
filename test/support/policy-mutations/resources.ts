import type { Statement } from '../../../src/iam/document.ts'
import { type Changed, eachLeftOut, eachReplaced } from './mutation.ts'

/** Each resource left out, and made wider (or a denial's narrower): everything, or whatever begins like it. */
export const resourceChanges = (statement: Statement): ReadonlyArray<Changed> => {
  const { Effect, Resource, NotResource } = statement
  const allows = Effect === 'Allow'
  if (NotResource !== undefined)
    return [
      ...left('NotResource', NotResource, allows, statement),
      ...replaced('NotResource', NotResource, wider, statement)
    ]
  if (Resource === undefined) return []
  return [
    ...left('Resource', Resource, !allows, statement),
    ...replaced('Resource', Resource, allows ? wider : narrower, statement)
  ]
}

type Element = 'Resource' | 'NotResource'

const left = (
  element: Element,
  arns: ReadonlyArray<string>,
  more: boolean,
  statement: Statement
): ReadonlyArray<Changed> =>
  eachLeftOut(arns).map(([arn, rest]) => ({
    what: `${element} without ${arn}`,
    wider: more,
    statement: { ...statement, [element]: rest }
  }))

const replaced = (
  element: Element,
  arns: ReadonlyArray<string>,
  by: (arn: string) => ReadonlyArray<string>,
  statement: Statement
): ReadonlyArray<Changed> =>
  eachReplaced(arns, by).map(([what, changed]) => ({
    what: `${element} ${what}`,
    wider: true,
    statement: { ...statement, [element]: changed }
  }))

const wider = (arn: string): ReadonlyArray<string> => ['*', ...(arn.endsWith('*') ? [] : [`${arn}*`]), ...parents(arn)]

/** The same name anywhere, and any name in the same place. */
const parents = (arn: string): ReadonlyArray<string> => {
  const [head = '', partition = '', service = '', , , ...rest] = arn.split(':')
  const anywhere = [head, partition, service, service === 'iam' ? '' : '*', '*', ...rest].join(':')
  return [...(service === 's3' ? [] : [anywhere]), ...(arn.includes('/') ? [arn.replace(/\/.*/, '/*')] : [])]
}

const narrower = (arn: string): ReadonlyArray<string> => {
  if (arn === '*') return ['arn:aws:s3:::*', 'arn:aws:dynamodb:eu-west-1:*:table/*', 'arn:aws:iam::*:role/*']
  return arn.endsWith('/*') ? [`${arn.slice(0, -1)}env:/*`] : []
}
