import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Makes identifiers: UUIDv7, so that sorting by id is sorting by time of creation. */
export interface Ids {
  next(): string;
  /** Unpredictable bytes, for GUIDs inside files. */
  bytes(length: number): Uint8Array;
}

/** UUIDv7 (RFC 9562 5.7) from `clock` and the system's random source; ids of one millisecond keep their order. */
export function systemIds(clock: Clock): Ids {
  let lastTime = 0;
  let sequence = 0;

  return {
    next() {
      const time = Math.max(clock.now().getTime(), lastTime);
      sequence = time === lastTime ? sequence + 1 : 0;
      lastTime = time;
      return format(time, sequence);
    },
    bytes: (length) => randomBytes(length),
  };
}

function format(time: number, sequence: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes.writeUInt16BE(0x7000 | (sequence & 0xfff), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
