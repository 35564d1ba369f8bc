import { describe, expect, it } from 'vitest';
import { readHead, writeHead } from '../../src/multicast/head.ts';
import { nodeSigning as signing } from '../../src/ports/signing.ts';

const key = signing.newKeyPair();
const head = { image: 'Windows 11', sourceVersion: 2, fileName: 'install.wim', size: 5, sha256: 'ab'.repeat(32) };

describe('what travels with an image', () => {
  it('is read as it was written, with the key that signed it', () => {
    const read = readHead(signing, writeHead(signing, head, key));

    expect(read).toEqual({ head, fingerprint: signing.fingerprintOf(key.publicKey) });
  });

  it.each([
    ['another size', { size: 6 }],
    ['another digest', { sha256: 'cd'.repeat(32) }],
    ['another name', { fileName: 'other.wim' }],
    ['an older version', { sourceVersion: 1 }],
  ])('is refused when it was changed: %s', (_what, change) => {
    const changed = JSON.parse(writeHead(signing, head, key));
    Object.assign(changed.head, change);

    expect(() => readHead(signing, JSON.stringify(changed))).toThrow(
      expect.objectContaining({ id: 'ImgMulticastInvalid' }),
    );
  });

  it.each([
    '../install.wim',
    'a\\b.wim',
    'C:\\x.wim',
    '..',
    'nul.wim',
    'x.wim.',
    '',
    'imgupdate-multicast.json',
    'a:b',
  ])('is refused with the file name %j, although it is signed', (fileName) => {
    const text = writeHead(signing, { ...head, fileName }, key);

    expect(() => readHead(signing, text)).toThrow(expect.objectContaining({ id: 'ImgMulticastInvalid' }));
  });

  it.each(['', '{', 'null', '[]', '{"head":{}}', '{"head":null,"publicKey":"","signature":""}'])(
    'is refused: %j',
    (text) => {
      expect(() => readHead(signing, text)).toThrow(expect.objectContaining({ id: 'ImgMulticastInvalid' }));
    },
  );
});
