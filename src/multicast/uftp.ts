/**
 * UFTP (uftp sends, uftpd receives), the tool that carries the bytes: one stream for all, what a receiver missed is sent
 * again. Facts from its manual: `-S` and `-F` name files to which it writes lines of fields with semicolons.
 */
import { Problem } from '../errors.ts';
import { type HeardProgram, startHeard } from '../ports/heard-program.ts';
import type { Ports } from '../ports/index.ts';
import type { Command } from '../ports/processes.ts';
import { dataAddress, type MulticastPlace } from './place.ts';

/** Authenticated encryption, and keys that nobody can make again later from what was recorded. */
const encryption = ['-Y', 'aes256-gcm', '-h', 'sha256', '-e', 'ecdh_rsa', '-K', '2048'];

export interface Sending extends MulticastPlace {
  encrypt: boolean;
  /** Bytes a second. */
  bandwidthLimit: number;
  timeToLive: number;
  /** Ids of the receivers; no other one takes part. */
  receivers: readonly string[];
  /** Becomes the record of the session. */
  statusFile: string;
  /** Absolute paths, sent one after the other under their last name. */
  files: readonly string[];
}

export function sendCommand(sending: Sending): Command {
  const { address, port, bandwidthLimit, timeToLive } = sending;
  return {
    program: 'uftp',
    arguments: [
      ...['-M', address, '-P', dataAddress(address), '-p', String(port), '-t', String(timeToLive)],
      ...(sending.interface === undefined ? [] : ['-I', sending.interface]),
      ...['-R', String(Math.max(1, Math.round((bandwidthLimit * 8) / 1000)))],
      ...(sending.encrypt ? encryption : []),
      // More tries, never in a hurry, before a receiver is given up: what is told is lost as easily as what is sent, and a
      // machine may be busy.
      ...['-s', '40', '-m', '10', '-r', '0.5:0.25:15', '-l', '-x', '1'],
      ...['-H', sending.receivers.join(','), '-S', sending.statusFile],
      ...sending.files,
    ],
  };
}

export interface Receiving extends MulticastPlace {
  id: string;
  /** Files that are whole lie in the one, others in the other. */
  doneFolder: string;
  partFolder: string;
  statusFile: string;
}

export function receiveCommand(receiving: Receiving): Command {
  const { address, port, id } = receiving;
  return {
    program: 'uftpd',
    arguments: [
      ...['-d', '-M', address, '-p', String(port), '-U', id, '-K', 'rsa:2048', '-x', '1'],
      ...(receiving.interface === undefined ? [] : ['-I', receiving.interface]),
      ...['-D', receiving.doneFolder, '-T', receiving.partFolder, '-F', receiving.statusFile],
    ],
  };
}

/** Which receivers have all of a file, by what the sender recorded. A name may hold what stands between the fields. */
export function receiversOf(record: string, fileName: string): ReadonlySet<string> {
  const rows = [...record.matchAll(/^RESULT;([^;\r\n]*);(.*);\d+KB;(?:copy|overwrite);[^;\r\n]*\r?$/gm)];
  return new Set(rows.filter(([, , file]) => file === fileName).map(([, id = '']) => id.toLowerCase()));
}

/** Names of the files that a receiver has whole, by what it recorded. A record that is still written may end anywhere. */
export function filesOf(record: string): ReadonlySet<string> {
  const rows = record.matchAll(
    /^RESULT;[^;\r\n]*;[^;\r\n]*;[^;\r\n]*;(.*);\d+KB;(?:copied|copy|overwritten|overwrite)\r?\n/gm,
  );
  return new Set([...rows].map(([, file = '']) => file));
}

/** Throws Problem ImgMulticastToolMissing. */
export async function startTool(ports: Pick<Ports, 'processes'>, command: Command): Promise<HeardProgram> {
  const running = await startHeard(ports, command);
  if (running !== undefined) return running;
  throw new Problem('ImgMulticastToolMissing', { detail: `${command.program} is not on this machine.` });
}
