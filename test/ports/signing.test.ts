import { expect, it } from 'vitest';
import { nodeSigning as signing } from '../../src/ports/signing.ts';

/** RFC 8032, section 7.1, test 1: a key and its signature of nothing. */
const published = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const signature =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';
const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const publicKey = base64(`302a300506032b6570032100${published}`);

it('verifies as the standard has it', () => {
  expect(signing.verify(Buffer.of(), base64(signature), publicKey)).toBe(true);
  expect(signing.verify(Buffer.of(0), base64(signature), publicKey)).toBe(false);
});

it('signs what its own public key verifies, and no other', () => {
  const [one, two] = [signing.newKeyPair(), signing.newKeyPair()];
  const signed = signing.sign(Buffer.from('text'), one.privateKey);

  expect(signing.publicKeyOf(one.privateKey)).toBe(one.publicKey);
  expect(signing.verify(Buffer.from('text'), signed, one.publicKey)).toBe(true);
  expect(signing.verify(Buffer.from('text'), signed, two.publicKey)).toBe(false);
  expect(signing.fingerprintOf(one.publicKey)).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ['no key', ''],
  ['a key of another kind', base64('3059301306072a8648ce3d020106082a8648ce3d030107034200')],
])('says no for %s', (_, key) => {
  expect(signing.verify(Buffer.of(), base64(signature), key)).toBe(false);
});
