/** Optional features: .NET Framework 3.5 from the folder of its payload, behind the clean-up and before its update. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { netFx3Payload } from '../helpers/features.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const stateOf = async (name: string): Promise<string> => {
  const { indexes } = await month.call('image.inspect', { path: month.path('Image.wim'), features: true });
  return indexes[0].features.find((each: { name: string }) => each.name === name).state;
};

describe('optional features', () => {
  it('are enabled between clean-up and the update of .NET, and proved by their state', async () => {
    await month.image('Image', { packages: 2 });
    for (const update of [updates.june, updates.dotNet]) await month.content(update);

    const run = await month.service({
      ...{ image: 'Image', latest: true, removeSupersededUpdates: true, includeDotNet: true },
      ...{ features: ['netfx3'], featureSource: netFx3Payload(month) },
    });
    const { plan } = await month.call('plan.show', {
      image: 'Image',
      features: ['NetFx3'],
      featureSource: month.path('sxs'),
    });

    expect([run.status, run.errors]).toEqual(['Succeeded', []]);
    expect(run.steps.map(({ kind, articleId }) => articleId ?? kind)).toEqual([
      ...['check', 'copy', 'mount', '5060842', 'clean-up', 'enable-feature', '5054979', 'unmount', 'export'],
      ...['verify', 'publish'],
    ]);
    expect(await stateOf('NetFx3')).toBe('Enable Pending');
    expect(run.warnings).toEqual([expect.stringMatching(/^NetFx3, KB5054979 leave pending work in index 1/)]);
    expect([plan.steps, plan.warnings]).toEqual([[], ['Index 1 has NetFx3 already.']]);
  });

  it.each<[what: string, order: () => object, index: object, message: RegExp]>([
    ['no payload', () => ({ features: ['NetFx3'] }), {}, /does not hold the payload of NetFx3/],
    [
      'another folder',
      () => ({ features: ['NetFx3'], featureSource: month.folder }),
      {},
      /holds no microsoft-windows-netfx3/,
    ],
    ['a name that is none', () => ({ features: ['Nonsense'] }), {}, /has no feature Nonsense/],
    [
      'a Windows that gave it up',
      () => ({ features: ['NetFx3'], featureSource: netFx3Payload(month) }),
      { build: 28000, release: '26H1' },
      /gave it up with build 27965/,
    ],
    [
      'a Windows that gave it up, whatever the folder holds',
      () => ({ features: ['NetFx3'], featureSource: month.folder }),
      { build: 28000, release: '26H1' },
      /gave it up with build 27965/,
    ],
  ])('are refused before the run: %s', async (_what, order, index, message) => {
    await month.image('Image', { packages: 2, ...index });

    const problem = await month.fails('plan.show', { image: 'Image', ...order() });

    expect([problem.id, problem.exitCode]).toEqual(['ImgFeatureNotFound', 4]);
    expect(problem.message).toMatch(message);
  });

  it('that DISM refuses or lies about fail the run', async () => {
    await month.image('Image', { packages: 2 });
    const order = { image: 'Image', features: ['NetFx3'], featureSource: netFx3Payload(month, 22621) };

    const refused = await month.service(order);
    month.plan({ command: 'Enable-Feature', do: 'pretend-success' });
    const lied = await month.service(order);

    expect(refused).toMatchObject({ status: 'Failed', errors: [{ native: { hresult: '0x800f081f' } }] });
    expect(lied).toMatchObject({ status: 'Failed', published: null, errors: [{ id: 'ImgProofFailed' }] });
    expect(lied.proof?.indexes[0]?.missing).toEqual(['The feature NetFx3 is not enabled.']);
  });
});
