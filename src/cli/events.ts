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

/** Text for people. Progress is one line that is drawn again on a terminal, and left out elsewhere. */
function textWriter({ stream }: EventTarget): EventWriter {
  let open = false;
  const line = (text: string): void => {
    stream.write(`${open ? '\r\x1b[K' : ''}${printable(text)}\n`);
    open = false;
  };
  return {
    event(event) {
      if (event.level === 'debug') return;
      if (event.progress !== undefined) {
        if (stream.isTTY !== true) return;
        stream.write(`\r\x1b[K${bar(event.progress.done / event.progress.total)} ${printable(event.message)}`);
        open = true;
        return;
      }
      line(event.level === 'info' ? event.message : `${label[event.level]}: ${event.message}`);
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
