import type { ImageSite } from '../operations/image/image-site.ts';

/** One question, as every command that answers it answers it. Throws where two of them contradict each other. */
export interface Answers {
  /** Update by role, of `update recommend`. */
  recommended: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: documents of several forms.
  recommendation: any;
  /** Ids of `update list --latest --applicable-to`. */
  listed: string[];
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  plan: any;
}

/** Questions that were asked so far, for the count at the end. */
export const asked = { questions: 0 };

// biome-ignore lint/suspicious/noExplicitAny: see above.
async function document(site: ImageSite, name: string, request: object, dryRun = false): Promise<any> {
  asked.questions += 1;
  return JSON.parse(JSON.stringify((await site.call(name, request, { dryRun })).document));
}

type Named = { uniqueId: string; role: string; indexes: number[] };

/** Asks list, recommend, status, rule, plan, schedule and run what a registered image needs. */
export async function answersOf(site: ImageSite, image: string): Promise<Answers> {
  const recommendation = await document(site, 'update.recommend', { image });
  const named: Named[] = recommendation.updates;
  const recommended = Object.fromEntries(named.map(({ role, uniqueId }) => [role, uniqueId]));
  const list = await document(site, 'update.list', { latest: true, applicableTo: image });
  const listed: string[] = list.updates.map(({ uniqueId }: Named) => uniqueId);
  const contradictions: string[] = [];
  const expectSame = (what: string, left: unknown, right: unknown): void => {
    if (JSON.stringify(left) !== JSON.stringify(right)) {
      contradictions.push(`${what}: ${JSON.stringify(left)} and ${JSON.stringify(right)}`);
    }
  };
  // Media files are no part of the image, a checkpoint is no newest of its line.
  const needed = named.filter(({ role }) => !['SetupDynamicUpdate', 'Checkpoint'].includes(role));
  const lines = new Map<string, string | null>(
    list.lines.map(({ kind, chosen }: { kind: string; chosen: string | null }) => [
      kind.replace(/Preview$/, ''),
      chosen,
    ]),
  );
  for (const { role, uniqueId } of needed) {
    expectSame(`${role} of list and recommend`, listed.includes(uniqueId) ? uniqueId : lines.get(role), uniqueId);
  }
  for (const { role, uniqueId } of recommendation.notNeeded as Named[]) {
    if (role !== 'Checkpoint') expectSame(`${role} not needed, yet listed`, listed.includes(uniqueId), false);
  }
  const { statuses } = await document(site, 'image.status', { image });
  for (const { role, uniqueId, indexes } of [...needed, ...(recommendation.notNeeded as Named[])]) {
    const isNeeded = named.some((each) => each.uniqueId === uniqueId);
    const own = statuses.filter(
      (each: { uniqueId: string; index: number }) => each.uniqueId === uniqueId && indexes.includes(each.index),
    );
    for (const { status } of own) {
      const mayGoIn = ['Applicable', 'Unknown'].includes(status);
      expectSame(`${role} ${uniqueId} of status and recommend`, mayGoIn, isNeeded && role !== 'SetupDynamicUpdate');
    }
  }
  const lcu = recommended['CumulativeUpdate'];
  const why = lcu === undefined ? undefined : await document(site, 'update.list', { applicableTo: image, whyNot: lcu });
  if (lcu !== undefined) expectSame('why-not', why.whyNot[0].chosen, true);
  const explained = await document(site, 'update.list', { latest: true, explain: true, applicableTo: image });
  expectSame(
    'list with and without explain',
    explained.updates.map(({ uniqueId }: Named) => uniqueId),
    listed,
  );
  const rule = `latest-${image}`;
  await document(site, 'rule.add', { name: rule, kind: ['CumulativeUpdate'] });
  const evaluated = await document(site, 'rule.evaluate', { name: rule, image });
  const byRule = evaluated.images[0].updates.find(({ role }: Named) => role === 'CumulativeUpdate')?.uniqueId;
  expectSame('rule evaluate', byRule, lcu);
  const plan = await planned(site, 'plan.show', image);
  for (const name of ['schedule.add', 'run.start']) {
    expectSame(`${name} and plan`, addsOf(await planned(site, name, image)), addsOf(plan));
  }
  const isServiceable = named.find(({ role }) => role === 'CumulativeUpdate');
  // Where the release has its servicing stack apart, the update that needs it takes it along.
  const stack = recommendation.updates.find(
    ({ role, reasonCode }: Named & { reasonCode: string }) =>
      role === 'ServicingStackUpdate' && reasonCode === 'SeparateStack',
  );
  const wanted = isServiceable === undefined ? [] : [...(stack === undefined ? [] : [stack.uniqueId]), lcu];
  if (plan !== null) expectSame('plan', [...new Set(addsOf(plan))], wanted);
  if (contradictions.length > 0) throw new Error(contradictions.join('\n'));
  return { recommended, recommendation, listed, plan };
}

// biome-ignore lint/suspicious/noExplicitAny: see above.
async function planned(site: ImageSite, name: string, image: string): Promise<any> {
  try {
    const request = { image, latest: true, ...(name === 'schedule.add' ? { runNow: true } : {}) };
    return (await document(site, name, request, name !== 'plan.show')).plan;
  } catch (error) {
    if ((error as { id?: string }).id === 'ImgCatalogEmpty') return null;
    throw error;
  }
}

function addsOf(plan: { steps: { kind: string; uniqueId: string }[] } | null): string[] {
  return (plan?.steps ?? []).filter(({ kind }) => kind === 'add-update').map(({ uniqueId }) => uniqueId);
}
