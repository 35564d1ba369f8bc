import { Problem } from '../errors.ts';
import type { Group } from '../ports/datagrams.ts';
import type { Ports } from '../ports/index.ts';
import type { MulticastPlace } from './place.ts';

/** Joins the group on which receivers tell that they wait. Throws Problem ImgMulticastFailed. */
export async function joinGroup(
  { datagrams }: Pick<Ports, 'datagrams'>,
  place: MulticastPlace & { timeToLive: number },
  onMessage: (bytes: Uint8Array, from: string) => void,
): Promise<Group> {
  try {
    return await datagrams.join({ ...place, port: place.port + 1 }, onMessage);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Problem('ImgMulticastFailed', {
      detail: `The multicast group ${place.address} cannot be joined on port ${place.port + 1}: ${why}.`,
      remedy: 'Name the network interface that has a route for multicast (interface), or another address and port.',
      cause,
    });
  }
}
