import { Problem } from '../errors.ts';
import type { Datagrams } from '../ports/datagrams.ts';

/** Where both sides of a multicast meet. */
export interface MulticastPlace {
  /** IPv4, 224.0.0.0 to 239.255.255.255. */
  address: string;
  /** Of the data; greetings use the next one. */
  port: number;
  /** IPv4 address of the interface. */
  interface: string | undefined;
}

/** The address of the data: the one after that on which both sides meet. */
export function dataAddress(address: string): string {
  const parts = address.split('.').map(Number);
  parts[3] = ((parts[3] ?? 0) + 1) % 256;
  return parts.join('.');
}

/** The address of the interface that the caller named. Throws Problem ImgRequestInvalid. */
export function interfaceAddress(datagrams: Datagrams, named: string | undefined): string | undefined {
  if (named === undefined) return undefined;
  const all = datagrams.interfaces();
  const found = all.find(({ name, address }) => name === named || address === named);
  if (found !== undefined) return found.address;
  const known = [...new Set(all.map(({ name, address }) => `${name} (${address})`))].join(', ');
  throw new Problem('ImgRequestInvalid', {
    detail: `This machine has no network interface ${JSON.stringify(named)}; it has ${known || 'none with an IPv4 address'}.`,
    errors: [{ pointer: '/interface', message: 'is no interface of this machine' }],
  });
}
