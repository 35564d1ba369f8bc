import type { Socket } from 'node:dgram';

/** Where and how a socket listens to a multicast group (IPv4). */
export interface GroupPlace {
  address: string;
  port: number;
  /** IPv4 address of the interface; left out: the system's choice. */
  interface?: string | undefined;
  timeToLive: number;
}

export interface Group {
  /** Sends to all in the group; what the network loses is lost. */
  send(bytes: Uint8Array): void;
  close(): Promise<void>;
}

/** Datagrams to and from a multicast group. */
export interface Datagrams {
  /**
   * Joins the group. `onMessage` gets what others send, from whatever sender: nothing of it may be believed. Throws the
   * platform's error (EADDRINUSE, ENODEV, EADDRNOTAVAIL) when the group cannot be joined.
   */
  join(place: GroupPlace, onMessage: (bytes: Uint8Array, from: string) => void): Promise<Group>;
  /** The IPv4 addresses of this machine by the name of their interface. */
  interfaces(): { name: string; address: string }[];
}

/** `Datagrams` over the platform, loaded when it is used. */
export const nodeDatagrams: Datagrams = {
  async join(place, onMessage) {
    const { createSocket } = process.getBuiltinModule('node:dgram');
    const socket = createSocket({ type: 'udp4', reuseAddr: true });
    try {
      await bound(socket, place.port);
      socket.addMembership(place.address, place.interface);
      if (place.interface !== undefined) socket.setMulticastInterface(place.interface);
      socket.setMulticastTTL(place.timeToLive);
      // Receivers may be on the machine of the sender.
      socket.setMulticastLoopback(true);
    } catch (error) {
      socket.close();
      throw error;
    }
    socket.on('message', (bytes, { address }) => onMessage(bytes, address));
    // An error of one datagram (no route for a moment) is a datagram that is lost.
    socket.on('error', () => undefined);
    return {
      send: (bytes) => socket.send(bytes, place.port, place.address, () => undefined),
      close: () => new Promise((resolve) => socket.close(() => resolve())),
    };
  },
  interfaces() {
    const { networkInterfaces } = process.getBuiltinModule('node:os');
    return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
      addresses.filter(({ family }) => family === 'IPv4').map(({ address }) => ({ name, address })),
    );
  },
};

function bound(socket: Socket, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, () => {
      socket.off('error', reject);
      resolve();
    });
  });
}
