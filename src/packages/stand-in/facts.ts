import { FormatError } from '../../formats/format-error.ts';
import { isUpdateKind } from '../../updates/kinds.ts';
import type { PackageFacts } from '../types.ts';

/** Member of a package that `rehearsal package` made: what it stands for. */
export const standInMember = 'rehearsal.json';

/** Throws `FormatError` 'corrupt' when it is not what `rehearsal package` writes. */
export function standInFacts(bytes: Uint8Array, from: string): PackageFacts {
  let facts: Record<string, unknown>;
  try {
    facts = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? {};
  } catch (cause) {
    throw new FormatError('corrupt', `${from} in the package is not JSON`, { cause });
  }
  const text = (name: string): string | undefined => {
    const value = facts[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { build, revision } = facts;
  const [release, installationType] = [text('release'), text('installationType')];
  const known = Number.isSafeInteger(build) && Number.isSafeInteger(revision);
  return {
    from,
    kind: isUpdateKind(facts['kind']) ? facts['kind'] : undefined,
    articleId: text('articleId'),
    revision: known ? `${build}.${revision}` : undefined,
    architecture: text('architecture'),
    baseline: text('baseline'),
    requiresSsu: text('requires'),
    standIn: true,
    target:
      release === undefined || installationType === undefined || !known
        ? undefined
        : { release, installationType, build: Number(build), dotNet: text('dotNet') ?? null },
  };
}
