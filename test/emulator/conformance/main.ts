/**
 * `npm run conformance`: which of the collected captures of dism.exe are complete, which of those the emulator reproduces,
 * and of every other one why not. Ends with 1 when one that can be compared differs.
 */
import { anyMissing } from '../../helpers/requires.ts';
import { capturedFiles, collections, judge, type Verdict } from './conformance.ts';

const detail = { bytes: 'byte for byte', screen: 'as a console shows it' };
const missing = collections.filter(({ need }) => anyMissing(need));
if (missing.length > 0) {
  console.log(`skipped: ${missing.map(({ need }) => need.reason).join('; ')}`);
} else {
  const verdicts = capturedFiles().map(judge);
  for (const verdict of verdicts) console.log(lineOf(verdict));
  const count = (kind: Verdict['kind']): number => verdicts.filter((verdict) => verdict.kind === kind).length;
  const complete = verdicts.length - count('incomplete');
  console.log(
    `\n${verdicts.length} files, ${complete} of them complete: ${count('reproduced')} reproduced, ` +
      `${count('differs')} different, ${count('not reproduced')} not reproduced`,
  );
  if (count('differs') > 0) process.exitCode = 1;
}

function lineOf(verdict: Verdict): string {
  const { file, kind } = verdict;
  const what = 'why' in verdict ? verdict.why : (verdict.differences[0] ?? detail[verdict.compare]);
  return `${kind.padEnd(15)} ${file.padEnd(78)} ${what}`;
}
