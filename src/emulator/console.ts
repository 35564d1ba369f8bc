/** What dism.exe writes, byte for byte: CR LF, bars of 64 bytes, everything on stdout. */
export interface Console {
  line(text?: string): Promise<void>;
  /** One bar. `percent` is printed with one decimal. */
  bar(percent: number): Promise<void>;
  /** Bytes as they are, for faults. */
  raw(text: string): Promise<void>;
  /** Also when the output is quiet: errors. */
  errorLine(text?: string): Promise<void>;
}

export interface ConsoleForm {
  quiet: boolean;
  /** The words of the machine's language for a line. */
  translate: (line: string) => string;
}

export function createConsole(write: (bytes: Uint8Array) => Promise<void>, { quiet, translate }: ConsoleForm): Console {
  const print = (text: string): Promise<void> => write(encoder.encode(text));
  const unlessQuiet = async (text: string): Promise<void> => {
    if (!quiet) await print(text);
  };
  return {
    line: (text = '') => unlessQuiet(`${translate(text)}\r\n`),
    bar: (percent) => unlessQuiet(`\r${progressBar(percent)} \r\n`),
    raw: print,
    errorLine: (text = '') => print(`${translate(text)}\r\n`),
  };
}

/** The bar's 60 characters: filled by the exact value, the number over it, rounded to one decimal. */
export function progressBar(percent: number): string {
  const fill = Math.floor((WIDTH * percent) / 100);
  const inner = '='.repeat(fill).padEnd(WIDTH);
  const text = `${percent.toFixed(1)}%`;
  const start = Math.ceil((WIDTH - text.length) / 2);
  return `[${inner.slice(0, start)}${text}${inner.slice(start + text.length)}]`;
}

const WIDTH = 58;
const encoder = new TextEncoder();
