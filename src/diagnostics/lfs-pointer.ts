/** The first line of a pointer of Git LFS, which stands where its file was not fetched. Source: Git LFS, specification. */
const FIRST = 'version https://git-lfs.github.com/spec/v1\n'

/** Whether a text is a pointer of Git LFS in the place of a file. */
export const isLfsPointer = (text: string): boolean => text.startsWith(FIRST)

/** The same of bytes. */
export const areLfsPointer = (bytes: Uint8Array): boolean =>
  new TextEncoder().encode(FIRST).every((byte, index) => byte === bytes[index])

/** What is said of a file that lies in Git LFS. A file that is reviewed belongs into git itself. */
export const lfsPointer = (path: string): { readonly actual: string; readonly remedy: string } => ({
  actual: `a pointer of Git LFS in the place of ${path}`,
  remedy:
    'Fetch the file itself: git lfs pull. Then remove its pattern from .gitattributes, because a review shows the pointer alone, and commit the file: git add --renormalize . && git commit'
})
