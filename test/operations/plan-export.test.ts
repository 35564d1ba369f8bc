/** plan.export: when a script is written, and what stands in it. */
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const order = { image: 'Image', updates: [updates.june.uniqueId] };

describe('plan.export', () => {
  it('writes the steps of the plan, with the digests of image and package', async () => {
    const image = await month.image('Image');
    const { path } = await month.content(updates.june);
    const { plan } = await month.call('plan.show', order);

    const result = await month.call('plan.export', { ...order, to: month.path('plan.ps1') });

    const text = readFileSync(month.path('plan.ps1'), 'utf8');
    expect(result).toMatchObject({ path: month.path('plan.ps1'), steps: plan.steps.length, applied: true });
    expect(result['size']).toBe(Buffer.byteLength(text));
    for (const { id } of plan.steps) expect(text).toContain(`# ${id}: `);
    expect(text).toContain(`Confirm-File -Path $Image -Sha256 '${image.sha256}'`);
    expect(text).toContain(`Confirm-File -Path '${path}' -Sha256 '${sha256(path)}'`);
    expect(text).toContain('Confirm-Revision -Index 1 -Revision 4349');
    expect(text.split('\r\n').length).toBe(text.split('\n').length);
  });

  it('writes nothing with a dry run, and says what it would', async () => {
    await month.image('Image');
    await month.content(updates.june);

    const result = await month.call('plan.export', { ...order, to: month.path('plan.ps1') }, { dryRun: true });

    expect(result).toMatchObject({ applied: false });
    expect(existsSync(month.path('plan.ps1'))).toBe(false);
  });

  it.each<[what: string, revision: number, hasContent: boolean, id: string]>([
    ['a package that is not here', 1742, false, 'ImgContentMissing'],
    ['nothing to do', 4349, true, 'ImgNothingApplicable'],
  ])('refuses %s', async (_what, revision, hasContent, id) => {
    await month.image('Image', { revision });
    if (hasContent) await month.content(updates.june);

    const problem = await month.fails('plan.export', { ...order, to: month.path('plan.ps1') });

    expect(problem.id).toBe(id);
    expect(existsSync(month.path('plan.ps1'))).toBe(false);
  });
});
