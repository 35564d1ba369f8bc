/** A log that grows while it is read: each whole line once, whatever the moment of the reading. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type Position, readCursor, readLimit, readNew, writeCursor } from '../../../src/operations/log/growing.ts';
import { realPorts } from '../../../src/ports/index.ts';

const ports = realPorts({});
const folder = mkdtempSync(join(tmpdir(), 'imgupdate-log-'));
const logs = ['a.log', 'b.log'].map((name) => ({ name, path: join(folder, name) }));
const [a, b] = logs.map(({ path }) => path) as [string, string];
beforeEach(() => {
  for (const { path } of logs) rmSync(path, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (position?: Position, isOver = false) => readNew(ports, logs, { position, isOver });

describe('readNew', () => {
  it('gives each line once, and one that is still being written when it is whole', () => {
    writeFileSync(a, 'one\ntw');
    const first = read();
    appendFileSync(a, 'o\nthr');
    const second = read(first.position);
    const none = read(second.position);
    const last = read(none.position, true);

    expect([first, second, none, last].map(({ texts }) => texts)).toEqual([['one\n'], ['two\n'], [], ['thr']]);
  });

  it('finds a file that comes later, from its beginning', () => {
    writeFileSync(a, 'one\n');
    const { position } = read();
    writeFileSync(b, 'other\n');

    expect(read(position).texts).toEqual(['other\n']);
  });

  it('begins at the end of a large file with a whole line, and takes a large addition in pieces', () => {
    const line = `${'x'.repeat(999)}\n`;
    writeFileSync(a, line.repeat(5_000));
    const first = read();
    appendFileSync(a, line.repeat(5_000));
    const second = read(first.position);
    const third = read(second.position);

    expect(first.texts[0]?.length).toBeLessThanOrEqual(readLimit);
    expect((first.texts[0]?.length ?? 1) % 1000).toBe(0);
    expect([first.hasMore, second.hasMore, third.hasMore]).toEqual([false, true, false]);
    expect((second.texts[0]?.length ?? 0) + (third.texts[0]?.length ?? 0)).toBe(5_000_000);
  });

  it('does not stand still before a line that is longer than one reading', () => {
    writeFileSync(a, 'begin\n');
    const { position } = read();
    appendFileSync(a, `${'y'.repeat(readLimit + 10)}\nend\n`);
    const second = read(position);
    const third = read(second.position);

    expect([second.texts[0]?.length, third.texts[0]]).toEqual([readLimit, `${'y'.repeat(10)}\nend\n`]);
  });

  it('reads a file anew that is shorter than it was', () => {
    writeFileSync(a, 'one\ntwo\n');
    const { position } = read();
    writeFileSync(a, 'new\n');

    expect(read(position).texts).toEqual(['new\n']);
  });
});

describe('a cursor', () => {
  it('keeps what was read', () => {
    const position = new Map([
      ['a.log', 5],
      ['01a2/dism-01.log', 0],
    ]);

    expect(readCursor(writeCursor(position))).toEqual(position);
  });

  it.each(['', 'x', Buffer.from('{}').toString('base64url'), Buffer.from('[["a",-1]]').toString('base64url')])(
    'that is none is refused: %j',
    (text) => {
      expect(() => readCursor(text)).toThrow(expect.objectContaining({ id: 'ImgRequestInvalid' }));
    },
  );
});
