import type { Writer } from '../site/database.ts';
import type { Fact } from './fact.ts';

/**
 * Reports something that stands in no table from which facts are gathered, in the caller's own transaction: with what it
 * is about it becomes true. `key` decides whether it is new. The next wake-up of a worker tells it.
 */
export async function reportFact(writer: Writer, fact: Fact): Promise<void> {
  await writer
    .insertInto('notification_fact')
    .values({ fact_key: fact.key, at: fact.at, fact_json: JSON.stringify(fact) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
