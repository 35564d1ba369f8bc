/** plan.export: when a script is written, and what stands in it. */
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { upgradePackage } from '../helpers/media.ts';
import { type Month, openMonth, packageFile, sha256, updates } from '../helpers/month.ts';

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

describe('plan.export of media', () => {
  const { package: june } = updates.june;
  const dynamic = (kind: 'SetupDynamicUpdate' | 'SafeOSDynamicUpdate', words: string, articleId: string) => ({
    uniqueId: `eeeeeeee-0000-4000-8000-00000${articleId}`,
    title: `2025-06 ${words} Dynamic Update for Windows 11 Version 24H2 for x64-based Systems (KB${articleId})`,
    package: { ...june, form: 'cab' as const, kind, articleId, revision: 4340 },
  });
  const media = [
    dynamic('SetupDynamicUpdate', 'Setup', '5060614'),
    dynamic('SafeOSDynamicUpdate', 'Safe OS', '5060843'),
  ];
  beforeEach(async () => {
    await month.catalog(...media);
    for (const update of [updates.june, ...media]) await month.content(update);
    await upgradePackage(month, 'Media', { windows: [{ winre: true }, { name: 'Pro', winre: true }] });
  });

  async function written(request: object): Promise<{ text: string; steps: { id: string; kind: string }[] }> {
    const { plan } = await month.call('plan.show', { image: 'Media', latest: true, ...request });
    await month.call('plan.export', { image: 'Media', latest: true, ...request, to: month.path('plan.ps1') });
    return { text: readFileSync(month.path('plan.ps1'), 'utf8'), steps: plan.steps };
  }

  /** The lines under the step of a kind, without its comments. */
  function under(text: string, id: string): string[] {
    const lines = text.split('\r\n').map((line) => line.trim());
    const from = lines.findIndex((line) => line.startsWith(`# ${id}: `));
    const to = lines.findIndex((line, at) => at > from && (line === '' || line.startsWith('} catch')));
    return lines.slice(from, to).filter((line) => line !== '' && !/^(#|Write-Verbose)/.test(line));
  }

  it.each([{ profile: 'media' }, { includeWinRE: true, includeBootImage: true, includeSetup: true }])(
    'writes every step of the plan for %j',
    async (request) => {
      const { text, steps } = await written(request);

      for (const { id } of steps) expect(text).toContain(`# ${id}: `);
      const kinds = new Set(steps.map(({ kind }) => kind));
      for (const kind of ['take-recovery', 'put-recovery', 'expand-setup', 'take-setup']) expect(kinds).toContain(kind);
      for (const update of [updates.june, ...media]) {
        const path = packageFile(month.folder, update);
        expect(text).toContain(`-Sha256 '${sha256(path)}'`);
      }
      const { upgradePackage: shown } = await month.call('upgrade-package.show', { upgradePackage: 'Media' });
      expect(text).toContain(`Confirm-File -Path $boot -Sha256 '${shown.bootImage.sha256}'`);
    },
  );

  it('services the recovery image once and puts it into both indexes', async () => {
    const { text, steps } = await written({ includeWinRE: true });

    const [take, mount, stack, update] = steps.filter(({ id }) => id.includes('-re1'));
    expect(under(text, take?.id ?? '')).toContainEqual(
      '$null = Mount-WindowsImage -ImagePath $copy -Index 1 -Path $mount -ReadOnly -ScratchDirectory $scratch',
    );
    expect(under(text, mount?.id ?? '')).toContainEqual(expect.stringContaining('-ImagePath $winre1 -Index 1 '));
    expect(under(text, stack?.id ?? '')).toEqual([
      expect.stringMatching(/^Add-ToWindowsPE -Package '.*' -StackAlone$/),
    ]);
    expect(under(text, update?.id ?? '')).toEqual([expect.stringMatching(/^\$null = Add-WindowsPackage /)]);
    const cleanUp = steps.find(({ id, kind }) => kind === 'clean-up' && id.endsWith('-re1'));
    expect(under(text, cleanUp?.id ?? '')).toEqual([expect.stringContaining('-ResetBase -Defer ')]);
    expect(steps.filter(({ kind }) => kind === 'put-recovery')).toHaveLength(2);
    expect(text.match(/Copy-Item -LiteralPath \$winre1/g)).toHaveLength(2);
    expect(text).not.toContain('$media');
  });

  it('leaves the functions of media out of a script that changes none', async () => {
    const { text } = await written({ profile: 'image' });
    expect(text).not.toMatch(/Add-ToWindowsPE|Update-Media|keptMedia/);
  });
});
