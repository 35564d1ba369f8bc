import type { EngineEvent } from '../contract/event.ts';
import type { Validator } from '../contract/generated/validator.ts';
import type { Ports } from '../ports/index.ts';
import type { Installation } from '../site/installation.ts';
import type { Site } from '../site/site.ts';

/** What an operation gets besides its request. */
export interface Context {
  ports: Ports;
  /** Opens the site on first use; the same site afterwards. */
  site(): Promise<Site>;
  installation: Installation;
  emit(event: EngineEvent): void;
  /** Fires when the caller cancels. */
  signal: AbortSignal;
  dryRun: boolean;
  /** Standard input, where the caller has one. */
  input?: AsyncIterable<Uint8Array>;
}

/** An operation's answer. `partial` = some items failed: the command line ends with 3. */
export interface Answer<Result> {
  result: Omit<Result, 'formatVersion'>;
  partial?: boolean;
}

/**
 * One thing that the engine can do: one command, one method of `serve`, one cmdlet or part of one. Its request and
 * result are the schemas `<name>.request` and `<name>.result`.
 */
export interface Operation<Request, Result> {
  /** noun.verb */
  name: string;
  validate: Validator<Request>;
  /** Throws Problem. */
  run(request: Request, context: Context): Promise<Answer<Result>>;
}

/** Any operation, its types forgotten: what the table holds. The validator stands between caller and `run`. */
export type AnyOperation = Operation<never, unknown>;

/** What is known of an operation before it is loaded. */
export interface OperationEntry {
  /** noun.verb */
  name: string;
  /** Member of the request that the command line also takes without a flag. */
  positional: string | undefined;
  load(): Promise<AnyOperation>;
}
