import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bootAuthorities } from '../../src/boot/authorities.ts';
import { bootSignature } from '../../src/emulator/boot-signature.ts';
import { rehearsalAuthorities } from '../../src/emulator/rehearsal-authorities.ts';
import { checkAuthority } from '../../src/packages/authenticode.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { sampleSignature, signedDigest } from './sample-signature.ts';

const digest = 'ab'.repeat(32);
const digestOf = () => digest;
const signature = bootSignature(digest, '2023', newDigest);
const name = 'Windows UEFI CA 2023';
const sha1 = createHash('sha1').update(Buffer.from(rehearsalAuthorities[2023].authority, 'base64')).digest('hex');

describe('who issued the certificate of a signature', () => {
  it('is verified where the certificate has the thumbprint that is known', async () => {
    const found = await checkAuthority(signature, { newDigest, known: [{ name, sha1 }], digestOf });
    expect(found).toEqual({ issuer: name, signer: 'ImgUpdate Rehearsal', proof: 'verified', reason: '' });
  });

  it('is a name alone where it has another one', async () => {
    const found = await checkAuthority(signature, { newDigest, known: bootAuthorities, digestOf });
    expect(found).toMatchObject({
      issuer: name,
      proof: 'name-only',
      reason: expect.stringMatching(/only bears the name/),
    });
  });

  it.each([
    ['2011', 'Microsoft Windows Production PCA 2011'],
    ['2023', name],
  ] as const)('of %s is %s', async (authority, issuer) => {
    const bytes = bootSignature(digest, authority, newDigest);
    expect(await checkAuthority(bytes, { newDigest, known: bootAuthorities, digestOf })).toMatchObject({ issuer });
  });

  it('is broken where the file was changed', async () => {
    const found = await checkAuthority(signature, { newDigest, known: [{ name, sha1 }], digestOf: () => signedDigest });
    expect(found).toMatchObject({ issuer: name, proof: 'broken', reason: 'the file was changed after signing' });
  });

  it('is broken where the signature is not that of its certificate', async () => {
    const changed = signature.slice();
    changed[changed.length - 5] = (changed[changed.length - 5] ?? 0) ^ 1;
    const found = await checkAuthority(changed, { newDigest, known: [{ name, sha1 }], digestOf });
    expect(found).toMatchObject({ proof: 'broken' });
  });

  it('of another signer is told, and is no authority of boot files', async () => {
    const found = await checkAuthority(sampleSignature('stamped'), {
      ...{ newDigest, known: bootAuthorities },
      digestOf: () => signedDigest,
    });
    expect(found).toMatchObject({ issuer: 'Root', proof: 'name-only' });
  });

  it('of bytes that are none is broken', async () => {
    const found = await checkAuthority(new Uint8Array(50), { newDigest, known: bootAuthorities, digestOf });
    expect(found).toMatchObject({ issuer: null, proof: 'broken' });
  });
});
