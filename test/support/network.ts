import { spawnSync } from 'node:child_process'

const ASKED = ['--user', '--net', '--mount', 'true']

/** Whether this system lets its user make the namespaces of a network alone, as unshare(1) of util-linux finds it. */
export const isGiven = (): boolean => spawnSync('unshare', ASKED, { stdio: 'ignore' }).status === 0
