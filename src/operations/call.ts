import { formatVersion } from '../contract/version.ts';
import { type InputError, Problem } from '../errors.ts';
import type { Context, OperationEntry } from './operation.ts';

export interface Called {
  document: Record<string, unknown>;
  exitCode: 0 | 3;
}

/**
 * The engine's front door: loads the operation, validates the request, runs it, completes the result document. `request`
 * is changed: defaults are filled in. Throws Problem; ImgRequestInvalid carries a JSON pointer per mistake.
 */
export async function callOperation(entry: OperationEntry, request: unknown, context: Context): Promise<Called> {
  context.signal.throwIfAborted();
  const operation = await entry.load();
  if (!operation.validate(request)) {
    const errors = (operation.validate.errors ?? []).map(describe);
    const first = errors[0];
    const where = first === undefined ? '' : `: ${first.pointer || '/'} ${first.message}`;
    throw new Problem('ImgRequestInvalid', {
      detail: `The request of ${operation.name} is not valid${where}.`,
      errors,
    });
  }
  const answer = await operation.run(request, context);
  return {
    document: { formatVersion, ...(answer.result as Record<string, unknown>) },
    exitCode: answer.partial === true ? 3 : 0,
  };
}

function describe(error: {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}): InputError {
  const { instancePath, keyword, message, params } = error;
  if (keyword === 'additionalProperties') {
    const name = String(params['additionalProperty']);
    return { pointer: `${instancePath}/${escapePointer(name)}`, message: 'is not a known member' };
  }
  if (keyword === 'required') {
    return { pointer: `${instancePath}/${escapePointer(String(params['missingProperty']))}`, message: 'is missing' };
  }
  if (keyword === 'enum') {
    return { pointer: instancePath, message: `must be one of: ${(params['allowedValues'] as unknown[]).join(', ')}` };
  }
  return { pointer: instancePath, message: message ?? keyword };
}

/** RFC 6901. */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
