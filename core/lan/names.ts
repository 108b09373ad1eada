import { hostname, networkInterfaces } from 'node:os';

export type OwnNames = { hostnames: string[]; addresses: string[] };

/** How this machine can be called on its network now: addresses come and go. IPv4 only, as the listener is. */
export function ownNames(host = hostname(), interfaces = networkInterfaces()): OwnNames {
  const name = host.toLowerCase();
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name);
  return {
    hostnames: isName ? [name, ...(name.includes('.') ? [] : [`${name}.local`])] : [],
    addresses: Object.values(interfaces)
      .flatMap((each) => each ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => address),
  };
}

/** Whether a Host header names this machine at `port`; a name that only resolves here (DNS rebinding) does not. */
export function isOwnLanHost(host: string, port: number, names: OwnNames): boolean {
  const found = /^([^:]+)(?::(\d{1,5}))?$/.exec(host.toLowerCase());
  if (found === null || Number(found[2] ?? 443) !== port) return false;
  const known = ['127.0.0.1', 'localhost', ...names.hostnames, ...names.addresses];
  return known.includes(found[1] ?? '');
}
