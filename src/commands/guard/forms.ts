import type * as kinds from '../../diagnostics/kinds.ts'
import * as t from 'io-ts'

/** A text of exactly this form, named by what it is. */
const formed = <A extends string = string>(name: string, form: RegExp): t.Type<A, string> => {
  const is = (value: unknown): value is A => typeof value === 'string' && form.test(value)
  return new t.Type(
    name,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    t.identity
  )
}

/** The SHA-256 of one kind of thing: 64 lower-case hexadecimal digits. */
export const sha256Of = <Of extends kinds.Digested>(of: Of): t.Type<kinds.Sha256<Of>, string> =>
  formed<kinds.Sha256<Of>>(`a SHA-256 of ${of}`, /^[0-9a-f]{64}$/)

/** The full id of a git commit, of either kind of repository. */
export const CommitId = formed<kinds.CommitId>('a commit id', /^([0-9a-f]{40}|[0-9a-f]{64})$/)

/** A release of OpenTofu, without anything after its three numbers. */
export const Version = formed('a version', /^\d{1,9}\.\d{1,9}\.\d{1,9}$/)

/** An exact release of a provider. Source: Semantic Versioning 2.0.0, without build metadata. */
export const ProviderRelease = formed('a release of a provider', /^\d{1,9}\.\d{1,9}\.\d{1,9}(-[0-9a-z.]{1,40})?$/)

/** A moment in UTC. Source: RFC 3339, as the clock writes it. */
export const Instant = formed<kinds.Instant>('a moment', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

/** A hash of a provider package. Source: OpenTofu, "Dependency Lock File". */
export const PackageHash = formed('a hash of a package', /^(h1:[A-Za-z0-9+/]{43}=|zh:[0-9a-f]{64})$/)

/** The name of a rule: words that only the programs of this project say. */
export const RuleId = formed('a rule', /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** A version id of S3: opaque, without a character that a name of a person would need beside letters. */
export const VersionId = formed('a version id', /^[A-Za-z0-9._-]{1,128}$/)

/** The name of a stack, as its file has it. */
export const StackName = formed('a stack', /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/)

/** Source: AWS, "AWS account identifiers". */
export const AccountId = formed('an account', /^\d{12}$/)

/** A region by its code. Source: AWS, "Regions and Zones". */
export const RegionCode = formed('a region', /^[a-z]{2,5}(-[a-z]+)+-\d+$/)

/** The emitted file, relative to the project. */
export const EmittedPath = formed<kinds.ProjectPath>('an emitted file', /^out\/[a-z0-9-]+\/main\.tf\.json$/)

/** A clause of a governing document. */
export const ClauseName = formed('a clause', /^J\.\d+\.\d+ §\d+(\.\d+)?$/)
