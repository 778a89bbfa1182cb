import type { ProviderBuild, ProviderRelease } from '../charter.ts'

/**
 * The AWS provider 5.100.0 as it was released, for every platform. There are two builds of it: OpenTofu's registry gives its
 * own, and mirrors that were filled from HashiCorp's registry hold HashiCorp's.
 */
const aws_5_100_0: ReadonlyArray<ProviderBuild> = [
  {
    source:
      'opentofu/registry, providers/h/hashicorp/aws.json at 0372dfc9ad99abce8e53ad9c33949a7b868dc756: shasum and h1 of each target',
    hashes: [
      // darwin_amd64
      'h1:J7L5bgyYNRAbtwAFJl2Lj+IMI2DJTrbbL33PTK4OWVY=',
      'zh:42c22674d5f23f6309eaf3ac3a4f1f8b66b566c1efe1dcb0dd2fb30c17ce1f78',
      // darwin_arm64
      'h1:BrNG7eFOdRrRRbHdvrTjMJ8X8Oh/tiegURiKf7J2db8=',
      'zh:e62bd314ae97b43d782e0841b13e68a3f8ec85cc762004f973ce5ce7b6cdbfd0',
      // linux_386
      'h1:C6eM6fGJVktK2M5vH3Yhv5NnqmegcBDY0EuDHhiXoVY=',
      'zh:e5d30c4dec271ef9d6fe09f48237ec6cfea1036848f835b4e47f274b48bda5a7',
      // linux_amd64
      'h1:zef23ac/YWw9O2FepFWRs+my9iWWUkniL4dT4LnCKjU=',
      'zh:9750423138bb01ecaa5cec1a6691664f7783d301fb1628d3b64a231b6b564e0e',
      // linux_arm
      'h1:C7yD4Be2zhVdjnilsKPfucYAYMG5UCJYuUSoY6FCtGQ=',
      'zh:60932aa376bb8c87cd1971240063d9d38ba6a55502c867fdbb9f5361dc93d003',
      // linux_arm64
      'h1:H8CH2vfXXP/WQgJw+Qrn72umKs9UlGYQvn+QdnwO8Nc=',
      'zh:1a41f3ee26720fee7a9a0a361890632a1701b5dc1cf5355dc651ddbe115682ff',
      // windows_386
      'h1:crKvBCgX6RlMcE6Ewm8o8YVuIg6mkXqKNgt/kSFYTvQ=',
      'zh:864e42784bde77b18393ebfcc0104cea9123da5f4392e8a059789e296952eefa',
      // windows_amd64
      'h1:Wm5Ofhc15lX1OMMCt7iDV0NY5FDIouQDjX7I1iab55s=',
      'zh:ea851a3c072528a4445ac6236ba2ce58ffc99ec466019b0bd0e4adde63a248e4',
      // windows_arm
      'h1:7/GgVlN+KplSVCuc8qb4ct2R7gotYooPNRd0cnj9GxE=',
      'zh:30457f36690c19307921885cc5e72b9dbeba369445815903acd5c39ac0e41e7a',
      // windows_arm64
      'h1:JJ+EJQ+sIN3XRmNmrSUnUQtR8i3P22z+AbtAf8O/cRE=',
      'zh:4cc271c795ff8ce6479ec2d11a8ba65a0a9ed6331def6693f4b9dccb6e662838'
    ]
  },
  {
    source:
      "HashiCorp's SHA256SUMS, as published lock files of public repositories name it, word for word the same in each; the h1 of linux_amd64 was computed again from an unpacked package",
    hashes: [
      // linux_amd64, darwin_arm64, windows_amd64, and one whose platform no source names; none is known for others.
      'h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0=',
      'h1:Ijt7pOlB7Tr7maGQIqtsLFbl7pSMIj06TVdkoSBcYOw=',
      'h1:H3mU/7URhP0uCRGK8jeQRKxx2XFzEqLiOq/L2Bbiaxs=',
      'h1:lcDxx0Nx+ifFqTBpxz8Un27O0s+I7UNJAr/rUpSqlig=',
      // Every platform, and the manifest of the registry, which is no package.
      'zh:054b8dd49f0549c9a7cc27d159e45327b7b65cf404da5e5a20da154b90b8a644',
      'zh:0b97bf8d5e03d15d83cc40b0530a1f84b459354939ba6f135a0086c20ebbe6b2',
      'zh:1589a2266af699cbd5d80737a0fe02e54ec9cf2ca54e7e00ac51c7359056f274',
      'zh:6330766f1d85f01ae6ea90d1b214b8b74cc8c1badc4696b165b36ddd4cc15f7b',
      'zh:7c8c2e30d8e55291b86fcb64bdf6c25489d538688545eb48fd74ad622e5d3862',
      'zh:99b1003bd9bd32ee323544da897148f46a527f622dc3971af63ea3e251596342',
      'zh:9b12af85486a96aedd8d7984b0ff811a4b42e3d88dad1a3fb4c0b580d04fa425',
      'zh:9f8b909d3ec50ade83c8062290378b1ec553edef6a447c56dadc01a99f4eaa93',
      'zh:aaef921ff9aabaf8b1869a86d692ebd24fbd4e12c21205034bb679b9caf883a2',
      'zh:ac882313207aba00dd5a76dbd572a0ddc818bb9cbf5c9d61b28fe30efaec951e',
      'zh:bb64e8aff37becab373a1a0cc1080990785304141af42ed6aa3dd4913b000421',
      'zh:dfe495f6621df5540d9c92ad40b8067376350b005c637ea6efac5dc15028add4',
      'zh:f0ddf0eaf052766cfe09dea8200a946519f653c384ab4336e2a4a64fdd6310e9',
      'zh:f1b7e684f4c7ae1eed272b6de7d2049bb87a0275cb04dbb7cda6636f600699c9',
      'zh:ff461571e3f233699bf690db319dfe46aec75e58726636a0d97dd9ac6e32fb70'
    ]
  }
]

/**
 * The releases of the AWS provider that a phase authorises, by version. The end-to-end tests were run with 5.100.0. Of
 * 6.66.0 only the attributes are known, from published typed bindings. Its hashes are not known, so the guard does not
 * fetch it: add them here as builds, with their source, as they stand above (docs/operator/provider-6.md).
 */
export const awsProviderReleases = {
  '5.100.0': { proof: 'proven by run', builds: aws_5_100_0 },
  '6.66.0': { proof: 'checked against its schema, not run', builds: [] }
} as const satisfies Readonly<Record<string, ProviderRelease>>
