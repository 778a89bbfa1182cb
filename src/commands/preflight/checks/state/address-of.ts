import type { StateResource } from './state-form.ts'

/** The address, as `tofu state list` writes it. */
export const addressOf = ({
  module,
  mode,
  type,
  name
}: Pick<StateResource, 'module' | 'mode' | 'type' | 'name'>): string =>
  [...(module === undefined ? [] : [module]), ...(mode === 'data' ? ['data'] : []), type, name].join('.')
