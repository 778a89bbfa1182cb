import { commandLine } from '../../../../caller/shell.ts'
import type { Wanted } from '../../../../backend/wanted.ts'
import { digestId } from '../../../../iam/stack-names.ts'

/** Gives the lock table the digest of a state, in one command that does nothing where the item is not as it was seen. */
export const giveDigest = (
  { declaration, table }: Pick<Wanted, 'declaration' | 'table'>,
  md5: string,
  seen: string | undefined
): string =>
  commandLine([
    ...['aws', 'dynamodb', 'put-item', '--region', declaration.region.aws, '--table-name', table.name],
    ...['--item', JSON.stringify({ LockID: { S: digestId(declaration) }, Digest: { S: md5 } })],
    ...(seen === undefined
      ? ['--condition-expression', 'attribute_not_exists(LockID)']
      : [
          ...['--condition-expression', 'Digest = :seen'],
          ...['--expression-attribute-values', JSON.stringify({ ':seen': { S: seen } })]
        ])
  ])

const inBase64 = (hex: string): string =>
  btoa(hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))))

/** Whether a digest says the same MD5 in other signs: capitals, spaces around it, or Base64, as S3 writes an MD5. */
export const isSameMd5 = (digest: string, md5: string): boolean => {
  const text = digest.trim()
  return text.toLowerCase() === md5 || text === inBase64(md5)
}
