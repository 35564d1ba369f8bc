/**
 * How events and problems reach a person or a program on stderr: as JSON lines or as text. Without events the problem of a
 * failure is still told, as text with its id: a bare exit code says too little.
 */
import type { Writable } from 'node:stream';
import type { EngineEvent } from '../contract/event.ts';
import { formatVersion } from '../contract/version.ts';
import { type Problem, problemDocument } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';

export type EventForm = 'json' | 'text' | 'none';

export interface EventWriter {
  event(event: EngineEvent): void;
  /** The last event of a failed command. */
  problem(problem: Problem): void;
}

export interface EventTarget {
  stream: Writable & { isTTY?: boolean; columns?: number };
  clock: Clock;
  version: string;
}

export function eventWriter(form: EventForm, target: EventTarget): EventWriter {
  if (form === 'json') return jsonWriter(target);
  const writer = textWriter(target);
  return form === 'text' ? writer : { ...writer, event: () => undefined };
}

/** The document of an event, as it is written and as `serve` sends it. */
export function eventDocument(event: EngineEvent, clock: Clock): Record<string, unknown> {
  return { time: clock.now().toISOString(), ...event };
}

/** The document of the last event of a failure. */
export function problemEvent(problem: Problem, clock: Clock): Record<string, unknown> {
  const { instance } = problem.facts;
  return {
    time: clock.now().toISOString(),
    level: 'error',
    type: 'problem',
    message: problem.facts.detail,
    ...(instance === undefined ? {} : { runId: instance }),
    problem: problemDocument(problem),
  };
}

function jsonWriter({ stream, clock, version }: EventTarget): EventWriter {
  const line = (document: object): void => void stream.write(`${JSON.stringify(document)}\n`);
  const data = { formatVersion, engineVersion: version };
  line(eventDocument({ level: 'debug', type: 'version', message: `ImgUpdate ${version}`, data }, clock));
  return {
    event: (event) => line(eventDocument(event, clock)),
    problem: (problem) => line(problemEvent(problem, clock)),
  };
}

/** Text for people. Progress is a line for each run that is at work, drawn again on a terminal, and left out elsewhere. */
function textWriter({ stream }: EventTarget): EventWriter {
  /** What each run is at, by its id. */
  const bars = new Map<string, string>();
  /** Lines of progress on the terminal; the cursor is in the last of them. */
  let drawn = 0;
  const rubOut = (): string => {
    const up = drawn > 1 ? `\x1b[${drawn - 1}A` : '';
    const text = drawn > 0 ? `\r${up}\x1b[J` : '';
    drawn = 0;
    return text;
  };
  const line = (text: string): void => {
    // What belongs to no run tells nothing of its end: a line means that it goes on with something else.
    bars.delete('');
    stream.write(`${rubOut()}${printable(text)}\n`);
  };
  return {
    event({ level, type, message, progress, runId = '' }) {
      if (level === 'debug') return;
      if (progress !== undefined) {
        if (stream.isTTY !== true) return;
        if (runId !== '') bars.delete('');
        bars.set(runId, `${bar(progress.done / progress.total)} ${printable(message)}`);
        const lines = [...bars.values()].map((text) => fitting(text, stream.columns));
        stream.write(`${rubOut()}${lines.join('\n')}`);
        drawn = lines.length;
        return;
      }
      if (type === 'run.completed') bars.delete(runId);
      line(level === 'info' ? message : `${label[level]}: ${message}`);
    },
    problem(problem) {
      const document = problemDocument(problem);
      line(`Error: ${document.title}: ${document.detail}`);
      for (const { pointer, message } of document.errors ?? []) line(`  ${pointer || '/'} ${message}`);
      if (document.native?.logPath !== undefined) line(`  Log: ${document.native.logPath}`);
      line(`  ${document.remedy} [${document.id}]`);
    },
  };
}

/** One line of the terminal: one that wraps could not be drawn over. */
function fitting(text: string, columns = 80): string {
  const plain = text.replaceAll(/\s/g, ' ');
  return plain.length < columns ? plain : `${plain.slice(0, columns - 2)}\u2026`;
}

/** Names from inside an image or a package stand in messages: none of them gives orders to the terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (unit) => `\\x${unit.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

const label = { warning: 'Warning', error: 'Error' } as const;

function bar(share: number): string {
  const width = 24;
  const filled = Math.max(0, Math.min(width, Math.floor(share * width)));
  return `[${'='.repeat(filled)}${' '.repeat(width - filled)}] ${(share * 100).toFixed(0).padStart(3)}%`;
}
