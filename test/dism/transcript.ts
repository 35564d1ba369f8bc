import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { collectOutput } from '../../src/dism/output-collector.ts';
import { requires } from '../helpers/requires.ts';

/** A real capture, if it is on this machine. Its first line names its source and is no part of it. */
export const transcript = (name: string) => requires.shared(`dism-transcripts/${name}`);

/** Bytes of a capture without its source line. */
export function captureBytes(path: string): Uint8Array {
  const bytes = readFileSync(path);
  return bytes.subarray(bytes.indexOf(10) + 1);
}

export function linesOf(text: string | Uint8Array): readonly string[] {
  const collector = collectOutput();
  collector.add(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  collector.end();
  return collector.lines;
}

export const captureLines = (path: string): readonly string[] => linesOf(captureBytes(path));

export const readGzip = (path: string): string => gunzipSync(readFileSync(path)).toString('utf8');
