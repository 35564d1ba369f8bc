import { describe, expect, it } from 'vitest';
import { judge } from '../../src/boot/judge.ts';
import { bootMinimums, reaches } from '../../src/boot/minimums.ts';
import type { BootFile, BootList } from '../../src/boot/types.ts';
import { machinesOf, verdictOf } from '../../src/boot/verdict.ts';

type Generation = '2011' | '2023';

function file(generations: Generation[], more: Partial<BootFile> = {}): BootFile {
  return {
    ...{ path: '\\EFI\\Boot\\bootx64.efi', place: 'media', container: '', index: null, program: 'bootmgfw' },
    ...{ architecture: 'x64', size: 1, sha256: 'a', version: null, svn: '9.0', problem: '' },
    signatures: generations.map((generation) => ({
      ...{ issuer: generation, generation, signer: null, proof: 'verified', reason: '' },
    })),
    ...more,
  };
}

function inImage(generation: Generation, more: Partial<BootFile> = {}): BootFile {
  return file([generation], { path: '\\Windows\\Boot\\EFI\\bootmgfw.efi', place: 'image', index: 1, ...more });
}

function list(place: BootList['place'], sha256: string): BootList {
  return { path: '\\boot.stl', place, container: '', index: null, size: 1, sha256, issuer: null };
}

function verdict(files: BootFile[], lists: BootList[] = []) {
  return judge({ files, lists, warnings: [] }, bootMinimums).verdict;
}

describe('a boot manager', () => {
  it.each<[string, Generation[], string | null, string[]]>([
    ['of 2011', ['2011'], null, ['2011-only', 'both']],
    ['of 2011 with a number', ['2011'], '9.0', ['2011-only', 'both']],
    ['of 2023 at the minimum', ['2023'], '9.0', ['both', 'revoked']],
    ['of 2023 above the minimum', ['2023'], '10.0', ['both', 'revoked']],
    ['of 2023 below the minimum', ['2023'], '8.9', ['both']],
    ['of 2023 without a number', ['2023'], null, ['both']],
    ['of both', ['2023', '2011'], '9.0', ['2011-only', 'both']],
    ['without a signature', [], '9.0', []],
  ])('%s starts on its machines', (_what, generations, svn, machines) => {
    expect(machinesOf(file(generations, { svn }), bootMinimums)).toEqual(machines);
  });

  it('that was changed after signing starts nowhere', () => {
    const [signature] = file(['2023']).signatures;
    if (signature === undefined) throw new Error('it is signed');
    expect(machinesOf(file([], { signatures: [{ ...signature, proof: 'broken' }] }), bootMinimums)).toEqual([]);
  });

  it('is measured against the table that is given', () => {
    const newer = { ...bootMinimums, minimums: [{ program: 'bootmgfw' as const, svn: '11.0' }] };
    expect(machinesOf(file(['2023'], { svn: '10.0' }), newer)).toEqual(['both']);
  });

  it.each([
    ['9.0', '9.0', true],
    ['9.1', '9.0', true],
    ['10.0', '9.5', true],
    ['8.99', '9.0', false],
    ['9.0', '9.1', false],
  ])('%s against %s: %s', (svn, minimum, reached) => {
    expect(reaches(svn, minimum)).toBe(reached);
  });
});

describe('the verdict', () => {
  it.each([
    [[], 'none'],
    [['both'], 'both'],
    [['both', 'revoked'], 'revoked'],
    [['2011-only', 'both'], '2011-only'],
    [['2011-only', 'both', 'revoked'], 'all'],
  ] as const)('of %j is %s', (machines, word) => {
    expect(verdictOf(machines)).toBe(word);
  });

  it('of an image is over all that it offers', () => {
    const ex = inImage('2023', { path: '\\Windows\\Boot\\EFI_EX\\bootmgfw_EX.efi' });
    expect(verdict([inImage('2011'), ex])).toBe('all');
    expect(verdict([inImage('2011')])).toBe('2011-only');
    expect(verdict([])).toBe('unknown');
  });

  it('does not look at the name of a folder', () => {
    const renamed = inImage('2023', { path: '\\Windows\\Boot\\EFI\\bootmgfw.efi' });
    const pretending = inImage('2011', { path: '\\Windows\\Boot\\EFI_EX\\bootmgfw_EX.efi' });
    expect(verdict([renamed])).toBe('revoked');
    expect(verdict([pretending])).toBe('2011-only');
  });

  it('counts the boot manager of the recovery image, which Setup installs', () => {
    const old = inImage('2023', { place: 'recovery', svn: '7.0', container: 'winre.wim' });
    const found = judge({ files: [inImage('2023'), old], lists: [], warnings: [] }, bootMinimums);

    expect(found.verdict).toBe('both');
    expect(found.reasons.join(' ')).toMatch(/recovery image.*7\.0.*9\.0/);
  });

  it('of media needs what starts and what is installed', () => {
    expect(verdict([file(['2023']), inImage('2023')])).toBe('revoked');
    expect(verdict([file(['2011']), inImage('2023')])).toBe('both');
    expect(verdict([file(['2023'], { svn: '8.0' }), inImage('2023')])).toBe('both');
    expect(verdict([file(['2023']), inImage('2011')])).toBe('both');
  });

  it('of media needs the list of its boot image', () => {
    const files = [file(['2023']), inImage('2023', { place: 'boot-image' })];
    expect(verdict(files, [list('media', 'a'), list('boot-image', 'a')])).toBe('revoked');
    expect(verdict(files, [list('media', 'b'), list('boot-image', 'a')])).toBe('both');
    expect(verdict(files, [list('boot-image', 'a')])).toBe('both');
    expect(verdict(files)).toBe('revoked');
  });

  const sector = (generation: Generation, more: Partial<BootFile> = {}): BootFile =>
    file([generation], {
      ...{ path: '\\EFI\\BOOT\\BOOTX64.EFI', container: '\\efisys.bin', program: 'cdboot', svn: '3.0', ...more },
    });

  it.each<[string, BootFile, string, RegExp | null]>([
    ['2011', sector('2011'), 'both', /starts from \\efisys\.bin, .* signed under 2011, with/],
    ['2023', sector('2023'), 'revoked', null],
    ['2023, too old', sector('2023', { svn: '2.9' }), 'both', /signed under 2023, with the secure version number 2\.9/],
    ['2023 without a number', sector('2023', { svn: null }), 'revoked', null],
    ['nobody', { ...sector('2023'), signatures: [] }, 'none', /it is not signed/],
  ])('of a disc needs the boot sector that it starts from: of %s', (_what, first, verdict, reason) => {
    const found = { files: [file(['2023']), inImage('2023'), first], lists: [], warnings: [] };
    const disc = judge({ ...found, discStart: '\\efisys.bin' }, bootMinimums);

    expect(disc.verdict).toBe(verdict);
    const alone = judge(found, bootMinimums);
    expect(alone.verdict).toBe('revoked');
    expect(disc.reasons).toEqual([...alone.reasons, ...(reason === null ? [] : [expect.stringMatching(reason)])]);
    expect(judge({ ...found, discStart: '\\other.bin' }, bootMinimums).verdict).toBe('revoked');
  });

  it('of media says which list is there, and that another one is', () => {
    const files = [file(['2023']), inImage('2023', { place: 'boot-image' })];
    const of = (...lists: BootList[]) => judge({ files, lists, warnings: [] }, bootMinimums);

    expect(of(list('boot-image', 'a')).bootStl).toEqual({ present: false, matches: false });
    const other = of(list('media', 'b'), list('boot-image', 'a'));
    expect(other.bootStl).toEqual({ present: true, matches: false });
    expect(other.reasons.join(' ')).toContain('is another one');
    expect(
      judge({ files: [inImage('2023')], lists: [list('image', 'a')], warnings: [] }, bootMinimums).bootStl,
    ).toEqual({
      present: true,
      matches: null,
    });
  });

  it('of media without a boot manager of its own says that it is about what Setup installs', () => {
    const inside = [inImage('2011'), inImage('2023', { place: 'boot-image' })];

    const { reasons } = judge({ files: inside, lists: [], warnings: [] }, bootMinimums);

    expect(reasons.join(' ')).toMatch(/no boot manager in .* what Setup installs/);
    const [image] = inside;
    expect(judge({ files: image === undefined ? [] : [image], lists: [], warnings: [] }, bootMinimums).reasons).toEqual(
      [expect.stringContaining('is signed under 2011')],
    );
  });

  it('says what it rests on', () => {
    const [signature] = file(['2023']).signatures;
    if (signature === undefined) throw new Error('it is signed');
    const named = file([], { signatures: [{ ...signature, proof: 'name-only' }] });
    expect(judge({ files: [named], lists: [], warnings: [] }, bootMinimums).basis).toBe('name-only');
    expect(judge({ files: [file(['2023'])], lists: [], warnings: [] }, bootMinimums).basis).toBe('verified');
  });
});
