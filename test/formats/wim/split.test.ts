import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRehearsalImage } from '../../../src/emulator/make-image.ts';
import { arraySource } from '../../../src/formats/array-source.ts';
import { FormatError } from '../../../src/formats/format-error.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { openSplitWim } from '../../../src/formats/wim/open-split.ts';
import { partName, planSplit, writeSplitPart } from '../../../src/formats/wim/split.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { MemoryFile } from './sample-wim.ts';
import { solidWim } from './solid-wim.ts';
import { runWimlib, wimlib } from './wimlib.ts';

const spec = {
  ...{ name: 'A', edition: 'Enterprise', installationType: 'Client', release: '24H2', build: 26100, revision: 1 },
  ...{ architecture: 'x64' as const, language: 'en-US', files: 40, bytes: 4_000_000 },
};

function image(compression: 'none' | 'XPRESS'): Uint8Array {
  const file = new MemoryFile();
  makeRehearsalImage(
    { indexes: [spec, { ...spec, name: 'B', edition: 'Professional' }], compression },
    { sink: file, newDigest },
  );
  return file.bytes();
}

function split(bytes: Uint8Array, partBytes: number): Uint8Array[] {
  const source = arraySource(bytes);
  const wim = openWim(source, newDigest);
  const plan = planSplit(wim, partBytes);
  return plan.parts.map((_, at) => {
    const sink = new MemoryFile();
    for (const _ of writeSplitPart({ wim, source, plan, number: at + 1, guid: new Uint8Array(16).fill(7) }, sink));
    expect(sink.bytes().length).toBe(plan.sizes[at]);
    return sink.bytes();
  });
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-split-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each(['none', 'XPRESS'] as const)('a split image, %s', (compression) => {
  const bytes = image(compression);
  // Fillers shrink well: what one part may hold follows from what there is.
  const limit = Math.ceil(bytes.length / 3);

  it('has parts no larger than asked for, which read as the whole did', () => {
    const parts = split(bytes, limit);
    const whole = openWim(arraySource(bytes), newDigest);
    const joined = openSplitWim(parts.map(arraySource), newDigest);

    expect(parts.length).toBeGreaterThan(2);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(limit);
    expect(joined.xml).toBe(whole.xml);
    expect(new Set(joined.blobs.keys())).toEqual(new Set(whole.blobs.keys()));
    expect([...joined.verify()].filter(({ ok }) => !ok)).toEqual([]);
    for (const { index } of whole.images) {
      const paths = (wim: typeof whole) =>
        [...wim.tree(index).walk()].map(({ path, entry }) => `${path} ${entry.sha1}`);
      expect(paths(joined)).toEqual(paths(whole));
    }
  });

  it('is one part where one is enough', () => {
    expect(split(bytes, bytes.length * 2)).toHaveLength(1);
  });

  it.skipIf(anyMissing(wimlib))(titled('is whole for wimlib', wimlib), () => {
    const parts = split(bytes, limit);
    const names = parts.map((part, at) => {
      const path = join(folder, partName('install', at + 1));
      writeFileSync(path, part);
      return path;
    });
    writeFileSync(join(folder, 'whole.wim'), bytes);
    const [first = ''] = names;
    const others = join(folder, 'install*.swm');

    runWimlib('verify', first, `--ref=${others}`);
    runWimlib('join', join(folder, 'joined.wim'), ...names);
    const joined = openWim(arraySource(new Uint8Array(readFileSync(join(folder, 'joined.wim')))), newDigest);
    expect(new Set(joined.blobs.keys())).toEqual(new Set(openWim(arraySource(bytes), newDigest).blobs.keys()));
  });
});

describe('splitting refuses', () => {
  it('parts that are smaller than a content', () => {
    expect(() => split(image('none'), 20_000)).toThrow(FormatError);
  });

  it('a solid file', () => {
    const solid = solidWim({}, new MemoryFile(image('none')));
    expect(() => split(solid.bytes(), 1 << 30)).toThrow(/solid/);
  });

  it('content that does not have its digest', () => {
    const bytes = image('none');
    const wim = openWim(arraySource(bytes), newDigest);
    const [largest] = [...wim.blobs.values()].sort((one, other) => other.storedSize - one.storedSize);
    const changed = bytes.slice();
    const at = (largest?.offset ?? 0) + 10;
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => split(changed, bytes.length / 2)).toThrow(FormatError);
  });
});
