import * as E from 'fp-ts/lib/Either.js'
import { type Secret, planted, plantsIn } from './planted.ts'

/** One answer of a port: the call, and how often it was made before. */
export type Answer = { readonly call: string; readonly time: number }

/** What is done to one answer: a text of it is planted, by its number, or the port fails with these words. */
export type Change = Answer & ({ readonly secret: Secret; readonly text: number } | { readonly failure: object })

type AnyFunction = (...args: ReadonlyArray<unknown>) => unknown

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** The answer as it is given, and where it was planted. */
const changed = (value: unknown, change: Change): readonly [given: unknown, at: string] => {
  if ('failure' in change) return [E.left(change.failure), 'fails']
  const plant = plantsIn(value, change.secret)[change.text]
  return plant === undefined ? [value, ''] : [plant.data, plant.at]
}

/**
 * The same ports, whose answers are looked at one by one before they are given, however they are wrapped; one of them is
 * changed. The project's own code, which is a port for the sake of the tests, is left as it is.
 */
export const plantedPorts = <A extends object>(real: A, own: ReadonlySet<string>, change?: Change) => {
  const counts = new Map<string, number>()
  const met: Array<Answer & { readonly value: unknown }> = []
  let where = ''
  const answer = (value: unknown, call: string): unknown => {
    const time = counts.get(call) ?? 0
    counts.set(call, time + 1)
    met.push({ call, time, value })
    if (change?.call !== call || change.time !== time) return wrapped(value, call)
    const [given, at] = changed(value, change)
    where = `${call}, time ${time}, ${at}`
    return wrapped(given, call)
  }
  const wrapped = (value: unknown, call: string): unknown => {
    if (own.has(call)) return value
    if (typeof value === 'function')
      return (...args: ReadonlyArray<unknown>): unknown => {
        const given = (value as AnyFunction)(...args)
        if (typeof given === 'function') return wrapped(given, call)
        return given instanceof Promise ? given.then((later: unknown) => answer(later, call)) : answer(given, call)
      }
    return isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, wrapped(one, `${call}.${name}`)]))
      : value
  }
  const ports = Object.fromEntries(
    Object.entries(real).map(([name, of]) => [name, typeof of === 'string' ? answer(of, name) : wrapped(of, name)])
  ) as A
  return { ports, met: () => met, where: () => where }
}

/** What a port may fail with, in every form that a failure has, with another kind of secret in each of its words. */
export const failures: ReadonlyArray<object> = Object.keys(planted).map((_, turn, kinds) => {
  const [path, message, why, what, cause] = kinds.map(
    (_kind, index) => planted[kinds[(index + turn) % kinds.length] ?? '']
  )
  const words = { message, why, what, cause, code: message, region: why, requestId: what, call: cause }
  const texts = Object.fromEntries(Object.entries(words).map(([name, secret]) => [name, secret?.text]))
  return { _tag: turn % 2 === 0 ? 'SystemRefused' : 'NotPrivate', path: `/x/${path?.text}`, ...texts }
})
