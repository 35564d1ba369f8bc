/**
 * `npm run schedule-check [-- --rules 100000 --strings 10000 --seed 1]`: the engine beside the slow search of
 * `reference.ts`, and schedule strings there and back. Prints what was compared; ends with 1 when anything differs.
 */
import { parseArgs } from 'node:util';
import { checkRules } from './check.ts';
import { zones } from './generate.ts';
import { checkStrings } from './strings.ts';

const { values } = parseArgs({
  options: {
    rules: { type: 'string', default: '100000' },
    strings: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
const [rules, strings, seed] = [Number(values.rules), Number(values.strings), Number(values.seed)];
if (![rules, strings, seed].every(Number.isSafeInteger)) {
  console.error('usage: npm run schedule-check -- --rules N --strings N --seed S');
  process.exit(2);
}

const begin = performance.now();
const result = checkRules(rules, seed);
const kinds = Object.entries(result.kinds).map(([kind, count]) => `${kind} ${count}`);
console.log(`${result.rules} rules with seed ${seed} in ${zones.length} time zones over 30 years: ${kinds.join(', ')}`);
console.log(`of ${result.whole} of them every occurrence of the thirty years, of the others the next five`);
console.log(`${result.windows} with a maintenance window, ${result.changes} of the moments at a change of the clock`);
console.log(`${result.occurrences} occurrences compared, ${result.differences.length} differences, ${seconds()} s`);
for (const difference of result.differences) console.error(JSON.stringify(difference));

const text = checkStrings(strings, seed);
console.log(`${strings} schedule strings there and back, ${text.differences.length} differences, ${seconds()} s`);
for (const difference of text.differences) console.error(JSON.stringify(difference));
process.exitCode = result.differences.length + text.differences.length === 0 ? 0 : 1;

function seconds(): string {
  return ((performance.now() - begin) / 1000).toFixed(1);
}
