import { readFileSync } from 'node:fs'

/**
 * The users who may change everything: the administrator. In the network of a sandbox an ordinary user sees all others as one
 * and the same, the administrator too. That one counts there, and elsewhere it never does. `isSandbox` says whether this is
 * one; `uidMap` and `overflowUid` are what the system has of this process. Source: user_namespaces(7).
 */
export const administrators = (isSandbox: boolean, uidMap: string, overflowUid: string): ReadonlyArray<number> => {
  const isMapped = uidMap.split('\n').some((row) => row.trim().startsWith('0 '))
  return isSandbox && uidMap !== '' && !isMapped ? [0, Number(overflowUid)] : [0]
}

const ofSystem = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Those of this process. They are read once, since none of it changes while a process lives. */
export const ADMINISTRATORS = administrators(
  Boolean(process.env['ZENTHEA_SANDBOX']),
  ofSystem('/proc/self/uid_map'),
  ofSystem('/proc/sys/kernel/overflowuid')
)
