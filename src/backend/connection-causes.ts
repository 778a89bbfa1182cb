import { type Cause, coded, said } from './failure-cause.ts'

/** What stands between this machine and AWS, by what the system or the proxy says. Source: Node.js, "Errors", "Common system errors". */
export const connections: ReadonlyArray<Cause> = [
  coded(
    'Unreachable',
    ['ENOTFOUND', 'EAI_AGAIN'],
    () =>
      'Check the network of this machine, its VPN and its DNS, which does not know the name. Where a proxy alone resolves names, name it: --proxy http://HOST:PORT'
  ),
  coded(
    'Unreachable',
    ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL'],
    () =>
      'Check the network of this machine and its VPN. A machine that has IPv6 alone reaches these hosts through NAT64 or through a proxy that has IPv4: --proxy http://HOST:PORT'
  ),
  coded(
    'Unreachable',
    ['ECONNREFUSED'],
    () => 'Start the proxy that --proxy names, or correct its host and port: nothing listens there.'
  ),
  coded(
    'Unreachable',
    ['EPROTO'],
    () => 'Name the proxy as it listens, with http:// where it speaks no TLS itself: --proxy http://HOST:PORT'
  ),
  coded(
    'Unreachable',
    ['EMFILE', 'ENFILE'],
    () => 'Let this shell open more files, and run this again: ulimit -n 1024'
  ),
  said(
    'NotTrusted',
    /expired|not yet valid/i,
    () =>
      'Check the clock of this machine. If it is right, ask who runs the network for the authority that signs here, and name it: --ca-bundle FILE'
  ),
  said(
    'ProxyRefused',
    /status 407$/,
    () =>
      'Run a relay on this machine, such as cntlm or px, that adds the user and the password. Name the relay: --proxy http://127.0.0.1:3128'
  )
]
