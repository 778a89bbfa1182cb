import { missing, onPath } from '../../../src/outside/stand-in/on-path.ts'

/** Throws where there is no AWS CLI. */
export const needAwsCli = (): void => {
  if (onPath('aws') === undefined)
    throw missing('The AWS CLI', 'pip install awscli, and put aws on PATH', 'it is not there')
}
