/**
 * Command lines that can only be read one way: the words of one command, then flags that it has, each with a value of
 * ordinary characters. Programs and people write nearly nothing else. All the rest (help, mistakes, quotes, a double
 * dash, a flag given twice) is left to yargs, which takes longer to load than most commands take to run.
 */
import { parseArgs } from 'node:util';
import { type Command, eventForms, flagOf } from './command.ts';

export interface PlainReading {
  /** noun.verb, or `serve`. */
  chosen: string;
  /** Flag -> value, as yargs gives it: a text, true, or a list of texts. */
  flags: Record<string, unknown>;
}

type Flags = Record<string, { type: 'boolean' | 'string'; multiple?: boolean }>;
interface Token {
  kind: string;
  name?: string;
  value?: string | undefined;
}

const globalFlags: Flags = {
  site: { type: 'string' },
  events: { type: 'string' },
  'dry-run': { type: 'boolean' },
  pretty: { type: 'boolean' },
  input: { type: 'string' },
};

/** What the arguments say, or undefined where that is for yargs to decide. `commandOf` finds a command by its name. */
export function readPlain(
  argv: readonly string[],
  commandOf: (name: string) => Command | undefined,
): PlainReading | undefined {
  if (argv[0] === 'serve') return readServe(argv.slice(1));
  const command = commandOf(`${argv[0]}.${argv[1]}`);
  if (command === undefined) return undefined;
  const own: Flags = Object.fromEntries(
    Object.entries(command.request.members).map(([name, { type, list }]) => [
      flagOf(name),
      type === 'boolean' ? { type } : { type: 'string', multiple: list === true },
    ]),
  );
  const flags = readFlags(argv.slice(2), own, command.positional);
  return flags && { chosen: command.name, flags };
}

function readServe(argv: readonly string[]): PlainReading | undefined {
  const flags = readFlags(argv, { stdio: { type: 'boolean' } }, undefined);
  return flags?.['stdio'] === true ? { chosen: 'serve', flags } : undefined;
}

function readFlags(
  args: readonly string[],
  own: Flags,
  positional: string | undefined,
): Record<string, unknown> | undefined {
  if (Object.keys(own).some((name) => name in globalFlags)) return undefined;
  const options = { ...globalFlags, ...own };
  let tokens: Token[];
  let values: Record<string, unknown>;
  try {
    ({ tokens, values } = parseArgs({ args: [...args], options, allowPositionals: true, tokens: true }));
  } catch {
    return undefined;
  }
  const flags: Record<string, unknown> = { ...values };
  const once = new Set<string>();
  for (const { kind, name = flagOf(positional ?? ''), value } of tokens) {
    const again = once.has(name) && options[name]?.multiple !== true;
    if (again || !isPlain(kind, value)) return undefined;
    if (kind === 'positional') {
      if (positional === undefined) return undefined;
      flags[name] = value;
    }
    once.add(name);
  }
  const { events } = flags;
  return events === undefined || eventForms.some((form) => form === events) ? flags : undefined;
}

/** yargs takes the quotes off a value, a lone `help` for the flag, and `true` behind a flag for its value. */
function isPlain(kind: string, value: string | undefined): boolean {
  if (kind === 'option') return value === undefined || /^[^-"'\s]/.test(value);
  return kind === 'positional' && /^[^-"'\s]/.test(value ?? '') && !/^(?:help|true|false)$/.test(value ?? '');
}
