import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arraySource } from '../../src/formats/array-source.ts';
import type { DigestAlgorithm } from '../../src/formats/bytes.ts';
import { openCab } from '../../src/formats/cab/open.ts';
import { checkSignature } from '../../src/packages/authenticode.ts';
import { signaturePlace, signedBytes } from '../../src/packages/cab-signature.ts';
import { microsoftRoots, type PinnedRoot } from '../../src/packages/microsoft-roots.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { cab, tools } from './made-package.ts';
import { sampleRoot, sampleSignature, signedDigest } from './sample-signature.ts';

const now = new Date('2026-01-01T00:00:00Z');

async function check(bytes: Uint8Array, options: { roots?: readonly PinnedRoot[]; now?: Date } = {}) {
  const source = arraySource(bytes);
  const place = signaturePlace(openCab(source, tools), source.size);
  if (place === undefined) return undefined;
  const digestOf = async (algorithm: DigestAlgorithm) => {
    const digest = newDigest(algorithm);
    for (const piece of signedBytes(source, place)) digest.update(piece);
    return digest.hex();
  };
  const signature = source.read(place.offset, place.length);
  return checkSignature(signature, { newDigest, roots: microsoftRoots, now, digestOf, ...options });
}

it.each(microsoftRoots)('$name has its thumbprint', ({ certificate, sha256 }) => {
  const { raw, subject } = new X509Certificate(Buffer.from(certificate, 'base64'));

  expect(createHash('sha256').update(raw).digest('hex')).toBe(sha256);
  expect(subject).toMatch(/microsoft/i);
});

it('finds no signature in a cabinet that has none', async () => {
  expect(await check(cab({ a: 'b' }))).toBeUndefined();
});

describe.each([
  ['2011', 'msu-samples/Windows6.1-KB2584475-x64.msu', '2011-09-21T11:06:49.000Z'],
  ['2015', 'msu-samples/Windows6.1-KB2999226-x64.msu', '2015-07-21T17:39:20.000Z'],
])('a real update of %s', (_year, path, signedAt) => {
  const sample = requires.shared(path);
  const bytes = sample.available ? new Uint8Array(readFileSync(sample.path)) : new Uint8Array(0);

  it.skipIf(anyMissing(sample))(titled('was signed by Microsoft under a pinned root', sample), async () => {
    expect(await check(bytes)).toEqual({
      present: true,
      verified: true,
      reason: '',
      publisher: 'Microsoft Corporation',
      signer: 'Microsoft Corporation',
      digestAlgorithm: 'sha1',
      signedAt,
      chain: 'trusted',
      root: 'Microsoft Root Certificate Authority',
    });
  });

  it.skipIf(anyMissing(sample)).each([30, 5000, 200_000])(
    titled('is refused when byte %i is another', sample),
    async (at) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;

      const found = await check(changed).catch(() => ({ verified: false }));

      expect(found?.verified).toBe(false);
    },
  );

  it.skipIf(anyMissing(sample))(titled('says nothing sure without the root', sample), async () => {
    expect(await check(bytes, { roots: [] })).toMatchObject({ verified: null, chain: 'incomplete', signedAt: null });
  });

  it.skipIf(anyMissing(sample))(titled('does not trust a root that has not its thumbprint', sample), async () => {
    const roots = microsoftRoots.map((root) => ({ ...root, sha256: root.sha256.replace(/^./, '0') }));

    expect(await check(bytes, { roots })).toMatchObject({ verified: null, chain: 'incomplete' });
  });

  it.skipIf(anyMissing(sample))(titled('survives damage anywhere in its signature', sample), async () => {
    const start = Buffer.from(bytes.buffer, 44, 4).readUInt32LE();
    for (let at = start; at < bytes.length; at += 997) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const found = await check(changed);
      expect(found?.present).toBe(true);
      if (found?.verified === true) expect(found.publisher).toBe('Microsoft Corporation');
    }
  });
});

describe.each(['countersigned', 'stamped'] as const)('a signature whose time is %s', (form) => {
  const late = new Date('2036-01-01T00:00:00Z');
  const checked = (bytes: Uint8Array, roots = [sampleRoot]) =>
    checkSignature(bytes, { newDigest, roots, now: late, digestOf: async () => signedDigest });

  it('holds after its certificate has run out', async () => {
    expect(await checked(sampleSignature(form))).toMatchObject({
      verified: true,
      chain: 'trusted',
      signedAt: '2025-06-10T17:00:00.000Z',
    });
  });

  it('does not hold when the authority is not trusted either', async () => {
    expect(await checked(sampleSignature(form), [])).toMatchObject({ verified: false, signedAt: null });
  });

  it('never holds with a changed byte, but where nothing is signed', async () => {
    const bytes = sampleSignature(form);
    let refused = 0;
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const { verified, signedAt, publisher } = await checked(changed);
      if (verified === true)
        expect([signedAt, publisher]).toEqual(['2025-06-10T17:00:00.000Z', 'Microsoft Corporation']);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(bytes.length / 7 / 2);
  });
});

const openssl = requires.tool('openssl');
const signer = requires.tool('osslsigncode');

describe.skipIf(anyMissing(openssl, signer))(titled('a cabinet signed under another root', openssl, signer), () => {
  let folder: string;
  let root: PinnedRoot;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imgupdate-test-'));
    const run = (...args: string[]) => execFileSync(openssl.path, args, { cwd: folder, stdio: 'ignore' });
    const subject = '/O=Microsoft Corporation/CN=Somebody Else';
    const purpose = ['-addext', 'extendedKeyUsage=codeSigning', '-addext', 'basicConstraints=critical,CA:true'];
    const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '3650'];
    run('req', '-x509', '-sha256', '-subj', subject, ...made, ...purpose);
    const { raw } = new X509Certificate(readFileSync(join(folder, 'cert.pem')));
    const sha256 = createHash('sha256').update(raw).digest('hex');
    root = { name: 'Test', sha256, certificate: raw.toString('base64') };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function signed(hash: string): Uint8Array {
    writeFileSync(join(folder, 'in.cab'), cab({ 'update.mum': 'x'.repeat(100_000), b: 'c' }));
    rmSync(join(folder, 'out.cab'), { force: true });
    const keys = ['-certs', 'cert.pem', '-key', 'key.pem', '-h', hash];
    execFileSync(signer.path, ['sign', ...keys, '-in', 'in.cab', '-out', 'out.cab'], { cwd: folder, stdio: 'ignore' });
    return new Uint8Array(readFileSync(join(folder, 'out.cab')));
  }

  it.each(['sha1', 'sha256'])('is genuine and not trusted (%s)', async (hash) => {
    expect(await check(signed(hash), { now: new Date() })).toMatchObject({
      present: true,
      verified: false,
      digestAlgorithm: hash,
      chain: 'untrusted',
      root: null,
      reason: expect.stringContaining('not trusted'),
    });
  });

  it('is trusted where its root is', async () => {
    expect(await check(signed('sha256'), { roots: [root], now: new Date() })).toMatchObject({
      verified: true,
      chain: 'trusted',
      root: 'Test',
    });
  });

  it('is not trusted once its certificate has run out, without a time stamp', async () => {
    const later = new Date(Date.now() + 20 * 365 * 86_400_000);

    expect(await check(signed('sha256'), { roots: [root], now: later })).toMatchObject({
      verified: false,
      reason: expect.stringContaining('was not valid'),
    });
  });

  it('does not survive one changed byte', async () => {
    const changed = signed('sha256');
    changed[120] = (changed[120] ?? 0) ^ 1;

    expect(await check(changed, { roots: [root], now: new Date() })).toMatchObject({
      verified: false,
      reason: 'the file was changed after signing',
    });
  });
});

it.each(['', 'not a signature', '\x30\x80\x30\x80'])('does not take %j for a signature', async (text) => {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const digestOf = async () => '';

  expect(await checkSignature(bytes, { newDigest, roots: [], now, digestOf })).toMatchObject({
    present: true,
    verified: false,
  });
});
