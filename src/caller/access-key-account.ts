const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * The account that an access key id was made for, where the id tells. AWS does not document it, so it is only ever a
 * reason to refuse. Undefined for ids of the older kind (fifth character I or J) and for anything else that tells nothing.
 */
export const accountOfKey = (accessKeyId: string): string | undefined => {
  if (!/^A[KS]IA[A-HK-Z2-7][A-Z2-7]{15}$/.test(accessKeyId)) return undefined
  const bits = [...accessKeyId.slice(4, 14)].reduce((sum, letter) => sum * 32n + BigInt(ALPHABET.indexOf(letter)), 0n)
  return (((bits >> 2n) & 0x7fffffffff80n) >> 7n).toString().padStart(12, '0')
}
