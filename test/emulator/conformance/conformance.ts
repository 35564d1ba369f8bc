/** Runs the captured commands again and compares what they print. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requires } from '../../helpers/requires.ts';
import { commandsOf, onScreen } from './capture.ts';
import { type Case, cases } from './cases.ts';
import { incomplete, notReproduced } from './incomplete.ts';
import { openMachine } from './machine.ts';

export const collections = ['dism-transcripts', 'dism-log-kb5007215', 'dism-output'].map((name) => ({
  name,
  need: requires.shared(name),
}));

/** What is known of one file of the collections. */
export type Verdict =
  | { file: string; kind: 'incomplete' | 'not reproduced'; why: string }
  | { file: string; kind: 'reproduced' | 'differs'; compare: Case['compare']; differences: string[] };

/** Every file of the collections, by its path below them. */
export function capturedFiles(): string[] {
  return collections.flatMap(({ name, need }) => readdirSync(need.path).map((file) => `${name}/${file}`));
}

/** Judges one file. Throws for one that no table knows. */
export function judge(file: string): Verdict {
  const why = incomplete[file];
  if (why !== undefined) return { file, kind: 'incomplete', why };
  const reason = notReproduced[file];
  if (reason !== undefined) return { file, kind: 'not reproduced', why: reason };
  const found = cases[file];
  if (found === undefined) throw new Error(`no table knows the capture ${file}`);
  const differences = reproduce(file, found);
  return { file, kind: differences.length === 0 ? 'reproduced' : 'differs', compare: found.compare, differences };
}

function reproduce(file: string, { compare, machine: facts, prepare, args, endsBefore }: Case): string[] {
  const [capture = ''] = readFileSync(join(requires.shared(file).path), 'utf8').split(endsBefore ?? '\0');
  const hasSource = capture.startsWith('# ');
  const machine = openMachine(facts);
  try {
    prepare?.(machine, capture);
    const commands = commandsOf(hasSource ? capture : `\n${capture}`);
    return commands.flatMap((command, at) => {
      const printed = machine.dism(...(args?.[at] ?? command.args));
      const [is, wanted] = compare === 'bytes' ? [printed, command.output] : [printed, command.output].map(onScreen);
      return is === wanted ? [] : [firstDifference(is ?? '', wanted ?? '')];
    });
  } finally {
    machine.remove();
  }
}

function firstDifference(is: string, wanted: string): string {
  const [mine, theirs] = [is.split('\n'), wanted.split('\n')];
  const at = theirs.findIndex((line, number) => line !== mine[number]);
  const line = at < 0 ? theirs.length : at;
  return `line ${line + 1}: ${JSON.stringify(mine[line])}, not ${JSON.stringify(theirs[line])}`;
}
