/** The step in a real PowerShell, over an update agent that stands for that of Windows. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runStep, type StepContext, type StepWish, scanOnly } from '../../src/deployment/run-step.ts';
import { defaultTimers } from '../../src/deployment/step/timers.ts';
import { findPowerShell, powerShell } from '../../src/ports/power-shell/index.ts';
import type { PowerShell } from '../../src/ports/power-shell/power-shell.ts';
import { lastStart, restartComputer } from '../../src/ports/power-shell/scripts/update-agent.ts';
import { anyMissing, type Requirement, titled } from '../helpers/requires.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';

const found = await findPowerShell();
const pwsh: Requirement = {
  available: found?.edition === 'Core',
  reason: 'no PowerShell 7 answers on this machine',
  path: found?.program ?? 'pwsh',
};
const stub = readFileSync(join(import.meta.dirname, 'stub-agent.ps1'), 'utf8');
const served = mkdtempSync(join(tmpdir(), 'imgupdate-agent-'));
const file = join(served, 'agent.json');
process.env['IMGUPDATE_STUB_AGENT'] = file;
afterAll(() => {
  powerShell.end();
  rmSync(served, { recursive: true, force: true, maxRetries: 5 });
});

interface StubUpdate {
  id: string;
  title: string;
  kb: string;
  installed?: boolean;
  after?: string;
  restarts?: boolean;
  fails?: boolean;
  optional?: boolean;
  licence?: boolean;
}

const serve = (updates: Partial<StubUpdate>[], more = {}): void => {
  const all = updates.map((update) => ({ installed: false, title: `Update ${update.id}`, kb: '5000001', ...update }));
  writeFileSync(file, JSON.stringify({ updates: all, calls: [], ...more }));
};
const calls = (): string[] => (JSON.parse(readFileSync(file, 'utf8')) as { calls: string[] }).calls;
const installs = (): string[] => calls().filter((call) => call.startsWith('install'));

describe.skipIf(anyMissing(pwsh))(titled('the step', pwsh), () => {
  let site: ImageSite;
  let started: string;
  let restarts: number;
  let context: StepContext;
  beforeEach(async () => {
    site = await openImageSite();
    started = '133000000000000000';
    restarts = 0;
    const shell: PowerShell = {
      ...powerShell,
      async ask(script, value) {
        // Windows tells its start, and restarts; all else runs.
        if ((script as unknown) === lastStart) return script.read([started]);
        if ((script as unknown) === restartComputer) {
          restarts += 1;
          return script.read([true]);
        }
        const text = script.text.replace(/^param\(.*\)$/gm, (line) => `${line}\n${stub}`);
        return powerShell.ask({ ...script, text }, value);
      },
    };
    const clock = { ...site.ports.clock, pause: async () => undefined };
    context = {
      ...{ database: site.site.database, ports: { ...site.ports, shell, clock } },
      ...{ signal: new AbortController().signal, tell: () => undefined },
    };
  });
  afterEach(() => site.close());
  const wish = (more: Partial<StepWish> = {}): StepWish => ({
    ...{ target: 'All', cachedScan: true, acceptLicenseTerms: false, restart: false, timers: defaultTimers, ...more },
  });

  it('scans, installs and scans again until nothing is left', async () => {
    serve([{ id: 'a' }, { id: 'b', after: 'a', optional: true }]);

    const outcome = await runStep(context, wish());

    expect(outcome).toMatchObject({ status: 'Succeeded', rounds: 2 });
    expect(outcome.updates).toMatchObject([
      {
        updateId: 'a',
        revisionNumber: 200,
        articleIds: ['5000001'],
        size: 1000,
        isMandatory: true,
        status: 'Installed',
      },
      { updateId: 'b', isMandatory: false, status: 'Installed', reason: null },
    ]);
    const criteria = "IsInstalled=0 and IsHidden=0 and Type='Software'";
    expect(calls()).toEqual([
      ...[`search online=True ${criteria}`, `search online=False ${criteria}`, 'install a'],
      ...[`search online=False ${criteria}`, `search online=False ${criteria}`, 'install b'],
      `search online=False ${criteria}`,
    ]);
  });

  it('leaves out what is optional, and what has licence terms that nobody accepted', async () => {
    serve([
      { id: 'a', optional: true },
      { id: 'b', licence: true },
    ]);

    expect(await runStep(context, wish({ target: 'Mandatory' }))).toMatchObject({
      ...{ status: 'Succeeded', rounds: 0 },
      updates: [
        { updateId: 'a', status: 'Skipped', reason: 'It is optional.' },
        { updateId: 'b', status: 'Skipped', reason: 'Its licence terms are not accepted.' },
      ],
    });
    expect(installs()).toEqual([]);

    await runStep(context, wish({ acceptLicenseTerms: true }));
    expect(installs()).toEqual(['install a', 'install b']);
  });

  it('ends where an update wants a restart, and goes on after it', async () => {
    serve([
      { id: 'a', restarts: true },
      { id: 'b', after: 'a' },
    ]);

    expect(await runStep(context, wish())).toMatchObject({ status: 'RestartRequired', rounds: 1 });
    // Not restarted yet: the same answer, and nothing is done.
    expect(await runStep(context, wish({ restart: true }))).toMatchObject({ status: 'RestartRequired' });
    expect([restarts, installs()]).toEqual([1, ['install a']]);

    started = '133000000000000001';
    const outcome = await runStep(context, wish());

    expect(outcome).toMatchObject({ status: 'Succeeded', rounds: 2 });
    expect(outcome.updates.map(({ updateId, status }) => [updateId, status])).toEqual([
      ['a', 'Installed'],
      ['b', 'Installed'],
    ]);
    // It is over: the next call begins anew.
    expect(await runStep(context, wish())).toMatchObject({ status: 'Succeeded', rounds: 0, updates: [] });
  });

  it('tells the code of an update that fails', async () => {
    serve([{ id: 'a', fails: true }, { id: 'b' }]);

    expect(await runStep(context, wish())).toMatchObject({
      ...{ status: 'Failed', reasonCode: 'InstallFailed', detail: expect.stringContaining('0x80240022') },
      updates: [{ updateId: 'a', status: 'Failed', reason: '0x80240022' }],
    });
    expect(installs()).toEqual(['install a']);
  });

  it('tells a search that fails, also in a dry run', async () => {
    serve([], { searchCode: 4 });

    expect(await runStep(context, wish())).toMatchObject({ status: 'Failed', reasonCode: 'ScanFailed' });
    await expect(scanOnly(context, wish())).rejects.toMatchObject({
      id: 'ImgUpdateAgentFailed',
      message: expect.stringContaining('result code 4'),
    });
  });

  it('only lists in a dry run', async () => {
    serve([{ id: 'a' }, { id: 'b', licence: true }]);

    expect((await scanOnly(context, wish())).map(({ status }) => status)).toEqual(['Available', 'Skipped']);
    expect(installs()).toEqual([]);
  });

  it('runs once at a time', async () => {
    serve([{ id: 'a' }]);
    const both = await Promise.allSettled([runStep(context, wish()), runStep(context, wish())]);

    const refused = both.filter((each) => each.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { id: 'ImgInstallUnderway' } }]);
    expect(installs()).toEqual(['install a']);
  });
});
