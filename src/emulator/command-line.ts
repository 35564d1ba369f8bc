import { code } from './codes.ts';
import { DismFailure } from './failure.ts';

/** An argument list taken apart. Option names are lower case, without the slash. */
export interface CommandLine {
  /** Lower-case name of the one command, '' when there is none. */
  command: string;
  /** Values of options that take one, in order; several of one name are kept. */
  values: Map<string, string[]>;
  flags: Set<string>;
}

/** What a command accepts besides the global options. */
export interface CommandShape {
  /** All its names, as documented; the first one is the usual one. */
  names: readonly string[];
  values?: readonly string[];
  flags?: readonly string[];
  required?: readonly string[];
  /** The command itself has a value: "/Apply-Unattend:<file>". */
  takesValue?: boolean;
}

/**
 * Reads "/Option:value" (or "="), in any case, values with or without quotes. Refuses with error 87, as dism.exe does:
 * what is no option, an unknown one, one that this command does not take, a missing value, two commands in one call.
 */
export function parseCommandLine(argv: readonly string[], shapes: readonly CommandShape[]): CommandLine {
  const options = argv.map(splitOption);
  const commands = options.filter(({ name }) => shapeOf(shapes, name) !== undefined);
  if (commands.length > 1) throw refused(`The ${commands[1]?.given} option is not valid together with a command.`);
  const command = commands[0]?.name ?? '';
  const shape = shapeOf(shapes, command);
  const own = shape?.takesValue === true ? [command] : [];
  const valued = [...globalValues, ...(shape?.values ?? []), ...own].map(lower);
  const flagged = [...globalFlags, ...(shape?.flags ?? [])].map(lower);
  const line: CommandLine = { command: lower(shape?.names[0] ?? ''), values: new Map(), flags: new Set() };

  for (const { name, value, given } of options) {
    if (valued.includes(name)) {
      if (value === undefined || value === '') throw missing(given);
      line.values.set(name, [...(line.values.get(name) ?? []), value]);
    } else if (flagged.includes(name)) line.flags.add(name);
    else if (name !== commands[0]?.name) throw refused(`The ${given} option is unknown.`);
  }
  for (const name of shape?.required ?? []) if (!line.values.has(lower(name))) throw missing(`/${name}:`);
  return line;
}

/** The one value of an option that may be given once; error 87 when it was given more often. */
export function optionValue(line: CommandLine, name: string): string | undefined {
  const given = line.values.get(lower(name)) ?? [];
  if (given.length > 1) throw refused(`The /${name} option was specified more than once.`);
  return given[0];
}

export function refused(message: string): DismFailure {
  return new DismFailure(code.invalidParameter, message, message);
}

function missing(given: string): DismFailure {
  const option = given.endsWith(':') ? given : `${given}:`;
  return refused(
    `The ${option} option is missing a required argument.\r\nFor more information, refer to the help for the ${option} option.`,
  );
}

function splitOption(argument: string): { name: string; value: string | undefined; given: string } {
  const match = /^[/-]([A-Za-z?][A-Za-z-]*)(?:[:=]([\s\S]*))?$/.exec(argument);
  if (match === null) throw refused(`The ${argument} option is unknown.`);
  const value = match[2]?.replace(/^"([\s\S]*)"$/, '$1');
  return { name: lower(match[1] ?? ''), value, given: `/${match[1]}` };
}

function shapeOf(shapes: readonly CommandShape[], name: string): CommandShape | undefined {
  return shapes.find((shape) => shape.names.some((known) => lower(known) === name));
}

const lower = (text: string): string => text.toLowerCase();
const globalValues = ['LogPath', 'LogLevel', 'ScratchDir', 'WinDir', 'SysDriveDir', 'Image'];
const globalFlags = ['English', 'Quiet', 'NoRestart', 'Online', '?'];
