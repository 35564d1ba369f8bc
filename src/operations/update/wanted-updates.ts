import { Problem } from '../../errors.ts';
import { questionOfRule, rolesOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import { indexesOfImage, registeredImages } from '../image/registered-indexes.ts';
import type { Context } from '../operation.ts';
import { meantUpdates } from './meant-updates.ts';
import { recommendationFor } from './recommendation.ts';

/** How a request names updates: by themselves, by what an image should get, or by what a rule chooses. */
export interface WantedRequest {
  /** Unique ids or KBs. */
  update?: string[];
  image?: string;
  rule?: string;
}

/**
 * Unique ids of what the members of a request choose together; undefined: it has none of them. Throws Problem
 * ImgUpdateNotFound where they choose nothing.
 */
export async function wantedUpdates(
  { update, image, rule }: WantedRequest,
  context: Context,
): Promise<string[] | undefined> {
  if (update === undefined && image === undefined && rule === undefined) return undefined;
  const { database } = await context.site();
  const named = update === undefined ? [] : await meantUpdates(database, update);
  const chosen = image === undefined && rule === undefined ? [] : await chosenUpdates({ image, rule }, context);
  const all = [...new Set([...named, ...chosen])];
  if (all.length > 0) return all;
  throw new Problem('ImgUpdateNotFound', {
    detail: `${rule === undefined ? `The image ${image}` : `The rule ${rule}`} needs no update of this catalog.`,
  });
}

async function chosenUpdates(
  { image, rule: name }: { image: string | undefined; rule: string | undefined },
  context: Context,
): Promise<string[]> {
  const { database } = await context.site();
  const now = context.ports.clock.now().toISOString();
  const rule = name === undefined ? undefined : await findRule(database, name);
  const question = { ...(rule === undefined ? {} : questionOfRule(rule, now)), now };
  const roles = rule === undefined ? undefined : rolesOfRule(rule);
  const chosen: string[] = [];
  for (const row of await registeredImages(context, image)) {
    context.signal.throwIfAborted();
    const { indexes } = await indexesOfImage(row, context);
    const { updates } = await recommendationFor(database, { indexes, question, roles });
    chosen.push(...updates.map(({ uniqueId }) => uniqueId));
  }
  return chosen;
}
