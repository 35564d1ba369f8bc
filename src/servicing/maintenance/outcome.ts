import type { MaintenancePart, MaintenanceRun } from '../../contract/generated/types.ts';
import { counted, shownBytes } from './part.ts';

/** Failed only where every part did. */
export function statusOf(outcomes: readonly MaintenancePart[]): MaintenanceRun['status'] {
  const failed = outcomes.filter(({ status }) => status === 'Failed').length;
  if (failed === 0) return 'Succeeded';
  return failed === outcomes.length ? 'Failed' : 'SucceededWithErrors';
}

/** What came of all parts. */
export function totalOf(outcomes: readonly MaintenancePart[]): Pick<MaintenanceRun, 'bytes' | 'summary'> {
  const bytes = outcomes.reduce((sum, part) => sum + part.bytes, 0);
  const failed = outcomes.filter(({ status }) => status === 'Failed').map(({ part }) => part);
  const told = outcomes.flatMap(({ part, count, status }) => {
    if (status === 'Failed' || part === 'database') return [];
    return [part === 'decline' ? `${counted(count, 'update')} declined` : counted(count, nouns[part])];
  });
  const wrong = failed.length === 0 ? '' : ` Failed: ${failed.join(', ')}.`;
  return { bytes, summary: `${[...told, `${shownBytes(bytes)} free`].join(', ')}.${wrong}` };
}

const nouns = { content: 'content file', versions: 'kept version' } as const;
