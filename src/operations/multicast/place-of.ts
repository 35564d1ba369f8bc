import type { MulticastReceiveRequest, MulticastSendRequest } from '../../contract/generated/types.ts';
import { interfaceAddress, type MulticastPlace } from '../../multicast/place.ts';
import type { Context } from '../operation.ts';

/** Where both sides of a multicast meet, by their requests. Throws Problem ImgRequestInvalid. */
export function placeOf(
  { address = '239.255.77.20', port = 5044, interface: named }: MulticastSendRequest | MulticastReceiveRequest,
  { ports }: Context,
): MulticastPlace {
  return { address, port, interface: interfaceAddress(ports.datagrams, named) };
}
