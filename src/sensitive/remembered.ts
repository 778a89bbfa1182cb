/**
 * The same function of a text, asked once for texts that come again and again, such as keys and action names. Only
 * speed tells it from the original. Long texts are not kept, and no more than 10,000 short ones.
 */
export const remembered = <A>(of: (text: string) => A): ((text: string) => A) => {
  const known = new Map<string, { readonly answer: A }>()
  return (text) => {
    const earlier = known.get(text)
    if (earlier !== undefined) return earlier.answer
    const answer = of(text)
    if (known.size >= 10_000) known.clear()
    if (text.length <= 200) known.set(text, { answer })
    return answer
  }
}
