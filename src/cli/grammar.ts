/**
 * The whole grammar of the command line, read by yargs: help, mistakes and what `plain.ts` leaves to it. Only this file
 * knows yargs. It is a part of its own, so a mistake is a sentence here and a problem in `parse.ts`.
 */
import yargs, { type Argv, type Options } from 'yargs';
import type { RequestMember, RequestMembers } from '../contract/members.ts';
import { type Command, eventForms, flagOf } from './command.ts';

export interface Reading {
  /** noun.verb, or `serve`; undefined where only help was asked for. */
  chosen: string | undefined;
  flags: Record<string, unknown>;
  /** Text of the help that was asked for, else empty. */
  output: string;
  /** What is wrong with the arguments. */
  error: string | undefined;
}

/** What the arguments say to yargs. */
export function readWithYargs(argv: string[], commands: readonly Command[]): Reading {
  let chosen: string | undefined;
  const choose = (name: string): void => {
    chosen = name;
  };
  const nounOf = ({ name }: Command): string => name.slice(0, name.indexOf('.'));
  const nouns = [...new Set(commands.map(nounOf))];
  let parser = globalOptions(yargs([]));
  for (const noun of namedIn(argv, nouns, (each) => each)) {
    const all = commands.filter((command) => nounOf(command) === noun);
    const named = namedIn(argv, all, verbOf);
    parser = parser.command(noun, named.map(verbOf).join(', '), (verbs) => {
      for (const command of named) addVerb(verbs, command, () => choose(command.name));
      return verbs.demandCommand(1, `${noun} needs a verb; see imgupdate ${noun} --help.`);
    });
  }
  parser = parser.command(
    'serve',
    'answer requests on standard input (JSON-RPC 2.0, one line a message)',
    { stdio: { type: 'boolean', demandOption: true, describe: 'speak over standard input and output' } },
    () => choose('serve'),
  );
  const reading = run(parser, argv);
  return { ...reading, chosen };
}

function verbOf({ name }: Command): string {
  return name.slice(name.indexOf('.') + 1);
}

/** Those whose word stands on the command line; all where none does. A hundred commands take longer to make than to run one. */
function namedIn<One>(argv: readonly string[], all: readonly One[], wordOf: (one: One) => string): readonly One[] {
  const named = all.filter((one) => argv.includes(wordOf(one)));
  return named.length === 0 ? all : named;
}

function globalOptions(parser: Argv): Argv {
  return parser
    .scriptName('imgupdate')
    .version(false)
    .locale('en')
    .parserConfiguration({
      // A flag may begin with `no-`.
      'boolean-negation': false,
      'greedy-arrays': false,
      'camel-case-expansion': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'dot-notation': false,
    })
    .usage(
      'imgupdate <noun> <verb> [argument] [--flags]\n\nOne JSON document on standard output; events on standard error.',
    )
    .option('site', { type: 'string', requiresArg: true, describe: 'folder of the site (or IMGUPDATE_SITE)' })
    .option('events', {
      type: 'string',
      choices: eventForms,
      describe: 'form of the events; none: only the problem of a failure [text]',
    })
    .option('dry-run', { type: 'boolean', describe: 'say what would be done, and do not do it' })
    .option('pretty', { type: 'boolean', describe: 'indent the result' })
    .option('input', { type: 'string', requiresArg: true, describe: 'the whole request as JSON: a file, or - (stdin)' })
    .demandCommand(1, 'Name what to do: imgupdate <noun> <verb>; see imgupdate --help.')
    .strict()
    .wrap(120)
    .exitProcess(false);
}

function addVerb(verbs: Argv, command: Command, choose: () => void): void {
  const { positional, request } = command;
  const verb = verbOf(command);
  const options = flagOptions(request);
  const usage = positional === undefined ? verb : `${verb} [${flagOf(positional)}]`;
  verbs.command(
    usage,
    request.description,
    (one) => {
      for (const [flag, option] of Object.entries(options)) {
        if (positional === undefined || flag !== flagOf(positional)) one.option(flag, option);
        else one.positional(flag, { type: 'string', describe: option.describe ?? '' });
      }
      return one;
    },
    choose,
  );
}

/** yargs options of a request. Values stay strings: `flags.ts` converts them, so that a mistake is told as one. */
function flagOptions({ members }: RequestMembers): Record<string, Options> {
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [
      flagOf(name),
      {
        type: member.type === 'boolean' ? 'boolean' : member.list === true ? 'array' : 'string',
        string: member.type !== 'boolean',
        describe: describe(member),
        requiresArg: member.type !== 'boolean',
      },
    ]),
  );
}

function describe(member: RequestMember): string {
  const choices = member.choices === undefined ? '' : ` (${member.choices.join(', ')})`;
  const standard =
    member.default === undefined || member.default === false ? '' : ` [${JSON.stringify(member.default)}]`;
  return `${member.description}${choices}${standard}`;
}

function run(
  parser: Argv,
  argv: string[],
): { flags: Record<string, unknown>; output: string; error: string | undefined } {
  let output = '';
  let error: string | undefined;
  let flags: Record<string, unknown> = {};
  parser
    .fail((message, thrown) => {
      error ??= message ?? thrown?.message ?? 'The arguments are not understood.';
    })
    .parse(argv, (_failed: unknown, parsed: Record<string, unknown>, text: string) => {
      flags = parsed;
      output = text;
    });
  return { flags, output: error === undefined ? output : '', error };
}
