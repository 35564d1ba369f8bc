import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { derive } from '../../src/catalog/derive.ts';
import { type Candidate, candidatesOf } from '../../src/selection/candidate.ts';
import { compareAge } from '../../src/selection/order.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { update } from '../helpers/updates.ts';

const pairs = requires.shared('update-titles/supersedes.tsv');

it.skipIf(anyMissing(pairs))(titled('never takes a superseded update of one line for the newer one', pairs), () => {
  const [, ...rows] = readFileSync(pairs.path, 'utf8').split('\n').filter(Boolean);
  let compared = 0;
  const wrong = rows.filter((row) => {
    const [newer, older] = row.split('\t').map(only);
    if (newer === undefined || older === undefined || lineOf(newer) !== lineOf(older)) return false;
    compared += 1;
    return compareAge(newer, older) < 0;
  });

  expect(compared).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});

function only(title: string): Candidate | undefined {
  const document = update({ title });
  return candidatesOf(document, derive(document))[0];
}

function lineOf({ line }: Candidate): string {
  return Object.values(line).join('|');
}
