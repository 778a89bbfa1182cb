/** A way from little to much that is known from the literature: the calls that it takes, and who told of it. */
export type Escalation = { readonly name: string; readonly calls: ReadonlyArray<string>; readonly source: string }

/** github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation, by number. */
export const rhino = (number: number): string =>
  `Rhino Security Labs, "AWS IAM Privilege Escalation Methods", ${number}`
/** pathfinding.cloud, by id. */
export const pathfinding = (id: string): string => `Datadog, pathfinding.cloud, ${id}`
/** hackingthe.cloud, "AWS IAM Privilege Escalation Techniques", by heading. */
export const hacking = (heading: string): string =>
  `hackingthe.cloud, "AWS IAM Privilege Escalation Techniques", ${heading}`
/** github.com/DavidDikker/endgame, by kind of resource. */
export const endgame = (kind: string): string => `Endgame, "Backdoors via Resource-based Policies", ${kind}`
/** What a call grants, as AWS says it. */
export const reference = (service: string): string => `AWS, Service Authorization Reference, ${service}`

export const told = (name: string, source: string, ...calls: ReadonlyArray<string>): Escalation => ({
  name,
  source,
  calls
})
