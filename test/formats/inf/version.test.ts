import { expect, it } from 'vitest';
import { isDriverInf, readInfVersion } from '../../../src/formats/inf/version.ts';

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const wide = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

it.each<[what: string, bytes: Uint8Array, isDriver: boolean, catalogs: string[]]>([
  ['a driver', ascii('[Version]\r\nSignature="$Windows NT$"\r\nCatalogFile=a.cat\r\n'), true, ['a.cat']],
  ['one in UTF-16', wide('[version]\nsignature = "$CHICAGO$"\ncatalogfile = a.cat ; signed\n'), true, ['a.cat']],
  [
    'catalogs of several systems',
    ascii('[Version]\nSignature=$Chicago$\nCatalogFile.NTamd64=64.cat\nCatalogFile.ntx86=32.cat'),
    true,
    ['64.cat', '32.cat'],
  ],
  ['names in another section', ascii('[Version]\nSignature="$Windows NT$"\n[x]\nCatalogFile=a.cat'), true, []],
  ['a comment', ascii('[Version]\n;Signature="$Windows NT$"'), false, []],
  ['autorun.inf', ascii('[autorun]\nopen=setup.exe'), false, []],
  ['nothing', ascii(''), false, []],
])('reads %s', (_what, bytes, isDriver, catalogs) => {
  const version = readInfVersion(bytes);

  expect([isDriverInf(version), version.catalogs]).toEqual([isDriver, catalogs]);
});

it('takes a file of noise in bounded time', () => {
  const noise = Uint8Array.from({ length: 500_000 }, (_, at) => (at * 7919) % 251);

  expect(readInfVersion(noise).catalogs).toEqual([]);
});
