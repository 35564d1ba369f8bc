import { randomBytes } from 'node:crypto';
import { Problem } from '../../errors.ts';
import type { Clock } from '../clock.ts';
import type { Candidate } from './candidates.ts';
import { type Answer, answerIn, questionOf } from './frame.ts';
import type { PowerShell, PowerShellFound, Script } from './power-shell.ts';
import { about } from './scripts/about.ts';
import type { Shell } from './shell.ts';

export interface LiveParts {
  clock: Pick<Clock, 'pause'>;
  /** The programs to try, the preferred one first. Asked anew whenever a host has to be found. */
  candidates: () => Candidate[];
  open: (candidate: Candidate, options: { limit: number }) => Shell | Promise<Shell>;
  /** Milliseconds that a program has to show that it is a PowerShell; left out: as long as that question may take. */
  patience?: number;
}

/** The longest answer, in characters; more is no answer to any question. */
const limit = 16 * 1024 * 1024;

interface Host extends PowerShellFound {
  candidate: Candidate;
  shell: Shell;
  token: string;
  asked: number;
}

/** Why an answer did not come. */
type Failure = { id: 'ImgPowerShellGarbage' | 'ImgPowerShellEnded' | 'ImgPowerShellTimeout'; what: string };

/**
 * One live PowerShell over the programs in `candidates`: a program is one when it answers the first question. Questions
 * wait for each other. A host that prints something else, or nothing in time, is ended; the next question starts another.
 */
export function livePowerShell({ clock, candidates, open, patience = about.bound }: LiveParts): PowerShell {
  let host: Host | undefined;
  let lastTurn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = lastTurn.then(work);
    lastTurn = turn.catch(() => undefined);
    return turn;
  };

  /** Says one thing to a host; what comes back is the answer or why there is none. */
  async function put<V, A>(asked: Omit<Host, keyof PowerShellFound>, script: Script<V, A>, value: V) {
    const frame = { token: asked.token, number: ++asked.asked };
    const { lines, mark } = questionOf(frame, script, value);
    const said = asked.shell.say(lines, mark);
    const over = new AbortController();
    const bound = clock.pause(script.bound, over.signal).then(
      () => undefined,
      () => undefined,
    );
    const first = await Promise.race([said, bound]);
    over.abort();
    if (first === undefined) {
      asked.shell.end();
      return failure('ImgPowerShellTimeout', `it did not answer "${script.name}" within ${script.bound / 1000} s`);
    }
    const answer = answerIn(first.stdout, frame);
    if (answer !== undefined) return answer;
    const printed = printedInstead(asked.shell.noise.replace(mark, ''));
    if (first.flooded) return failure('ImgPowerShellGarbage', `it printed more than ${limit} characters, ${printed}`);
    if (first.ended !== undefined) return failure('ImgPowerShellEnded', `${first.ended} and ${printed}`);
    asked.shell.end();
    return failure('ImgPowerShellGarbage', `it did not answer "${script.name}" and ${printed}`);
  }

  async function start(): Promise<Host> {
    const failures: { program: string; failed: Failure }[] = [];
    for (const candidate of candidates()) {
      const shell = await open(candidate, { limit });
      const opened = { candidate, shell, token: randomBytes(16).toString('hex'), asked: 0 };
      const answer = await put(opened, { ...about, bound: patience }, null);
      if ('items' in answer) {
        const told = readAnswer(about, answer, candidate.program, shell);
        return Object.assign(opened, { program: candidate.program, ...told });
      }
      shell.end();
      const failed = 'error' in answer ? failure('ImgPowerShellGarbage', answer.error) : answer;
      failures.push({ program: candidate.program, failed });
    }
    throw notFound(failures);
  }

  async function living(): Promise<Host> {
    if (host?.shell.ended !== undefined) host = undefined;
    host ??= await start();
    return host;
  }

  async function answered<V, A>(script: Script<V, A>, value: V, again: boolean): Promise<A> {
    const asked = await living();
    const answer = await put(asked, script, value);
    if ('items' in answer) return readAnswer(script, answer, asked.program, asked.shell);
    if ('error' in answer) {
      const detail = `PowerShell could not answer "${script.name}": ${answer.error}`;
      throw new Problem('ImgPowerShellFailed', { detail, native: { tool: asked.program } });
    }
    host = undefined;
    if (again && answer.id === 'ImgPowerShellEnded' && script.repeatable) return answered(script, value, false);
    throw problemOf(answer, asked.program);
  }

  return {
    ask: (script, value) => inTurn(() => answered(script, value, true)),
    found: () =>
      inTurn(async () => {
        const { program, version, edition } = await living();
        return { program, version, edition };
      }),
    end() {
      host?.shell.end();
      host = undefined;
    },
  };
}

function readAnswer<V, A>(
  script: Script<V, A>,
  answer: Extract<Answer, { items: unknown[] }>,
  program: string,
  shell: Shell,
): A {
  try {
    return script.read(answer.items);
  } catch (cause) {
    shell.end();
    throw problemOf(failure('ImgPowerShellGarbage', `its answer to "${script.name}" has another form`), program, cause);
  }
}

function failure(id: Failure['id'], what: string): Failure {
  return { id, what };
}

function problemOf({ id, what }: Failure, program: string, cause?: unknown): Problem {
  return new Problem(id, { detail: `PowerShell (${program}): ${what}.`, native: { tool: program }, cause });
}

/** No program is a PowerShell: the problem tells what each of them did. A program that merely printed nothing is none. */
function notFound(failures: { program: string; failed: Failure }[]): Problem {
  const told = failures.map(({ program, failed }) => `${program}: ${failed.what}`);
  const telling = failures.find(({ failed }) => failed.id !== 'ImgPowerShellEnded');
  if (telling !== undefined) return problemOf({ ...telling.failed, what: told.join('; ') }, telling.program);
  const detail = told.length === 0 ? 'No PowerShell is installed.' : `No PowerShell answers: ${told.join('; ')}.`;
  return new Problem('ImgPowerShellNotFound', { detail });
}

/** The beginning of what was printed instead, on one line, without what a terminal would act on. */
function printedInstead(noise: string): string {
  const text = noise.replace(/[\p{C}\s]+/gu, ' ').trim();
  return text === '' ? 'printed nothing' : `printed: ${text.slice(0, 200)}`;
}
