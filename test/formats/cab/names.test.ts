import { expect, it } from 'vitest';
import { nameProblem } from '../../../src/formats/cab/names.ts';
import { cabOf, open } from './sample-cab.ts';

it.each([
  ['update.mum', ''],
  ['folder\\update.mum', ''],
  ['folder/Größe-日本語.txt', ''],
  ['com10.txt', ''],
  ['', 'empty'],
  ['folder\\\\file', 'empty'],
  ['folder\\', 'empty'],
  ['\\file', 'absolute'],
  ['/etc/passwd', 'absolute'],
  ['\\\\server\\share', 'absolute'],
  ['C:\\Windows', 'drive'],
  ['c:file', 'drive'],
  ['..', 'dots'],
  ['folder\\..\\file', 'dots'],
  ['folder/../file', 'dots'],
  ['.\\file', 'dots'],
  ['file:stream', 'character'],
  ['line\nbreak', 'character'],
  ['what?', 'character'],
  ['file.', 'ending'],
  ['folder \\file', 'ending'],
  ['NUL', 'device'],
  ['folder\\com1.txt', 'device'],
])('says of the name %j: %j', (name, problem) => {
  expect(nameProblem(name)).toBe(problem);
});

it.each([
  ['text of the western code page', Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), 0x20, 'Größe', ''],
  ['UTF-8', Buffer.from('Größe'), 0xa0, 'Größe', ''],
  ['an overlong slash', Buffer.from([0x2e, 0x2e, 0xc0, 0xaf, 0x61]), 0xa0, '..\ufffd\ufffda', 'encoding'],
  ['a lone surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 0xa0, 'a\ufffd\ufffd\ufffd', 'encoding'],
])('decodes a name that is %s', (_, name, attributes, text, problem) => {
  const [member] = open(cabOf({ compression: 0, name, attributes, size: 0, blocks: [] })).members;

  expect(member).toMatchObject({ name: text, nameProblem: problem });
});
