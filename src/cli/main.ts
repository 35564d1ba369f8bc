/**
 * The command line: flags or standard input become a request, the result goes to stdout, events go to stderr. Thin: what
 * a command does stands in `operations/`.
 */

import { openSite } from '../database.ts';
import { asProblem, Problem } from '../errors.ts';
import { callOperation } from '../operations/call.ts';
import { operations } from '../operations/index.ts';
import type { Context } from '../operations/operation.ts';
import type { Site } from '../site/site.ts';
import { type EventWriter, eventWriter } from './events.ts';
import { readRequest } from './input.ts';
import { ignoreClosedReader, write } from './output.ts';
import { type GlobalFlags, type Parsed, parseCommandLine } from './parse.ts';
import { serve } from './serve.ts';
import type { World } from './world.ts';

/** Runs one command line to its end and returns the exit code. Never throws. */
export async function runCommandLine(argv: string[], world: World): Promise<number> {
  ignoreClosedReader(world.stdout);
  ignoreClosedReader(world.stderr);
  const events = (form: GlobalFlags['events']): EventWriter =>
    eventWriter(form, { stream: world.stderr, clock: world.ports.clock, version: world.installation.version });
  let parsed: Parsed;
  try {
    parsed = await parseCommandLine(argv, operations);
  } catch (error) {
    return fail(error, events(wantsJson(argv) ? 'json' : 'text'));
  }
  if (parsed.what === 'help') {
    await write(world.stderr, `${parsed.text}\n`);
    return 0;
  }
  const writer = events(parsed.what === 'serve' ? 'none' : parsed.flags.events);
  const site = siteOnce(world, parsed.flags.site);
  try {
    if (parsed.what === 'serve') return await serve(world, site.open, parsed.flags);
    return await runOperation(parsed, world, site.open, writer);
  } catch (error) {
    return fail(error, writer);
  } finally {
    await site.close();
  }
}

async function runOperation(
  parsed: Extract<Parsed, { what: 'operation' }>,
  world: World,
  site: () => Promise<Site>,
  writer: EventWriter,
): Promise<number> {
  const operation = operations.get(parsed.name);
  if (operation === undefined) throw new Problem('ImgUnexpected', { detail: `${parsed.name} is in no table.` });
  const fromFlags = parsed.input === undefined;
  const request = fromFlags
    ? parsed.request
    : await readRequest(parsed.input ?? '-', { input: world.stdin, files: world.ports.files });
  const context: Context = {
    ports: world.ports,
    installation: world.installation,
    site,
    emit: (event) => writer.event(event),
    signal: world.signal,
    dryRun: parsed.flags.dryRun,
    get input() {
      return world.stdin;
    },
  };
  try {
    const { document, exitCode } = await callOperation(operation, request, context);
    const text = JSON.stringify(document, null, parsed.flags.pretty ? 2 : undefined);
    if (await write(world.stdout, `${text}\n`)) return exitCode;
    throw new Problem('ImgOutputClosed', { detail: `The reader of ${parsed.name} closed the pipe before the result.` });
  } catch (error) {
    const invalid = error instanceof Problem && error.id === 'ImgRequestInvalid';
    throw fromFlags && invalid ? new Problem('ImgArgumentInvalid', error.facts) : error;
  }
}

function fail(error: unknown, writer: EventWriter): number {
  const problem = asProblem(error);
  writer.problem(problem);
  return problem.exitCode;
}

/** The form of events when the arguments themselves are wrong. */
function wantsJson(argv: string[]): boolean {
  return argv.includes('--events=json') || argv[argv.indexOf('--events') + 1] === 'json';
}

function siteOnce(world: World, folder: string | undefined): { open: () => Promise<Site>; close: () => Promise<void> } {
  let opened: Promise<Site> | undefined;
  return {
    open() {
      opened ??= openSite(world.ports, { folder, emulator: world.installation.emulator });
      opened.catch(() => {
        opened = undefined;
      });
      return opened;
    },
    async close() {
      const site = await opened?.catch(() => undefined);
      await site?.close();
    },
  };
}
