/** Replays collected titles: the hard ones that people classified, and every pair in which one replaces the other. */
import { readFileSync } from 'node:fs';
import { compareAge } from '../../src/selection/order.ts';
import { type Candidate, candidatesOf } from '../../src/updates/candidate.ts';
import { derive } from '../../src/updates/derive.ts';
import { parseTitle } from '../../src/updates/title/parse-title.ts';
import { update } from '../helpers/updates.ts';
import { newTally, type Tally } from './tally.ts';

/** `path`: lines of provenance, title, class and note. */
export function replayClassified(path: string): Tally {
  const tally = newTally('hard titles');
  for (const row of linesOf(path).slice(1)) {
    const [, title = '', note = ''] = row.split('\t');
    const { kind } = parseTitle(title);
    if (kindsOf(note).includes(kind)) tally.right += 1;
    else tally.wrong.push(`${title}: ${kind} instead of ${note}`);
  }
  return tally;
}

/** `path`: one title a line. A title that is not understood counts as undecided. */
export function replayTitles(path: string): Tally {
  const tally = newTally('collected titles');
  for (const title of linesOf(path)) {
    const { kind, notUnderstood } = parseTitle(title);
    if (kind !== 'Unknown') tally.right += 1;
    else tally.undecided.push(`${title}: ${notUnderstood.join(' ')}`);
  }
  return tally;
}

/** `path`: lines of a superseding and a superseded title. Pairs of different lines are no question. */
export function replaySupersedes(path: string): Tally {
  const tally = newTally('supersedence within a line');
  for (const row of linesOf(path).slice(1)) {
    const [newer, older] = row.split('\t').map(only);
    if (newer === undefined || older === undefined || lineOf(newer) !== lineOf(older)) continue;
    const age = compareAge(newer, older);
    if (age > 0) tally.right += 1;
    else if (age < 0) tally.wrong.push(row);
    else tally.undecided.push(`${row}: the titles alone do not tell`);
  }
  return tally;
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function only(title: string): Candidate | undefined {
  const document = update({ title });
  return candidatesOf(document, derive(document))[0];
}

function lineOf({ line }: Candidate): string {
  return Object.values(line).join('|');
}

/** Kinds that a note of the collection allows. Setup and Safe OS share a title in places: there the title may say less. */
function kindsOf(note: string): string[] {
  const first = note.split(/[;,( ]/)[0] ?? '';
  const kinds: Record<string, string[]> = {
    LCU: ['CumulativeUpdate'],
    'LCU-preview': ['CumulativeUpdatePreview'],
    'LCU-dynamic': ['DynamicCumulativeUpdate'],
    NET: ['DotNetCumulativeUpdate'],
    'NET-preview': ['DotNetCumulativeUpdatePreview'],
    SetupDU: ['SetupDynamicUpdate', 'DynamicUpdate'],
    SafeOSDU: ['SafeOSDynamicUpdate', 'DynamicUpdate'],
    DU: ['DynamicUpdate'],
    SSU: ['ServicingStackUpdate'],
    WinRE: ['SecurityUpdate'],
    'WinRE/SafeOS': ['SafeOSDynamicUpdate'],
    ESU: ['Other'],
    optional: ['Other'],
    feature: ['FeatureUpdate'],
    insider: ['Other'],
    noise: ['Tool', 'Definition'],
    UUP: ['Unknown'],
  };
  return kinds[first] ?? [];
}
