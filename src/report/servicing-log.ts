/**
 * OfflineServicingMgr.log: the log that Configuration Manager admins know, in the form of the site server
 * (`text $$<COMPONENT><date time+bias><thread=n (0xn)>`), which CMTrace reads. Date and time are local as there; the bias
 * is minutes to add to get UTC.
 */
import { join } from 'node:path';
import type { Ports } from '../ports/index.ts';

export type LogLevel = 'Info' | 'Warning' | 'Error';

export interface ServicingLog {
  write(text: string, level?: LogLevel): void;
}

export const servicingLogName = 'OfflineServicingMgr.log';
export const servicingLogComponent = 'SMS_OFFLINE_SERVICING_MANAGER';
/** A status message begins so, and says by itself how severe it is. */
const statusMessage = /^STATMSG: .* SEV=E /;

/**
 * Writes to the log of the site and, where a run is at work, to the run's own copy. Lines never hold line breaks. A line
 * that cannot be written (a full disk) is lost: a log must not decide how a run ends.
 */
export function servicingLog(ports: Ports, folders: string[]): ServicingLog {
  return {
    write(text, level = 'Info') {
      const line = formatLine(text, { level, now: ports.clock.now(), thread: ports.self.pid });
      for (const folder of folders) append(ports, join(folder, servicingLogName), line);
    },
  };
}

function append({ files }: Ports, path: string, line: string): void {
  try {
    files.append(path, line);
  } catch {
    // See above.
  }
}

/** One line. Warnings and errors are told apart by their text, as in the original: there is no level in this form. */
export function formatLine(text: string, facts: { level: LogLevel; now: Date; thread: number }): string {
  const { level, now, thread } = facts;
  const flat = flatText(text);
  const marked = level === 'Info' || flat.startsWith('STATMSG: ') ? flat : `${level.toUpperCase()}: ${flat}`;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${two(now.getMonth() + 1)}-${two(now.getDate())}-${now.getFullYear()}`;
  const time = `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
  const milliseconds = String(now.getMilliseconds()).padStart(3, '0');
  const bias = now.getTimezoneOffset();
  const hex = thread.toString(16).toUpperCase();
  return `${marked} $$<${servicingLogComponent}><${date} ${time}.${milliseconds}${bias < 0 ? '-' : '+'}${Math.abs(bias)}><thread=${thread} (0x${hex})>\n`;
}

/** A text as it stands in a line. */
export function flatText(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}

export interface LogEntry {
  time: string | null;
  level: LogLevel;
  source: string;
  message: string;
}

const pattern = /^(.*) \$\$<([^>]*)><(\d\d)-(\d\d)-(\d{4}) (\d\d):(\d\d):(\d\d)\.(\d{3})([+-]\d+)><thread=/;

/** Reads lines of this form; a line of another form is an entry without a time. */
export function parseServicingLog(text: string): LogEntry[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => parseLine(line.replace(/\r$/, '')));
}

function parseLine(line: string): LogEntry {
  const found = pattern.exec(line);
  if (found === null) return { time: null, level: 'Info', source: '', message: line };
  const [, text = '', source = '', month, day, year, hour, minute, second, millisecond, bias] = found;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const moment = new Date(local + Number(millisecond) + Number(bias) * 60_000);
  const time = Number.isNaN(moment.getTime()) ? null : moment.toISOString();
  const isError = text.startsWith('ERROR: ') || statusMessage.test(text);
  const level = isError ? 'Error' : text.startsWith('WARNING: ') ? 'Warning' : 'Info';
  return { time, level, source, message: text.replace(/^(ERROR|WARNING): /, '') };
}
