/** The command line: what the arguments say, and which request that is. */
import { requestMembers } from '../contract/generated/members.ts';
import { Problem } from '../errors.ts';
import type { OperationEntry } from '../operations/operation.ts';
import { type Command, flagOf } from './command.ts';
import type { EventForm } from './events.ts';
import { requestFromFlags } from './flags.ts';
import { type PlainReading, readPlain } from './plain.ts';

export interface GlobalFlags {
  site: string | undefined;
  events: EventForm;
  dryRun: boolean;
  pretty: boolean;
}

export type Parsed =
  | { what: 'help'; text: string }
  | { what: 'serve'; flags: GlobalFlags }
  | {
      what: 'operation';
      name: string;
      flags: GlobalFlags;
      input: string | undefined;
      request: Record<string, unknown>;
    };

/** Reads the arguments. Throws Problem ImgArgumentInvalid. */
export async function parseCommandLine(
  argv: string[],
  operations: ReadonlyMap<string, OperationEntry>,
): Promise<Parsed> {
  const commandOf = (name: string): Command | undefined => {
    const operation = operations.get(name);
    const request = requestMembers[name];
    return operation && request && { name, positional: operation.positional, request };
  };
  const plain = readPlain(argv, commandOf);
  if (plain !== undefined) return parsed(plain, argv, commandOf);
  const { readWithYargs } = await import('./grammar.ts');
  const commands = [...operations.keys()].map(commandOf).filter((command) => command !== undefined);
  const { chosen, flags, output, error } = readWithYargs(argv, commands);
  if (error !== undefined) throw new Problem('ImgArgumentInvalid', { detail: error });
  if (output !== '' || chosen === undefined) return { what: 'help', text: output };
  return parsed({ chosen, flags }, argv, commandOf);
}

function parsed(
  { chosen, flags }: PlainReading,
  argv: readonly string[],
  commandOf: (name: string) => Command | undefined,
): Parsed {
  const globals = globalFlags(flags);
  if (chosen === 'serve') return { what: 'serve', flags: globals };
  const command = commandOf(chosen);
  if (command === undefined) throw new Problem('ImgUnexpected', { detail: `${chosen} has no request schema.` });
  const { positional, request: members } = command;
  // yargs reads a lone dash, which stands for standard input, as an empty positional.
  if (positional !== undefined && flags[flagOf(positional)] === '' && argv.includes('-'))
    flags[flagOf(positional)] = '-';
  // What stands behind a double dash is never a flag; yargs does not give it to the positional of a nested command.
  const end = argv.indexOf('--');
  const [literal, ...more] = end < 0 ? [] : argv.slice(end + 1);
  if (literal !== undefined) {
    if (positional === undefined || more.length > 0 || flags[flagOf(positional)] !== undefined) {
      throw new Problem('ImgArgumentInvalid', {
        detail: `There are too many arguments behind --: ${[literal, ...more].join(' ')}`,
      });
    }
    flags[flagOf(positional)] = literal;
  }
  const request = requestFromFlags(members, flags);
  const input = flags['input'];
  if (input !== undefined && Object.keys(request).length > 0) {
    const extra = flagOf(Object.keys(request)[0] ?? '');
    throw new Problem('ImgArgumentInvalid', {
      detail: `--input holds the whole request; --${extra} cannot stand beside it.`,
    });
  }
  return { what: 'operation', name: chosen, flags: globals, request, input: input as string | undefined };
}

function globalFlags(flags: Record<string, unknown>): GlobalFlags {
  for (const name of ['site', 'events', 'input']) {
    if (Array.isArray(flags[name])) {
      throw new Problem('ImgArgumentInvalid', { detail: `--${name} is given more than once.` });
    }
  }
  return {
    site: flags['site'] as string | undefined,
    events: (flags['events'] as EventForm | undefined) ?? 'text',
    dryRun: flags['dry-run'] === true,
    pretty: flags['pretty'] === true,
  };
}
