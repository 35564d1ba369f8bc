import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realPorts } from '../../../src/ports/index.ts';
import { Kept } from '../../../src/sources/server/kept.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

const ports = realPorts({});
const entryLength = 30;
let folder: string;
let lines: string;
let index: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-kept-'));
  lines = join(folder, 'parts.jsonl');
  index = join(folder, 'parts.index');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => Kept.open<string>(ports, folder, 'parts', false);
const identity = (number: number, revision = 200) => ({
  id: `${number.toString(16).padStart(8, '0')}-a001-4bad-8bad-000000000000`,
  revision,
});

/** Many facts of any length, written in several goes; what was told by the number of each. */
function fill(count: number): Map<number, string> {
  const random = randomNumbers(3);
  const told = new Map<number, string>();
  const kept = open();
  for (let number = 0; number < count; number += 1) {
    const facts = `part ${number}, für alle ${'x'.repeat(random(3000))}`;
    told.set(number, facts);
    kept.put(identity(number), facts);
    if (random(40) === 0) kept.write();
  }
  kept.write();
  return told;
}

function expectAll(told: ReadonlyMap<number, string>): void {
  const kept = open();
  expect(kept.size).toBe(told.size);
  for (const [number, facts] of told) expect(kept.get(identity(number))).toBe(facts);
  expect(kept.has(identity(0, 201))).toBe(false);
  expect(kept.has(identity(9_999_999))).toBe(false);
  expect([...kept.all()]).toEqual([...told].map(([number, facts]) => [identity(number), facts]));
}

describe('facts that are kept', () => {
  it('are found again, and the latest of a revision stands', () => {
    const told = fill(1500);
    const again = open();
    again.put(identity(7), 'told again');
    expect(again.get(identity(7))).toBe('told again');
    again.write();

    expectAll(new Map(told).set(7, 'told again'));
  });

  it('are those of the highest revision where all are wanted', () => {
    const kept = open();
    for (const revision of [201, 203, 202]) kept.put(identity(1, revision), `revision ${revision}`);
    kept.write();

    expect([...open().all()]).toEqual([[identity(1, 203), 'revision 203']]);
    expect(open().get(identity(1, 201))).toBe('revision 201');
  });

  it.each<[how: string, damage: () => void]>([
    ['is missing', () => rmSync(index)],
    ['is empty', () => truncateSync(index)],
    ['covers less than there is', () => truncateSync(index, 3 * entryLength)],
    ['was cut inside an entry', () => truncateSync(index, 3 * entryLength + 7)],
    ['covers more than there is', () => appendFileSync(index, Buffer.alloc(entryLength, 0xff))],
    ['is something else', () => writeFileSync(index, 'x'.repeat(10 * entryLength))],
  ])('are found though their index %s', (_how, damage) => {
    const told = fill(300);
    const whole = readFileSync(index);
    damage();

    expectAll(told);
    expect(readFileSync(index).equals(whole)).toBe(true);
  });

  it('go on behind a line that was cut off, which is nothing', () => {
    const told = fill(20);
    appendFileSync(lines, `${identity(20).id} 200 "part 20, für`);
    const kept = open();
    expect(kept.get(identity(20))).toBeUndefined();
    kept.put(identity(21), 'after it');
    kept.write();

    const next = open();
    expect(next.get(identity(21))).toBe('after it');
    expect(next.get(identity(19))).toBe(told.get(19));
  });

  it('are asked for again where a line was damaged', () => {
    const told = fill(20);
    const text = readFileSync(lines, 'utf8');
    writeFileSync(lines, text.replace(`${identity(5).id} 200 "`, `${identity(5).id} 200 {`));
    const kept = open();
    expect(kept.has(identity(5))).toBe(true);
    expect(kept.get(identity(5))).toBeUndefined();
    expect(kept.has(identity(5))).toBe(false);
    kept.put(identity(5), 'fetched again');
    kept.write();

    expect(open().get(identity(5))).toBe('fetched again');
    expect(open().get(identity(6))).toBe(told.get(6));
  });

  it('are looked at without writing anything', () => {
    const told = fill(20);
    rmSync(index);
    const kept = Kept.peek<string>(ports, folder, 'parts');

    expect([...kept.all()].map(([, facts]) => facts)).toEqual([...told.values()]);
    expect(readdirSync(folder)).toEqual(['parts.jsonl']);
  });

  it('are forgotten, with their index', () => {
    fill(20);
    expect(Kept.open<string>(ports, folder, 'parts', true).size).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});
