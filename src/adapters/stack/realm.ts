/** Names through which code in this thread reaches out of it and that nothing needs once all modules are loaded. */
const doors = 'process global fetch WebSocket EventSource navigator crypto performance console WebAssembly'.split(' ')

/**
 * A second wall behind the judgement of the source: from here on no code of this thread finds the process, the network
 * or a compiler under a name, none is made from text through a function's constructor, and a function does not show
 * its source, which is not the same on every Node.
 */
export const closeRealm = (): void => {
  for (const name of doors) Reflect.deleteProperty(globalThis, name)
  for (const kind of [() => {}, function* () {}, async () => {}, async function* () {}])
    Reflect.deleteProperty(Object.getPrototypeOf(kind) as object, 'constructor')
  Reflect.set(Function.prototype, 'toString', () => 'function')
}
