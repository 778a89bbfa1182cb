import { missing } from './missing.ts'
import { onPath } from './on-path.ts'

/** Throws where there is no AWS CLI. */
export const needAwsCli = (): void => {
  if (onPath('aws') === undefined)
    throw missing('The AWS CLI', 'pip install awscli, and put aws on PATH', 'it is not there')
}
