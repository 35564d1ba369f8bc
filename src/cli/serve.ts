/**
 * `imgupdate serve --stdio`: JSON-RPC 2.0, one message a line. A method is an operation, `params` its request, `result`
 * the document that the command would print; events come as notification `event` {requestId, event}. Requests run side
 * by side; `$/cancelRequest {id}` stops one. The end of standard input cancels what is open and ends with 0.
 */
import { asProblem, type Problem, problemDocument } from '../errors.ts';
import { callOperation } from '../operations/call.ts';
import { operations } from '../operations/index.ts';
import type { Site } from '../site/site.ts';
import { eventDocument } from './events.ts';
import { write } from './output.ts';
import type { GlobalFlags } from './parse.ts';
import type { World } from './world.ts';

type Id = string | number | null;

interface Message {
  id?: Id;
  method: string;
  params?: unknown;
  /** Beyond JSON-RPC: this one request is a dry run. */
  dryRun?: boolean;
}

/** JSON-RPC's own codes. Any other error has 1000 + the exit code. */
const parseError = -32700;
const invalidRequest = -32600;
const methodNotFound = -32601;
const problemBase = 1000;

export async function serve(world: World, site: () => Promise<Site>, flags: GlobalFlags): Promise<number> {
  const open = new Map<Id, AbortController>();
  const all = new Set<AbortController>();
  const running = new Set<Promise<void>>();
  const send = (message: object): void =>
    void write(world.stdout, `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

  const { createInterface } = process.getBuiltinModule('node:readline');
  const lines = createInterface({ input: world.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const end = (): void => lines.close();
  world.signal.addEventListener('abort', end, { once: true });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const message = readMessage(line);
    if ('error' in message) {
      send({ id: message.id, error: message.error });
    } else if (message.method === '$/cancelRequest') {
      open.get(idOf(message.params))?.abort();
    } else {
      const work = answer(message).finally(() => running.delete(work));
      running.add(work);
    }
  }
  for (const controller of all) controller.abort();
  await Promise.allSettled(running);
  return 0;

  async function answer({ id, method, params, dryRun }: Message): Promise<void> {
    const requestId = id ?? null;
    const respond = (body: object): void => {
      if (id !== undefined) send({ id, ...body });
    };
    const operation = operations.get(method);
    if (operation === undefined) {
      return respond({ error: { code: methodNotFound, message: `There is no method ${JSON.stringify(method)}.` } });
    }
    if (id !== undefined && open.has(id)) {
      return respond({ error: { code: invalidRequest, message: `A request with the id ${id} is still open.` } });
    }
    const controller = new AbortController();
    all.add(controller);
    if (id !== undefined) open.set(id, controller);
    try {
      const { document } = await callOperation(operation, params ?? {}, {
        ports: world.ports,
        installation: world.installation,
        site,
        emit: (event) =>
          send({ method: 'event', params: { requestId, event: eventDocument(event, world.ports.clock) } }),
        signal: controller.signal,
        dryRun: flags.dryRun || dryRun === true,
      });
      respond({ result: document });
    } catch (error) {
      respond({ error: errorOf(asProblem(error)) });
    } finally {
      all.delete(controller);
      if (id !== undefined) open.delete(id);
    }
  }
}

function errorOf(problem: Problem): object {
  return { code: problemBase + problem.exitCode, message: problem.facts.detail, data: problemDocument(problem) };
}

function readMessage(line: string): Message | { id: Id; error: { code: number; message: string } } {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch (error) {
    return { id: null, error: { code: parseError, message: `The line is not JSON: ${(error as Error).message}` } };
  }
  const message = value as Partial<Message> | null;
  const isObject = typeof message === 'object' && message !== null && !Array.isArray(message);
  const id = isObject && isId(message.id) ? message.id : undefined;
  if (!isObject || typeof message.method !== 'string') {
    return {
      id: id ?? null,
      error: { code: invalidRequest, message: 'A message is an object with id, method, params.' },
    };
  }
  // Only a message without an id is a notification: who sent another one waits for an answer.
  if (id === undefined && message.id !== undefined) {
    return { id: null, error: { code: invalidRequest, message: 'An id is a string, a number or null.' } };
  }
  return {
    ...(id === undefined ? {} : { id }),
    method: message.method,
    params: message.params,
    dryRun: message.dryRun === true,
  };
}

function isId(id: unknown): id is Id {
  return id === null || typeof id === 'string' || typeof id === 'number';
}

function idOf(params: unknown): Id {
  return (params as { id?: Id } | undefined)?.id ?? null;
}
