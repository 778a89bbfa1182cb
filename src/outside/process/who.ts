import { hostname, userInfo } from 'node:os'

/**
 * The user and the host as OpenTofu writes them into a lock. A name that the system does not know is left out. Source:
 * OpenTofu 1.12, statemgr.NewLockInfo.
 */
export const whoIsHere = (
  nameOfUser: () => string = () => userInfo().username,
  nameOfHost: () => string = hostname
): string => {
  try {
    return `${nameOfUser()}@${nameOfHost()}`
  } catch {
    return `@${nameOfHost()}`
  }
}
