/** A month by the command line: exit codes, one document on stdout, workers that outlive the command. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ran, type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { lives } from '../helpers/halted.ts';
import { packageFile, sha256, updates } from '../helpers/month.ts';

const { uniqueId, title } = updates.june;
let box: Sandbox;
let images = 0;
let name: string;
let path: string;

beforeAll(() => {
  box = sandbox();
  writeFileSync(box.path('catalog.jsonl'), JSON.stringify({ uniqueId, title, articleId: '5060842', files: [] }));
  ok(box.run('update', 'import', box.path('catalog.jsonl')));
  ok(box.run('content', 'add', packageFile(box.folder, updates.june), `--unique-id=${uniqueId}`, '--stand-in'));
});
afterAll(() => box.remove());

beforeEach(() => {
  images += 1;
  name = `Image ${images}`;
  path = box.path(`${images}.wim`);
  writeFileSync(box.path('spec.json'), JSON.stringify({ out: path, spec: { indexes: [index] } }));
  ok(box.run('rehearsal', 'image', '--input', box.path('spec.json')));
  ok(box.run('image', 'add', path, '--name', name, '--accept-eula'));
});

const index = {
  ...{ name: 'Windows 11', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
  ...{ build: 26100, revision: 1742, architecture: 'x64', language: 'en-US' },
};

function ok(ran: Ran): Ran {
  if (ran.code !== 0) throw new Error(ran.stderr);
  return ran;
}

function fault(plan: object): Record<string, string> {
  const file = box.path(`faults-${images}.json`);
  writeFileSync(file, JSON.stringify([plan]));
  return { IMGUPDATE_DISM_FAULTS: file };
}

const service = (env: Record<string, string>, ...flags: string[]): Ran =>
  box.runWith({ env }, 'schedule', 'add', '--image', name, '--latest', '--run-now', '--wait', '--timeout=60', ...flags);

describe('schedule add --run-now --wait', () => {
  it('ends with 0, schedule and run on stdout, phases and progress on stderr', () => {
    const ran = service({});

    expect([ran.code, ran.problem]).toEqual([0, undefined]);
    expect(ran.document).toMatchObject({
      schedule: { state: 'Succeeded', stateCode: 3, actionCode: 0 },
      run: { status: 'Succeeded', rehearsal: true, proof: { ok: true }, published: { path, sha256: sha256(path) } },
      applied: true,
    });
    expect(ran.stdout.trim().split('\n')).toHaveLength(1);
    expect(ran.events.map(({ message }) => message)).toContainEqual(expect.stringContaining('Applying KB5060842'));
    expect(ran.events.some(({ progress }) => progress !== undefined)).toBe(true);
  });

  it.each<[what: string, plan: object, code: number, id: string]>([
    ['8 when the tool fails', { command: 'Add-Package', do: 'fail', code: '0x800f0830' }, 8, 'ImgDismFailed'],
    ['8 when the tool lies', { command: 'Add-Package', do: 'pretend-success' }, 8, 'ImgProofFailed'],
    ['5 when the tool is not elevated', { command: '*', do: 'not-elevated' }, 5, 'ImgElevationRequired'],
  ])('ends with %s, nothing on stdout, and the run in the problem', (_what, plan, code, id) => {
    const before = sha256(path);

    const ran = service(fault(plan));

    const [runId] = runIds();
    expect([ran.code, ran.stdout, ran.problem?.id]).toEqual([code, '', id]);
    expect(ran.events.at(-1)).toMatchObject({ type: 'problem', runId, problem: { instance: runId } });
    expect(sha256(path)).toBe(before);
  });

  it('ends with 3 and the document when the run succeeded with errors', () => {
    const ran = service(fault({ command: 'Add-Package', do: 'fail', code: '0x800f0805' }), '--continue-on-error');

    expect([ran.code, ran.problem]).toEqual([3, undefined]);
    expect(ran.document).toMatchObject({ run: { status: 'SucceededWithErrors', published: null } });
  });
});

describe('a command that does not wait', () => {
  it('ends first; its worker works on, and run stop ends it', async () => {
    const env = fault({ command: 'Add-Package', atPercent: 30, do: 'hang' });
    const before = sha256(path);
    mkdirSync(box.path('drive'));
    ok(box.run('site', 'set', '--servicing-drive', box.path('drive')));

    const child = box.start(env, 'schedule', 'add', '--image', name, '--latest', '--run-now', '--events=none');
    const code = await new Promise((resolve) => child.on('close', resolve));
    const [runId = ''] = runIds();
    const worker = await workerOf(runId);
    const atWork = [lives(child.pid ?? 0), lives(worker)];
    const tired = box.run('run', 'wait', runId, '--timeout', '0.2');
    const stopped = box.run('run', 'stop', runId, '--wait');
    const waited = box.run('run', 'wait', runId);

    expect([code, atWork]).toEqual([0, [false, true]]);
    expect([tired.code, tired.problem?.id, tired.events.at(-1)]).toMatchObject([6, 'ImgOperationTimeout', { runId }]);
    expect(stopped.document).toMatchObject({ run: { status: 'Canceled', statusCode: 3 }, applied: true });
    expect([waited.code, waited.stdout, waited.problem?.id]).toEqual([130, '', 'ImgCanceled']);
    expect(sha256(path)).toBe(before);
    expect(readdirSync(box.path('drive', 'ImgUpdate_OfflineImageServicing'))).toEqual([]);
  });

  it('is told apart from its time by a worker that lives later', () => {
    ok(box.run('schedule', 'add', '--image', name, '--latest', '--at', '2098-01-13T22:00:00Z'));

    const now = box.run('worker', 'run', '--once');
    const early = box.runWith({ env: { IMGUPDATE_NOW: '2098-01-13T21:00:00Z' } }, 'worker', 'run', '--once');
    const then = box.runWith({ env: { IMGUPDATE_NOW: '2098-01-13T22:00:01Z' } }, 'worker', 'run', '--once');
    const later = box.runWith({ env: { IMGUPDATE_NOW: '2098-02-13T22:00:01Z' } }, 'worker', 'run', '--once');

    expect([now.document['ran'], early.document['ran'], later.document['ran']]).toEqual([[], [], []]);
    expect(then.code).toBe(0);
    expect(then.document).toMatchObject({
      ran: [{ imageName: name, status: 'Succeeded', started: expect.stringMatching(/^2098-01-13T22:0/) }],
    });
  });

  it('recurs: each occurrence is run once, by the worker that lives then', () => {
    const schedule = JSON.stringify({
      patchTuesday: { offsetDays: 2 },
      start: '22:00',
      timeZone: 'UTC',
      from: '2097-01-01',
    });
    const made = box.run('schedule', 'add', '--image', 'no*', '--image', name, '--latest', '--schedule', schedule);
    const { scheduleId } = made.document['schedule'] as { scheduleId: string };
    const at = (time: string) => box.runWith({ env: { IMGUPDATE_NOW: time } }, 'worker', 'run', '--once');

    const runs = ['2097-01-10T21:59:00Z', '2097-01-10T22:00:01Z', '2097-01-10T22:05:00Z'].map(at);
    const shown = box.run('schedule', 'show', scheduleId, '--next=1');
    ok(box.run('schedule', 'clear', '--schedule-id', scheduleId));

    expect(made.document).toMatchObject({ schedule: { nextRun: '2097-01-10T22:00:00.000Z', state: 'Scheduled' } });
    expect(runs.map(({ document }) => (document['ran'] as unknown[]).length)).toEqual([0, 1, 0]);
    expect(shown.document).toMatchObject({
      schedule: { lastResult: 'Succeeded', images: [{ imageName: name, status: 'Succeeded' }] },
      occurrences: [{ local: '2097-02-14T22:00:00+00:00' }],
    });
  });

  it('worker run --once ends with 0 when a run failed: that is in ran', () => {
    ok(box.run('schedule', 'add', '--image', name, '--latest', '--at', '2098-03-01'));

    const ran = box.runWith(
      { env: { ...fault({ command: 'Mount-Image', do: 'die' }), IMGUPDATE_NOW: '2098-03-02T00:00:00Z' } },
      ...['worker', 'run', '--once'],
    );

    expect(ran.code).toBe(0);
    expect(ran.document).toMatchObject({ ran: [{ status: 'Failed', errors: [{ id: 'ImgDismKilled' }] }] });
  });
});

/** Runs of the image of this test. */
function runIds(): string[] {
  const { runs } = box.run('run', 'list', '--image', name).document as { runs: { runId: string }[] };
  return runs.map(({ runId }) => runId);
}

/** The process that works on a run, once its tool works. */
async function workerOf(runId: string): Promise<number> {
  const log = box.path('site', 'logs', 'OfflineServicingMgr.log');
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; ) {
    const { run } = box.run('run', 'show', runId).document as { run: { phase: string } };
    const line = readFileSync(log, 'utf8')
      .split('\n')
      .findLast((each) => each.includes(`Processing started for run ${runId}`));
    const thread = /<thread=(\d+) /.exec(line ?? '')?.[1];
    if (run.phase.startsWith('Applying') && thread !== undefined) return Number(thread);
  }
  throw new Error('the worker never came to the tool');
}
