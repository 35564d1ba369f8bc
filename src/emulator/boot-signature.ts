import { createPrivateKey, sign } from 'node:crypto';
import type { NewDigest } from '../formats/bytes.ts';
import { digestOf } from '../formats/digest-of.ts';
import { type BootAuthority, rehearsalAuthorities, rehearsalKey } from './rehearsal-authorities.ts';

/** A signature (Authenticode, PKCS #7) over the digest of a program, under an authority of rehearsals. Always the same bytes. */
export function bootSignature(sha256: string, authority: BootAuthority, newDigest: NewDigest): Uint8Array {
  const { authority: issuer, signer } = rehearsalAuthorities[authority];
  const [issuerBytes, signerBytes] = [issuer, signer].map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer];
  const digestInfo = sequence(sha256Algorithm, octets(Buffer.from(sha256, 'hex')));
  const content = sequence(sequence(oid('1.3.6.1.4.1.311.2.1.15'), imageData), digestInfo);
  const signed = digestOf(newDigest, 'sha256', content.subarray(headerBytes(content)));
  const attributes = [
    sequence(oid('1.2.840.113549.1.9.3'), tagged(0x31, oid(indirectData))),
    sequence(oid('1.2.840.113549.1.9.4'), tagged(0x31, octets(Buffer.from(signed, 'hex')))),
  ];
  const key = createPrivateKey({ key: Buffer.from(rehearsalKey, 'base64'), format: 'der', type: 'pkcs1' });
  const signature = sign('sha256', tagged(0x31, ...attributes), key);
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(signerBytes),
    sha256Algorithm,
    tagged(0xa0, ...attributes),
    sequence(oid('1.2.840.113549.1.1.1'), Buffer.of(5, 0)),
    octets(signature),
  );
  const body = sequence(
    integer(1),
    tagged(0x31, sha256Algorithm),
    sequence(oid(indirectData), tagged(0xa0, content)),
    tagged(0xa0, issuerBytes, signerBytes),
    tagged(0x31, signerInfo),
  );
  return Uint8Array.from(sequence(oid('1.2.840.113549.1.7.2'), tagged(0xa0, body)));
}

const indirectData = '1.3.6.1.4.1.311.2.1.4';

/** Issuer and serial number of a certificate, as it has them itself. */
function issuerAndSerial(certificate: Buffer): Buffer {
  const body = inside(inside(certificate));
  // Version, serial number, algorithm, issuer.
  const [, serial, , issuer] = partsOf(body) as [Buffer, Buffer, Buffer, Buffer];
  return sequence(issuer, serial);
}

function partsOf(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length && parts.length < 4; ) {
    const part = bytes.subarray(at);
    const whole = part.subarray(0, headerBytes(part) + lengthOf(part));
    parts.push(whole);
    at += whole.length;
  }
  return parts;
}

function inside(value: Buffer): Buffer {
  const header = headerBytes(value);
  return value.subarray(header, header + lengthOf(value));
}

function headerBytes(value: Buffer): number {
  const first = value[1] ?? 0;
  return first < 0x80 ? 2 : 2 + (first & 0x7f);
}

function lengthOf(value: Buffer): number {
  const first = value[1] ?? 0;
  return first < 0x80 ? first : value.readUIntBE(2, first & 0x7f);
}

function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), body]);
}

function sequence(...parts: Uint8Array[]): Buffer {
  return tagged(0x30, ...parts);
}

function octets(bytes: Uint8Array): Buffer {
  return tagged(0x04, bytes);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.of(value));
}

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...others] = text.split('.').map(Number);
  const groups = others.map((value) => {
    const digits = [value & 0x7f];
    for (let rest = value >>> 7; rest > 0; rest >>>= 7) digits.unshift(0x80 | (rest & 0x7f));
    return digits;
  });
  return tagged(0x06, Buffer.of(40 * first + second, ...groups.flat()));
}

/** SpcPeImageData without flags and with an empty file name, as every tool writes it. */
const imageData = sequence(Buffer.of(0x03, 1, 0), tagged(0xa0, tagged(0xa2, Buffer.of(0x80, 0))));
const sha256Algorithm = sequence(oid('2.16.840.1.101.3.4.2.1'), Buffer.of(5, 0));
