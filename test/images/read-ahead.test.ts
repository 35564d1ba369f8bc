import { describe, expect, it } from 'vitest';
import type { WimBlob, WimFile, WimNames } from '../../src/formats/wim/types.ts';
import { readAhead } from '../../src/images/read-ahead.ts';

const packages = '\\Windows\\servicing\\Packages';
const update = 'Package_for_KB5040000~31bf3856ad364e35~amd64~~26100.1.1.0.mum';
const feature = 'Microsoft-Windows-Printing-Package~31bf3856ad364e35~amd64~~10.0.26100.1.mum';

/** Indexes with a hive and two manifests; contents lie in the file in the order of `stored`. */
function fileWith(indexes: { hive: string; manifest: string }[], stored: string[], solid = true) {
  const asked: string[] = [];
  const names = (index: number): WimNames => {
    const { hive = '', manifest = '' } = indexes[index - 1] ?? {};
    const entry = (name: string, sha1: string) => ({ name, sha1, directory: false });
    return {
      find: (path: string) => (path.endsWith('SOFTWARE') ? entry('SOFTWARE', hive) : undefined),
      list: (path: string) => (path === packages ? [entry(update, manifest), entry(feature, 'other')] : []),
    } as unknown as WimNames;
  };
  const blobs = new Map(stored.map((sha1) => [sha1, { sha1, solid } as WimBlob]));
  const order = (sha1s: Iterable<string>): string[] => stored.filter((sha1) => [...sha1s].includes(sha1));
  const wim = { header: { solid }, blobs, names, inStorageOrder: order } as unknown as WimFile;
  const readers = {
    registries: { read: () => expect.fail(), readFiles: ({ hive }: { hive: string }) => asked.push(hive) },
    manifests: { read: (sha1: string) => asked.push(sha1) },
  };
  const read = (wantsPackages: boolean): string[] => {
    readAhead(
      wim,
      [...indexes.keys()].map((at) => at + 1),
      { ...readers, packages: wantsPackages } as never,
    );
    return asked;
  };
  return { read };
}

describe('reading ahead', () => {
  const two = [
    { hive: 'hive 1', manifest: 'manifest 1' },
    { hive: 'hive 2', manifest: 'manifest 2' },
  ];

  it('goes through a solid file once, from its begin to its end', () => {
    const stored = ['manifest 2', 'hive 2', 'other', 'hive 1', 'manifest 1'];
    expect(fileWith(two, stored).read(true)).toEqual(['manifest 2', 'hive 2', 'hive 1', 'manifest 1']);
  });

  it('leaves out the manifests that nobody asks for', () => {
    expect(fileWith(two, ['manifest 1', 'hive 1', 'hive 2', 'manifest 2']).read(false)).toEqual(['hive 1', 'hive 2']);
  });

  it('leaves a file that is not solid to those who need it', () => {
    expect(fileWith(two, ['hive 1', 'hive 2'], false).read(true)).toEqual([]);
  });

  it('reads a content that two indexes share once', () => {
    const shared = { hive: 'hive', manifest: 'manifest' };
    expect(new Set(fileWith([shared, shared], ['hive', 'manifest']).read(true))).toEqual(new Set(['hive', 'manifest']));
  });
});
