import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RuleEvaluateResult, RuleListResult, UpdateListResult } from '../../../src/contract/generated/types.ts';
import type { ImageSite } from '../image/image-site.ts';
import { openSelectionSite } from '../update/selection-site.ts';

let site: ImageSite;
beforeAll(async () => {
  site = await openSelectionSite({ july: ['june'], preview: ['july'] });
});
afterAll(() => site.close());

async function names(): Promise<string[]> {
  const { document } = await site.call('rule.list', {});
  return (document as unknown as RuleListResult).rules.map(({ name }) => name);
}

describe('rules', () => {
  it('are stored, shown, changed and removed by name, whatever its case', async () => {
    const holds = [{ articleId: 'KB5062553', reason: 'printing', until: '2030-01-01' }];
    await site.call('rule.add', { name: 'Monthly', title: ['*Windows 11*', '-*arm64*'], deferralDays: 7, holds });
    const stored = {
      rule: { name: 'Monthly', deferralDays: 7, holds: [{ articleId: '5062553', reason: 'printing' }] },
    };
    expect((await site.call('rule.show', { name: 'MONTHLY' })).document).toMatchObject(stored);

    await site.call('rule.set', { name: 'monthly', deferralDays: 3, reset: ['holds'], newName: 'Every month' });
    const { document } = await site.call('rule.show', { name: 'every month' });
    expect(document).toMatchObject({ rule: { name: 'Every month', deferralDays: 3 } });
    expect((document as { rule: object }).rule).not.toHaveProperty('holds');

    await site.call('rule.remove', { name: 'Every month' });
    await expect(site.call('rule.show', { name: 'Every month' })).rejects.toMatchObject({ id: 'ImgRuleNotFound' });
  });

  it('tell of pins and holds of a KB that the catalog does not have', async () => {
    const told = () => site.events.filter(({ level }) => level === 'warning').map(({ message }) => message);
    const pins = [{ articleId: 'KB5062553' }, { articleId: '5062554' }];

    await site.call('rule.add', { name: 'pinned', pins, holds: [{ articleId: '1111111' }] });
    expect(told()).toEqual([
      'The catalog has no KB5062554: the pin of rule pinned does nothing until it has.',
      'The catalog has no KB1111111: the hold of rule pinned does nothing until it has.',
    ]);
    await site.call('rule.set', { name: 'pinned', deferralDays: 3 });
    expect(told()).toEqual([]);
    await site.call('rule.set', { name: 'pinned', pins: [{ articleId: '5062553' }], reset: ['holds'] });
    expect(told()).toEqual([]);
    await site.call('rule.remove', { name: 'pinned' });
  });

  it('have names of their own', async () => {
    await site.call('rule.add', { name: 'a' });
    await site.call('rule.add', { name: 'b' });
    await expect(site.call('rule.add', { name: 'A' })).rejects.toMatchObject({ id: 'ImgRuleExists' });
    await expect(site.call('rule.set', { name: 'b', newName: 'A' })).rejects.toMatchObject({ id: 'ImgRuleExists' });
    await expect(site.call('rule.set', { name: 'c' })).rejects.toMatchObject({ id: 'ImgRuleNotFound' });
  });

  it('change nothing in a dry run', async () => {
    const before = await names();
    await site.call('rule.add', { name: 'dry' }, { dryRun: true });
    await site.call('rule.remove', { name: 'a' }, { dryRun: true });
    expect(await names()).toEqual(before);
  });

  it.each([
    [{ name: ' ' }, '/name'],
    [{ name: 'x', kind: ['LanguagePack'] }, '/kind'],
    [{ name: 'x', holds: [{ articleId: '5062553', until: 'soon' }] }, '/holds/0/until'],
    [{ name: 'x', holds: [{ articleId: '5062553', until: '2026-02-30' }] }, '/holds/0/until'],
    [{ name: 'x', holds: [{ articleId: '5062553' }], pins: [{ articleId: 'KB5062553' }] }, '/pins'],
    [{ name: 'x', deferralDays: -1 }, '/deferralDays'],
    [{ name: 'x', holds: [{ articleId: 'none' }] }, '/holds/0/articleId'],
    [{ name: 'x', postedWithin: 'P1M2D' }, '/postedWithin'],
    [{ name: 'x', minimumSize: 2, maximumSize: 1 }, '/maximumSize'],
  ])('refuse %j', async (rule, pointer) => {
    await expect(site.call('rule.add', rule)).rejects.toMatchObject({
      id: 'ImgRequestInvalid',
      facts: { errors: [{ pointer }] },
    });
  });
});

describe('rule.evaluate', () => {
  async function evaluate(rule: object, request: object = {}) {
    await site.call('rule.add', { name: 'evaluated', ...rule });
    try {
      const { document } = await site.call('rule.evaluate', { name: 'evaluated', ...request });
      const [image] = (document as unknown as RuleEvaluateResult).images;
      return image;
    } finally {
      await site.call('rule.remove', { name: 'evaluated' });
    }
  }
  const ids = (image: Awaited<ReturnType<typeof evaluate>>) => [
    ...new Set(image?.updates.map(({ uniqueId }) => uniqueId)),
  ];

  it('chooses the cumulative update of every image where no kind is named', async () => {
    expect(ids(await evaluate({}))).toEqual(['check', 'july']);
  });

  it.each([
    [{ kind: ['SafeOSDynamicUpdate', 'DotNetCumulativeUpdate'] }, ['net', 'safe']],
    [{ title: ['*2025-06*', '*2024-09*'] }, ['check', 'june']],
    [{ title: ['-*2025-07*'] }, ['check', 'june']],
    [{ articleId: ['KB5060842'] }, ['check', 'june']],
    [{ previous: 1 }, ['check', 'june']],
    [{ family: ['Windows 10'] }, []],
    [{ architecture: ['arm64'] }, []],
    [{ product: ['Windows 11'], preview: 'include' }, ['check', 'preview']],
    [{ classification: ['Tools'] }, []],
    [{ severity: ['Critical'] }, []],
    [{ language: ['de-de'] }, ['check', 'july']],
    [{ severity: ['None'] }, ['check', 'july']],
    [{ minimumSize: 2 }, ['check', 'july']],
    [{ maximumSize: 1 }, ['check']],
    [{ required: true }, ['check', 'july']],
    [{ superseded: false }, ['check', 'july']],
    [{ superseded: true }, ['check', 'june']],
  ])('with %j chooses %j', async (rule, expected) => {
    expect(ids(await evaluate(rule))).toEqual(expected);
  });

  it.each([
    ['P3D', '2025-07-10', ['check', 'july']],
    ['P3D', '2025-07-20', []],
    ['P2M', '2025-07-20', ['check', 'july']],
    ['P2M', '2025-07-01', ['check', 'june']],
  ])('posted within %s before %s chooses %j', async (postedWithin, asOf, expected) => {
    expect(ids(await evaluate({ postedWithin }, { asOf }))).toEqual(expected);
  });

  it('says that a filter left nothing of a line', async () => {
    const image = await evaluate({ maximumSize: 0 });
    expect(image?.notFound[0]?.reason).toContain('that passes the filter');
  });

  it('takes the new members out again', async () => {
    const members = { superseded: false, postedWithin: 'P1M', minimumSize: 1, maximumSize: 2, required: true };
    await site.call('rule.add', { name: 'full', ...members });
    await site.call('rule.set', { name: 'full', reset: Object.keys(members) });
    const { document } = await site.call('rule.remove', { name: 'full' });
    expect(Object.keys((document as { rule: object }).rule)).toEqual(['name', 'created', 'modified']);
  });

  it('takes what is registered, with a warning, when the file is gone', async () => {
    const { rmSync } = await import('node:fs');
    const path = site.image('gone.wim', {});
    await site.call('image.add', { path, name: 'gone', acceptEula: true });
    rmSync(path);
    const image = await evaluate({}, { image: 'gone' });
    expect(image?.warnings).toMatchObject([{ code: 'ImgImageMissing' }]);
    expect(ids(image)).toContain('july');
  });
});

it('update.list takes a rule, and members of the request outrank its own', async () => {
  await site.call('rule.add', { name: 'listed', family: ['Windows 11'], preview: 'include' });
  const chosen = async (request: object) => {
    const { document } = await site.call('update.list', { latest: true, rule: 'listed', ...request });
    return (document as unknown as UpdateListResult).updates.map(({ uniqueId }) => uniqueId);
  };
  expect(await chosen({})).toEqual(['preview']);
  expect(await chosen({ preview: 'exclude' })).toEqual(['july']);
  expect(await chosen({ preview: 'exclude', superseded: false })).toEqual(['july']);
  expect(await chosen({ preview: 'exclude', superseded: true })).toEqual(['june']);
});

it('update.list with a rule of what is required leaves out what no registered image needs', async () => {
  const kind = ['CumulativeUpdate'];
  await site.call('rule.add', { name: 'required', kind, required: true });
  const { document } = await site.call('update.list', { rule: 'required', latest: true, whyNot: 'server' });
  const { updates, lines, whyNot } = document as unknown as UpdateListResult;
  expect(updates.map(({ uniqueId }) => uniqueId)).toEqual(['july']);
  expect(lines?.find(({ chosen }) => chosen === 'server')?.reason).toContain('not needed');
  expect(whyNot).toMatchObject([{ chosen: false, reasonCode: 'NotRequired' }]);
});
