import { type Origin, machine, variables as originOf } from '../diagnostics/origin.ts'
import { nameRemedy } from './profile-chain.ts'
import { placeOfSetting, standing } from './shared-places.ts'
import { type SharedConfig, type Variables, activeProfile, isSet } from './surroundings.ts'

/** Why a profile is not there: what was found, what to do, and where it stands. */
type Lost = { readonly actual: string; readonly remedy: string; readonly from: Origin }

/** The file that is read where no variable names one. Source: AWS SDKs and Tools, "Shared config and credentials files". */
const usual: Readonly<Record<string, string>> = {
  AWS_CONFIG_FILE: '~/.aws/config',
  AWS_SHARED_CREDENTIALS_FILE: '~/.aws/credentials'
}

/** The files that could not be read, where there are any: the profile may stand in them. */
const inRefused = (
  refused: NonNullable<SharedConfig['refused']>,
  actual: string,
  also: ReadonlyArray<string>
): Lost => {
  const told = refused.map(({ where, variable, why }) =>
    variable === undefined ? `${where} cannot be read: ${why}` : `${variable} names a file that cannot be read: ${why}`
  )
  const named = refused.flatMap(({ variable }) => (variable === undefined ? [] : [variable]))
  const kept = refused.flatMap(({ where, variable }) => (variable === undefined ? [where] : []))
  const correct = [...named, ...also].join(' or ')
  const instead = `unset ${named.join(' ')} to have ${named.map((name) => usual[name]).join(' and ')} read`
  return {
    actual: `${actual}, and ${told.join(', and ')}`,
    remedy: named.length === 0 ? `Let yourself read ${kept.join(' and ')}.` : `Correct ${correct}; ${instead}.`,
    from: named.length + also.length === 0 ? machine(kept.join(', ')) : originOf(...also, ...named)
  }
}

/** What is said where neither file gave the active profile, by what stands in them. */
export const lostProfile = (variables: Variables, shared: SharedConfig): Lost => {
  const name = activeProfile(variables)
  const isNamed = isSet(variables, 'AWS_PROFILE')
  const found = standing(shared, name)
  const [also, refused] = [isNamed ? ['AWS_PROFILE'] : [], shared.refused ?? []]
  const asNamed = nameRemedy(name)
  if (found === 'an empty section')
    return {
      actual: `the section of the profile ${name} is empty`,
      remedy: `Add credentials to the profile ${name}, or name another profile in AWS_PROFILE.`,
      from: placeOfSetting(shared, name)
    }
  if (found === 'settings' && asNamed === nameRemedy('default'))
    return {
      actual: `the section of the profile ${name} has a header that is not read in its file`,
      remedy: `Write the header as [profile ${name}] in the config file, or as [${name}] in the credentials file.`,
      from: placeOfSetting(shared, name)
    }
  const actual = isNamed ? `AWS_PROFILE names ${name}, and no shared config has it` : 'no credentials at all'
  if (refused.length > 0)
    return inRefused(refused, isNamed ? `AWS_PROFILE names ${name}, no shared config has it` : actual, also)
  return isNamed
    ? { actual, remedy: asNamed, from: originOf('AWS_PROFILE') }
    : {
        actual,
        remedy: 'Take credentials of the declared principal: set AWS_PROFILE, or the keys of a session.',
        from: machine('the environment and the shared config')
      }
}
