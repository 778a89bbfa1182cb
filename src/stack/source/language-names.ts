/**
 * The names of JavaScript that a stack may use. They are values and functions that give the same for the same
 * arguments, everywhere. Of the second kind, only the listed members.
 */
export const pureValues: ReadonlyArray<string> = ['undefined', 'NaN', 'Infinity', 'String', 'Number', 'Boolean']

export const pureMembers: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ['Array', ['from', 'isArray', 'of']],
  ['Object', ['entries', 'freeze', 'fromEntries', 'keys', 'values']]
])

/** The allowed names as an error lists them. */
export const pureNames: ReadonlyArray<string> = [
  ...pureValues,
  ...[...pureMembers].flatMap(([name, members]) => members.map((member) => `${name}.${member}`)),
  'throw new Error'
]

/** What a declaration must not depend on, and the names that reach it. */
const reaches: Readonly<Record<string, string>> = {
  'the environment and the process': 'process navigator Navigator localStorage sessionStorage Storage',
  'the clock':
    'Date performance Performance PerformanceObserver Temporal ' +
    'setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate',
  randomness: 'crypto Crypto CryptoKey SubtleCrypto Math',
  'the network': 'fetch Request Response Headers FormData WebSocket EventSource',
  'the terminal': 'console',
  'other modules': 'require module exports __filename __dirname',
  'every global name': 'globalThis global',
  'code made from text': 'eval Function WebAssembly constructor',
  'the language and the time zone of the machine': 'Intl'
}

const reachByName = new Map(
  Object.entries(reaches).flatMap(([reach, names]) => names.split(' ').map((name) => [name, reach] as const))
)

/** What the name reaches, where it reaches out of the program. */
export const reachOf = (name: string): string | undefined => reachByName.get(name)

const others =
  'AbortController AbortSignal AggregateError ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array ' +
  'BigUint64Array Blob BroadcastChannel Buffer ByteLengthQueuingStrategy CloseEvent CompressionStream ' +
  'CountQueuingStrategy CustomEvent DOMException DataView DecompressionStream DisposableStack Error EvalError Event ' +
  'EventTarget File FinalizationRegistry Float16Array Float32Array Float64Array Int16Array Int32Array Int8Array ' +
  'Iterator JSON Map MessageChannel MessageEvent MessagePort PerformanceEntry PerformanceMark PerformanceMeasure ' +
  'PerformanceObserverEntryList PerformanceResourceTiming Promise Proxy RangeError ReadableByteStreamController ' +
  'ReadableStream ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableStreamDefaultController ' +
  'ReadableStreamDefaultReader ReferenceError Reflect RegExp Set SharedArrayBuffer SuppressedError Symbol ' +
  'SyntaxError TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream ' +
  'TransformStreamDefaultController TypeError URIError URL URLPattern URLSearchParams Uint16Array Uint32Array ' +
  'Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WritableStream WritableStreamDefaultController ' +
  'WritableStreamDefaultWriter __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ ' +
  'arguments atob btoa decodeURI decodeURIComponent encodeURI encodeURIComponent escape gc hasOwnProperty isFinite ' +
  'isNaN isPrototypeOf parseFloat parseInt propertyIsEnumerable queueMicrotask structuredClone toLocaleString ' +
  'toString unescape valueOf'

/**
 * Every name that a module can use without declaring it, on any Node that is supported. A stack may not declare one of
 * them, so that whoever reads it knows what a name means without looking for declarations.
 */
export const globalNames: ReadonlySet<string> = new Set([
  ...pureValues,
  ...pureMembers.keys(),
  ...reachByName.keys(),
  ...others.split(' ')
])
