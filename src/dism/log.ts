import { normaliseCode } from './codes.ts';

/** One entry of a dism.log. Lines of the imaging library carry no time; they keep that of the entry before. */
export interface DismLogEntry {
  /** "2022-11-18T10:51:27": the machine's local time, no zone; empty before the first stamped line. */
  time: string;
  level: 'Error' | 'Warning' | 'Info' | 'Debug';
  /** DISM, CBS, CSI, DPX, ... or WIMGAPI for the lines without a stamp. */
  source: string;
  text: string;
}

export interface DismLogFailure extends DismLogEntry {
  /** The code inside the text, normalised. */
  code: number;
}

/**
 * Reads the text of a dism.log, or of the end of one (a first line that is cut is read as any other). Never fails: a line
 * of no known form becomes an entry of the imaging library. At most `limit` entries, the last ones.
 */
export function parseDismLog(text: string, limit = 10_000): DismLogEntry[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const entries: DismLogEntry[] = [];
  let time = '';
  for (const raw of lines) {
    const line = raw.slice(0, MAX_LINE);
    const match = STAMPED.exec(line);
    if (match !== null) {
      time = `${match[1]}T${match[2]}`;
      entries.push({ time, level: levelOf(match[3]), source: match[4] ?? '', text: (match[5] ?? '').trimEnd() });
    } else if (line.trim() !== '') {
      entries.push({ time, level: 'Info', source: 'WIMGAPI', text: line.trim() });
    }
  }
  return entries.slice(-limit);
}

/**
 * The lines that say why a call failed: error lines with "(hr:0x...)", CBS lines with an HRESULT that is not success, and
 * bracketed codes of the imaging library. Provider noise that stands in every log is left out. Newest last.
 */
export function failureLines(entries: readonly DismLogEntry[], limit = 20): DismLogFailure[] {
  const failures = entries.flatMap((entry) => {
    const code = failureCode(entry);
    return code === undefined || NOISE.some((noise) => noise.test(entry.text)) ? [] : [{ ...entry, code }];
  });
  return failures.slice(-limit);
}

/** Why the last call in a log failed, by its log alone. */
export interface LogSummary {
  /**
   * The first line with the code that the tool ended with, else the first of the level Error: what comes behind it is most
   * often its consequence. '' where there is none.
   */
  firstError: string;
  /** The lines of component servicing with that code, oldest first, at most five: where it is the cause. */
  cbs: string[];
}

/** Sums up the last session in the text of a dism.log, or of the end of one; `code` is what the tool ended with. */
export function logSummary(text: string, code: number): LogSummary {
  const entries = parseDismLog(text, mostSummed);
  const start = entries.findLastIndex((entry) => entry.text.includes('<----- Starting Dism.exe session ----->'));
  const failures = failureLines(entries.slice(Math.max(0, start)), mostSummed);
  const ofCode = failures.filter((failure) => failure.code === normaliseCode(code));
  const first = ofCode[0] ?? failures.find(({ level }) => level === 'Error');
  return {
    firstError: first?.text ?? '',
    // A host that works offline writes many a line with a code that nothing comes of.
    cbs: [...new Set(ofCode.filter(({ source }) => source === 'CBS').map((failure) => failure.text))].slice(0, 5),
  };
}

const mostSummed = 200_000;

function failureCode(entry: DismLogEntry): number | undefined {
  const printed =
    (entry.level === 'Error' ? /\(hr:(0x[0-9a-fA-F]{1,8})\)/.exec(entry.text)?.[1] : undefined) ??
    /\[HRESULT = (0x[0-9a-fA-F]{1,8})\b/.exec(entry.text)?.[1] ??
    /\(CBS HRESULT=(0x[0-9a-fA-F]{1,8})\)/.exec(entry.text)?.[1] ??
    (entry.source === 'WIMGAPI' ? /^\[[\d.]+\] \[(0x[0-9a-fA-F]{8})\]/.exec(entry.text)?.[1] : undefined);
  const code = printed === undefined ? 0 : normaliseCode(Number(printed));
  // Only failures have the high bit set; S_FALSE and the like are news, not errors.
  return printed === undefined || Number(printed) >>> 0 < 0x80000000 ? undefined : code;
}

function levelOf(word: string | undefined): DismLogEntry['level'] {
  return word === 'Error' || word === 'Warning' || word === 'Debug' ? word : 'Info';
}

const MAX_LINE = 16 * 1024;
const STAMPED =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:[.:]\d+)?, (Error|Warning|Info|Debug)\s+([A-Z]{2,12})\s{1,8}(.*)$/;
const NOISE = [/Failed to load the provider: /, /PE Provider/];
