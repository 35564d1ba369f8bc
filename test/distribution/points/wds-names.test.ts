/** Which install images an image becomes, and how one version takes the place of another. */
import { describe, expect, it } from 'vitest';
import {
  changeOver,
  formerName,
  retired,
  storedFile,
  versionOf,
  wantedImages,
} from '../../../src/distribution/points/wds/names.ts';

const indexes = [
  { index: 1, name: 'Pro' },
  { index: 3, name: 'Enterprise' },
];

describe('the install images of an image', () => {
  it.each<[string, Record<string, string> | undefined, string[] | undefined]>([
    ['all', undefined, ['1 Pro Pro', '3 Enterprise Enterprise']],
    ['those that are named, in any case', { enterprise: 'Clients' }, ['3 Enterprise Clients']],
    ['none that is not there', { Home: 'x' }, []],
    ['no two of one name', { Pro: 'Clients', Enterprise: 'CLIENTS' }, undefined],
  ])('are %s', (_what, images, expected) => {
    const wanted = wantedImages(indexes, images);
    expect(wanted?.map(({ index, source, name }) => `${index} ${source} ${name}`)).toEqual(expected);
  });

  it('cannot be told apart where two indexes have one name', () => {
    expect(wantedImages([...indexes, { index: 4, name: 'PRO' }], undefined)).toBeUndefined();
  });
});

describe('a file of the group', () => {
  it.each([
    [storedFile('a-b', 12, 3), 12],
    [storedFile('a-b', 12, 4), undefined],
    [storedFile('b', 12, 3), undefined],
    ['a-b-x-3.wim', undefined],
    ['a-b--3.wim', undefined],
    ['install.wim', undefined],
  ])('%s is version %s of this index', (file, version) => {
    expect(versionOf(file, 'a-b', 3)).toBe(version);
  });
});

describe('the change-over', () => {
  const wanted = { index: 3, source: 'Enterprise', name: 'Clients' };
  const about = { imageId: 'a', sourceVersion: 5, wanted };
  const image = (imageName: string, fileName: string, description = '') => ({ imageName, fileName, description });
  const described = `Clients, version 4, SHA-256 ${'0'.repeat(64)}`;
  const offered = `${described}, multicast "Clients": first client`;
  const steps = (there: ReturnType<typeof image>[]): string[] =>
    changeOver(there, about).map(({ action, imageName, fileName, newName, newDescription }) =>
      [action, imageName, fileName, newName, newDescription].filter((text) => text !== undefined).join(' | '),
    );
  const arrived = image('arriving', 'a-5-3.wim');

  it('gives the name to the first version', () => {
    expect(steps([arrived])).toEqual(['rename | arriving | a-5-3.wim | Clients', 'enable | Clients | a-5-3.wim']);
  });

  it('takes it from the version before, which is disabled, and from what others put there', () => {
    expect(steps([image('clients', 'a-4-3.wim'), image('Clients', 'install.wim'), arrived])).toEqual([
      'rename | clients | a-4-3.wim | Clients (version 4)',
      'rename | Clients | install.wim | Clients (before install.wim)',
      'rename | arriving | a-5-3.wim | Clients',
      'enable | Clients | a-5-3.wim',
      'disable | Clients (version 4) | a-4-3.wim',
      'disable | Clients (before install.wim) | install.wim',
    ]);
  });

  it('goes on where it was cut: the version before is disabled then', () => {
    expect(steps([image('Clients (version 4)', 'a-4-3.wim'), image('x', 'b-4-3.wim'), arrived])).toEqual([
      'rename | arriving | a-5-3.wim | Clients',
      'enable | Clients | a-5-3.wim',
      'disable | Clients (version 4) | a-4-3.wim',
    ]);
  });

  it('ends the transmission of what is disabled, under the name that it has then', () => {
    expect(steps([image('Clients', 'a-4-3.wim', offered), image('old', 'a-3-3.wim', offered), arrived])).toEqual([
      'rename | Clients | a-4-3.wim | Clients (version 4)',
      'rename | arriving | a-5-3.wim | Clients',
      'enable | Clients | a-5-3.wim',
      `stop | Clients (version 4) | a-4-3.wim | ${described}`,
      `stop | old | a-3-3.wim | ${described}`,
      'disable | Clients (version 4) | a-4-3.wim',
      'disable | old | a-3-3.wim',
    ]);
  });

  it('is nothing where it was made, or nothing arrived', () => {
    expect(steps([image('Clients', 'a-5-3.wim'), image('Clients (version 4)', 'a-4-3.wim')])).toEqual([]);
    expect(steps([image('Clients', 'a-4-3.wim')])).toEqual([]);
  });

  it('lets go what is kept no more, and never what is of others', () => {
    const there = [2, 5, 4, 3].map((version) => image(formerName('Clients', version, ''), `a-${version}-3.wim`));
    there.push(image('x', 'install.wim'), image('x', 'a-1-4.wim'), image('x', 'b-1-3.wim'));
    const gone = (keepPrevious: number, changes = changeOver([], about)) =>
      retired(there, about, { keepPrevious, changes }).map(({ action, fileName }) => `${action} ${fileName}`);
    expect(gone(1)).toEqual(['remove a-3-3.wim', 'remove a-2-3.wim']);
    expect(gone(0)).toEqual(['remove a-4-3.wim', 'remove a-3-3.wim', 'remove a-2-3.wim']);
    expect(gone(9)).toEqual([]);
    // Clients may be in the transmission that was just ended.
    const stopped = (fileName: string) => [{ action: 'stop' as const, imageName: '', fileName }];
    expect(gone(0, stopped('a-4-3.wim'))).toEqual(gone(1));
    expect(gone(0, stopped('a-3-3.wim'))).toEqual(gone(0));
  });
});
