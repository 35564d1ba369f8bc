import type { Run } from '../../contract/generated/types.ts';
import { type ErrorId, Problem } from '../../errors.ts';

/** A problem again, from the document that a run keeps of it. */
export function storedProblem(document: Run['errors'][number]): Problem {
  const { id, detail, instance, errors, native, remedy } = document;
  return new Problem(id as ErrorId, {
    detail,
    instance,
    remedy,
    ...(errors === undefined ? {} : { errors }),
    ...(native === undefined ? {} : { native: native as { tool: string } }),
  });
}
