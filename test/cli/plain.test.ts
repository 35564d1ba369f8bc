/** A command line that is read without yargs says what yargs would have read in it. */
import { describe, expect, it } from 'vitest';
import { type Command, flagOf } from '../../src/cli/command.ts';
import { requestFromFlags } from '../../src/cli/flags.ts';
import { readWithYargs } from '../../src/cli/grammar.ts';
import { readPlain } from '../../src/cli/plain.ts';
import { requestMembers } from '../../src/contract/generated/members.ts';
import { operations } from '../../src/operations/index.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';

const commands: Command[] = [...operations.values()].map(({ name, positional }) => {
  const request = requestMembers[name];
  if (request === undefined) throw new Error(`${name} has no request`);
  return { name, positional, request };
});
const commandOf = (name: string): Command | undefined => commands.find((command) => command.name === name);
const globals = ['site', 'events', 'dry-run', 'pretty', 'input'];

/** What a reading means: the command, its request, the flags of every command. Order and absent flags mean nothing. */
function meaning({ chosen, flags }: { chosen: string | undefined; flags: Record<string, unknown> }): unknown {
  const request = requestMembers[chosen ?? ''];
  let members: unknown;
  try {
    members = request && requestFromFlags(request, flags);
  } catch (error) {
    members = (error as Error).message;
  }
  return { chosen, members, globals: globals.map((name) => flags[name]) };
}

function expectTheSame(argv: string[]): void {
  const plain = readPlain(argv, commandOf);
  if (plain === undefined) return;
  const whole = readWithYargs(argv, commands);

  expect({ argv, error: whole.error, output: whole.output }).toEqual({ argv, error: undefined, output: '' });
  expect({ argv, meaning: meaning(plain) }).toEqual({ argv, meaning: meaning(whole) });
}

describe('what is plain', () => {
  it.each(commands.map((command) => [command.name, command] as const))('%s with each of its flags', (name, command) => {
    const words = name.split('.');
    const own = Object.entries(command.request.members).map(([member, { type }]) =>
      type === 'boolean' ? [`--${flagOf(member)}`] : [`--${flagOf(member)}`, '7'],
    );
    const lines = [
      words,
      [...words, '--site', 'some folder', '--events=json', '--pretty', '--dry-run'],
      [...words, '--input', 'request.json'],
      ...own.map(([flag, value], at) => [...words, ...(at % 2 === 0 || !value ? (own[at] ?? []) : [`${flag}=a=b`])]),
      [...words, ...own.flat()],
      ...(command.positional === undefined ? [] : [[...words, 'C:\\a b\\c.wim', '--pretty']]),
    ];

    for (const argv of lines) {
      expect({ argv, plain: readPlain(argv, commandOf) }).toMatchObject({ argv, plain: { chosen: name } });
      expectTheSame(argv);
    }
  });

  it('serve over standard input and output', () => {
    const argv = ['serve', '--stdio', '--site', 'folder'];

    expect(readPlain(argv, commandOf)).toMatchObject({ chosen: 'serve', flags: { stdio: true, site: 'folder' } });
    expectTheSame(argv);
  });
});

describe('what is left to yargs', () => {
  it.each([
    ['nothing', []],
    ['a noun alone', ['image']],
    ['an unknown verb', ['image', 'paint']],
    ['help', ['image', 'show', '--help']],
    ['help as a word', ['image', 'show', 'help']],
    ['an unknown flag', ['image', 'list', '--colour', 'red']],
    ['a flag before the command', ['--pretty', 'site', 'show']],
    ['a flag without its value', ['image', 'list', '--name']],
    ['a flag in place of a value', ['image', 'list', '--name', '--pretty']],
    ['an empty value', ['image', 'list', '--name', '']],
    ['a value in quotes', ['image', 'list', '--name', '"a"']],
    ['a value that starts with a dash', ['image', 'list', '--name=-a']],
    ['a negated flag', ['site', 'show', '--no-pretty']],
    ['a flag with a truth for a value', ['site', 'show', '--pretty=false']],
    ['a truth behind a flag', ['image', 'show', '--pretty', 'false']],
    ['a flag given twice', ['image', 'list', '--name', 'a', '--name', 'b']],
    ['a switch given twice', ['site', 'show', '--pretty', '--pretty']],
    ['an argument too many', ['image', 'show', 'a', 'b']],
    ['an argument that is also a flag', ['image', 'show', 'a', '--image', 'b']],
    ['an argument of a command without one', ['site', 'show', 'a']],
    ['a double dash', ['image', 'show', '--', 'a']],
    ['a lone dash', ['image', 'show', '-']],
    ['a short flag', ['site', 'show', '-h']],
    ['an unknown form of events', ['site', 'show', '--events', 'xml']],
    ['serve without a channel', ['serve']],
  ])('%s', (_what, argv) => {
    expect(readPlain(argv, commandOf)).toBeUndefined();
  });

  it.each([[1], [2], [3], [4]])('or read the same, from random words (seed %i)', (seed) => {
    const random = randomNumbers(seed);
    const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
    const values = [
      'a',
      '5',
      'true',
      'false',
      'help',
      '-',
      '--',
      '',
      '"q"',
      "'q'",
      '-1',
      'a=b',
      ' x',
      '{"a":1}',
      'serve',
    ];
    let plain = 0;
    for (let line = 0; line < 60; line += 1) {
      const command = pick(commands);
      const flags = [...Object.keys(command.request.members).map(flagOf), ...globals, 'no-pretty', 'unknown'];
      const words = Array.from({ length: random(5) }, () =>
        random(3) === 0 ? [pick(values)] : random(2) === 0 ? [`--${pick(flags)}`] : [`--${pick(flags)}`, pick(values)],
      );
      const argv = [...command.name.split('.'), ...words.flat()];
      if (readPlain(argv, commandOf) !== undefined) plain += 1;
      expectTheSame(argv);
    }

    expect(plain).toBeGreaterThan(5);
  });
});
