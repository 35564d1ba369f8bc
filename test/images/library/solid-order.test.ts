import { expect, it } from 'vitest';
import { openWim } from '../../../src/formats/wim/open.ts';
import { contentsOf } from '../../../src/images/library/contents-of.ts';
import { solidOrder } from '../../../src/images/library/solid-order.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { directory, file, MemoryFile, newWriter, text } from '../../formats/wim/sample-wim.ts';
import { solidWim } from '../../formats/wim/solid-wim.ts';

/** Two indexes; the content of a file is its name with its folder, so each has its own. */
function sample(): MemoryFile {
  const sink = new MemoryFile();
  const writer = newWriter(sink);
  const add = (path: string) => {
    const content = text(path.repeat(20));
    return file(path.split('/').at(-1) ?? '', writer.addBlob([content], content.length));
  };
  const children = ['z.txt', 'a/shell.dll', 'b/setup.EXE', 'README'].map(add);
  writer.addImage({ root: directory('', children) }, { name: 'One' });
  writer.addImage({ root: directory('', [directory('c', ['c/Shell.DLL', 'c/a.txt'].map(add))]) }, { name: 'Two' });
  writer.finish();
  return new MemoryFile(sink.bytes());
}

function ordered(source: MemoryFile, indexes: number[]): string[] {
  const wim = openWim(source, newDigest);
  return solidOrder(wim, contentsOf(wim, indexes)).map(({ sha1, size }) =>
    new TextDecoder().decode(wim.readAll(sha1, size)).slice(0, size / 20),
  );
}

it('puts one kind of file together, and in it one name, whatever folder or case', () => {
  expect(ordered(sample(), [1, 2])).toEqual([
    'README',
    'a/shell.dll',
    'c/Shell.DLL',
    'b/setup.EXE',
    'c/a.txt',
    'z.txt',
  ]);
});

it('keeps the order of what is solid already', () => {
  const stored = ['z.txt', 'a/shell.dll', 'b/setup.EXE', 'README', 'c/Shell.DLL', 'c/a.txt'];

  expect(ordered(solidWim({}, sample()), [1, 2])).toEqual(stored);
});
