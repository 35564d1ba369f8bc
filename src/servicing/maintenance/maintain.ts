/** Does the parts of a maintenance, one after the other; one that fails keeps no other. */
import type { MaintenancePart } from '../../contract/generated/types.ts';
import { asProblem, problemDocument } from '../../errors.ts';
import { content } from './content.ts';
import { database } from './database.ts';
import { decline } from './decline.ts';
import type { Part, PartContext, PartName } from './part.ts';
import { versions } from './versions.ts';

/** In this order: content of what was declined and versions leave rows that the database gives back. */
const parts: readonly (readonly [name: PartName, part: Part])[] = [
  ['decline', decline],
  ['content', content],
  ['versions', versions],
  ['database', database],
];

/** A longer list helps nobody; `count` is whole. */
const mostItems = 200;

/** Throws only when the signal fires: between two parts. */
export async function maintain(context: PartContext, signal: AbortSignal): Promise<MaintenancePart[]> {
  const { settings, engine } = context;
  const wanted = parts.filter(([name]) => settings.part?.includes(name) ?? true);
  const outcomes: MaintenancePart[] = [];
  for (const [name, part] of wanted) {
    signal.throwIfAborted();
    const outcome = await outcomeOf(name, part, context);
    outcomes.push(outcome);
    const level = outcome.status === 'Failed' ? 'warning' : 'info';
    engine.emit({ level, type: 'maintenance.part', message: `${name}: ${outcome.summary}`, data: { part: name } });
  }
  return outcomes;
}

async function outcomeOf(part: PartName, work: Part, context: PartContext): Promise<MaintenancePart> {
  try {
    const { items, kept, ...done } = await work(context);
    return {
      ...{ part, status: 'Succeeded' as const, ...done, problem: null },
      ...{ items: items.slice(0, mostItems), kept: kept.slice(0, mostItems) },
    };
  } catch (error) {
    const problem = asProblem(error);
    return {
      ...{ part, status: 'Failed' as const, summary: problem.message, count: 0, bytes: 0, items: [], kept: [] },
      problem: problemDocument(problem) as MaintenancePart['problem'],
    };
  }
}
