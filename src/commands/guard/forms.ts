import type * as kinds from '../../diagnostics/kinds.ts'
import * as t from 'io-ts'

/** A text of exactly this form. */
const formed = <A extends string = string>(form: RegExp): t.Type<A, string> => {
  const is = (value: unknown): value is A => typeof value === 'string' && form.test(value)
  return new t.Type(
    form.source,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context)),
    t.identity
  )
}

/** The SHA-256 of one kind of thing: 64 lower-case hexadecimal digits. */
export const sha256Of = <Of extends kinds.Digested>(): t.Type<kinds.Sha256<Of>, string> => formed(/^[0-9a-f]{64}$/)

/** The full id of a git commit, of either kind of repository. */
export const CommitId = formed<kinds.CommitId>(/^([0-9a-f]{40}|[0-9a-f]{64})$/)

/** A release of OpenTofu, without anything after its three numbers. */
export const Version = formed(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/)

/** An exact release of a provider. Source: Semantic Versioning 2.0.0, without build metadata. */
export const ProviderRelease = formed(/^\d{1,9}\.\d{1,9}\.\d{1,9}(-[0-9a-z.]{1,40})?$/)

/** A moment in UTC. Source: RFC 3339, as the clock writes it. */
export const Instant = formed<kinds.Instant>(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

/** A hash of a provider package. Source: OpenTofu, "Dependency Lock File". */
export const PackageHash = formed(/^(h1:[A-Za-z0-9+/]{43}=|zh:[0-9a-f]{64})$/)

/** The name of a rule: words that only the programs of this project say. */
export const RuleId = formed(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** A version id of S3: opaque, without a character that a name of a person would need beside letters. */
export const VersionId = formed(/^[A-Za-z0-9._-]{1,128}$/)

/** The name of a stack, as its file has it. */
export const StackName = formed(/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/)

/** Source: AWS, "AWS account identifiers". */
export const AccountId = formed(/^\d{12}$/)

/** A region by its code. Source: AWS, "Regions and Zones". */
export const RegionCode = formed(/^[a-z]{2,5}(-[a-z]+)+-\d+$/)

/** The emitted file, relative to the project. */
export const EmittedPath = formed<kinds.ProjectPath>(/^out\/[a-z0-9-]+\/main\.tf\.json$/)

/** A clause of a governing document. */
export const ClauseName = formed(/^J\.\d+\.\d+ §\d+(\.\d+)?$/)
