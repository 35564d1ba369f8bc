/** The command line, read by yargs. Only this file and `flags.ts` know yargs. */
import yargs, { type Argv } from 'yargs';
import { requestMembers } from '../contract/generated/members.ts';
import { Problem } from '../errors.ts';
import type { AnyOperation } from '../operations/operation.ts';
import type { EventForm } from './events.ts';
import { flagOf, flagOptions, requestFromFlags } from './flags.ts';

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
export function parseCommandLine(argv: string[], operations: ReadonlyMap<string, AnyOperation>): Parsed {
  let chosen: string | undefined;
  const choose = (name: string): void => {
    chosen = name;
  };
  const nouns = [...new Set([...operations.keys()].map((name) => name.split('.')[0] ?? ''))];
  let parser = globalOptions(yargs([]));
  for (const noun of namedIn(argv, nouns, (each) => each)) {
    const all = [...operations.keys()].filter((name) => name.startsWith(`${noun}.`));
    const names = namedIn(argv, all, (name) => name.slice(noun.length + 1));
    parser = parser.command(noun, names.map((name) => name.slice(noun.length + 1)).join(', '), (verbs) => {
      for (const name of names) addVerb(verbs, operations.get(name), () => choose(name));
      return verbs.demandCommand(1, `${noun} needs a verb; see imgupdate ${noun} --help.`);
    });
  }
  parser = parser.command(
    'serve',
    'answer requests on standard input (JSON-RPC 2.0, one line a message)',
    { stdio: { type: 'boolean', demandOption: true, describe: 'speak over standard input and output' } },
    () => choose('serve'),
  );
  const { flags, output, error } = run(parser, argv);
  if (error !== undefined) throw new Problem('ImgArgumentInvalid', { detail: error });
  if (output !== '' || chosen === undefined) return { what: 'help', text: output };
  const globals = globalFlags(flags);
  if (chosen === 'serve') return { what: 'serve', flags: globals };
  const members = requestMembers[chosen];
  if (members === undefined) throw new Problem('ImgUnexpected', { detail: `${chosen} has no request schema.` });
  // yargs reads a lone dash, which stands for standard input, as an empty positional.
  const { positional } = (operations.get(chosen) ?? {}) as { positional?: string };
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

/** Those whose word stands on the command line; all where none does. A hundred commands take longer to make than to run one. */
function namedIn(argv: readonly string[], all: readonly string[], wordOf: (one: string) => string): readonly string[] {
  const named = all.filter((one) => argv.includes(wordOf(one)));
  return named.length === 0 ? all : named;
}

function globalOptions(parser: Argv): Argv {
  return parser
    .scriptName('imgupdate')
    .version(false)
    .locale('en')
    .parserConfiguration({
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
      choices: ['json', 'text', 'none'],
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

function addVerb(verbs: Argv, operation: AnyOperation | undefined, choose: () => void): void {
  if (operation === undefined) return;
  const members = requestMembers[operation.name];
  if (members === undefined) return;
  const verb = operation.name.slice(operation.name.indexOf('.') + 1);
  const { positional } = operation as { positional?: string };
  const options = flagOptions(members);
  const usage = positional === undefined ? verb : `${verb} [${flagOf(positional)}]`;
  verbs.command(
    usage,
    members.description,
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
