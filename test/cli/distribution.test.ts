/** Distribution points through the built command line: stdout, events, exit code. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { livePowerShell, stubModules } from '../helpers/live-power-shell.ts';
import { sha256 } from '../helpers/month.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const s3Service = fileURLToPath(new URL('../helpers/serve-s3.ts', import.meta.url));

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
  const index = {
    ...{ name: 'Windows 11 Enterprise', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
    ...{ build: 26100, revision: 1742, architecture: 'x64', language: 'en-US', files: 3, bytes: 30_000 },
  };
  const spec = { indexes: [index], compression: 'none' };
  writeFileSync(box.path('spec.json'), JSON.stringify({ out: box.path('image.wim'), spec }));
  expect(box.run('rehearsal', 'image', '--input', box.path('spec.json')).code).toBe(0);
  expect(box.run('image', 'add', box.path('image.wim'), '--name=Image', '--accept-eula').code).toBe(0);
});
afterEach(() => box.remove());

const distribution = (...args: string[]) => box.run('distribution', ...args);
const addNorth = (...more: string[]) =>
  distribution('add', 'North', '--type=folder', `--path=${box.path('north')}`, ...more);

describe('distribution', () => {
  it('add, list, show, set and remove', () => {
    const dry = addNorth('--dry-run');
    expect(dry).toMatchObject({ code: 0, document: { applied: false, point: { name: 'North', type: 'folder' } } });
    expect(addNorth('--groups=Schools', '--settings={"keepPrevious":2}')).toMatchObject({
      code: 0,
      document: { applied: true, point: { groups: ['Schools'], settings: { keepPrevious: 2 } } },
    });
    expect(distribution('list', '--group=schools').document).toMatchObject({ points: [{ name: 'North' }], next: null });
    expect(distribution('show', 'north', '--test')).toMatchObject({
      code: 0,
      document: { checks: expect.arrayContaining([expect.objectContaining({ ok: true })]) },
    });
    expect(distribution('set', 'North', '--new-name=West', '--enabled=false').document).toMatchObject({
      point: { name: 'West', enabled: false, settings: { keepPrevious: 2 } },
    });
    expect(distribution('remove', 'West')).toMatchObject({ code: 0, document: { applied: true } });
    expect(distribution('show', 'West')).toMatchObject({ code: 4, stdout: '', problem: { id: 'ImgPointNotFound' } });
  });

  it('says of a test that something does not work: exit 3', () => {
    addNorth();
    rmSync(box.path('north', 'imgupdate-point.json'));
    expect(distribution('show', 'North', '--test')).toMatchObject({
      code: 3,
      document: { checks: [{ ok: false }] },
    });
  });

  it.each([
    [['add', 'North', '--type=pigeon'], 4, 'ImgPointInvalid'],
    [['add', 'North', '--type=folder'], 4, 'ImgPointInvalid'],
    [['add', 'North', '--type=folder', '--path=x', '--settings={"keepPrevious":-1}'], 4, 'ImgPointInvalid'],
    [['add', 'Campus', '--type=configmgr', '--settings={"siteCode":"P01"}'], 4, 'ImgPointInvalid'],
    [['add', 'Campus', '--type=configmgr', '--settings={"siteCode":"P01","siteServer":"a b"}'], 4, 'ImgPointInvalid'],
    [['send', 'Image'], 4, 'ImgPointNotFound'],
    [['send', 'Image', '--point=North'], 4, 'ImgPointNotFound'],
    [['send', 'Other', '--point=North'], 4, 'ImgImageNotFound'],
    [['status', 'Other'], 4, 'ImgImageNotFound'],
    [['serve', 'North'], 4, 'ImgPointNotFound'],
    [['send', '--pigeon'], 2, 'ImgArgumentInvalid'],
    [['serve', 'North', '--port=x'], 2, 'ImgArgumentInvalid'],
  ])('%s is refused: exit %i', (args, code, id) => {
    const ran = distribution(...args);
    expect(ran).toMatchObject({ code, stdout: '', problem: { id, exitCode: code } });
    expect(ran.problem?.remedy).not.toBe('');
  });

  it('send and status: bytes that arrive, and what was changed there', () => {
    addNorth();
    const sent = distribution('send', 'Image', '--point=North');
    expect(sent).toMatchObject({ code: 0, document: { ok: true, statuses: [{ targeted: 1, numberSuccess: 1 }] } });
    expect(sent.events.some(({ type }) => type === 'distribution.progress')).toBe(true);
    expect(sha256(box.path('north', 'Image.wim'))).toBe(sha256(box.path('image.wim')));
    expect(distribution('status').document).toMatchObject({ statuses: [{ imageName: 'Image', numberErrors: 0 }] });

    writeFileSync(box.path('north', 'Image.wim'), readFileSync(box.path('image.wim')).fill(1, 1000, 1100));
    expect(distribution('status', 'Image', '--verify')).toMatchObject({
      code: 3,
      document: { ok: false, statuses: [{ numberErrors: 1, lastError: { id: 'ImgPointDamages' } }] },
    });
    expect(distribution('send', 'Image', '--failed')).toMatchObject({ code: 0, document: { ok: true } });
    expect(sha256(box.path('north', 'Image.wim'))).toBe(sha256(box.path('image.wim')));
  });

  it('send to one that is gone: exit 3, and the reason of the target', () => {
    addNorth('--settings={"attempts":1}');
    rmSync(box.path('north'), { recursive: true });
    expect(distribution('send', 'Image', '--point=North')).toMatchObject({
      code: 3,
      document: { ok: false, statuses: [{ numberErrors: 1, lastError: { id: 'ImgPointUnreachable' } }] },
    });
  });

  it.skipIf(anyMissing(livePowerShell))(titled('a site of Configuration Manager', livePowerShell), () => {
    const served = { Name: 'Image', PackageID: 'P0100042', PkgSourcePath: box.path('image.wim'), SourceVersion: 1 };
    const numbers = { Targeted: 2, NumberSuccess: 2, NumberInProgress: 0, NumberErrors: 0, NumberUnknown: 0 };
    const serve = (status: object): void => {
      const statuses = [{ PackageID: 'P0100042', ...numbers, ...status }];
      writeFileSync(box.path('cm.json'), JSON.stringify({ images: [served], statuses }));
    };
    serve({ SourceVersion: 1 });
    const env = { PSModulePath: stubModules, IMGUPDATE_STUB_SITE: box.path('cm.json') };
    const site = { siteCode: 'P01', siteServer: 'cm1.example' };
    distribution('add', 'Campus', '--type=configmgr', `--settings=${JSON.stringify(site)}`);
    expect(box.runWith({ env }, 'distribution', 'send', 'Image', '--point=Campus')).toMatchObject({
      code: 0,
      document: { ok: true, statuses: [{ numberInProgress: 1, targets: [{ siteReport: { awaitedVersion: 2 } }] }] },
    });
    serve({ SourceVersion: 2, NumberSuccess: 1, NumberErrors: 1 });
    expect(box.runWith({ env }, 'distribution', 'status')).toMatchObject({
      code: 0,
      document: { ok: false, statuses: [{ numberErrors: 1, lastError: { id: 'ImgPointSiteErrors' } }] },
    });
  });

  it.skipIf(anyMissing(livePowerShell))(titled('an image group of Windows Deployment Services', livePowerShell), () => {
    const env = { PSModulePath: stubModules, IMGUPDATE_STUB_WDS: box.folder };
    const settings = JSON.stringify({ imageGroup: 'Clients', attempts: 1 });
    const add = ['distribution', 'add', 'Pxe', '--type=wds', `--path=${box.path('sources')}`];
    expect(box.runWith({ env }, ...add)).toMatchObject({ code: 4, problem: { id: 'ImgPointInvalid' } });
    expect(box.runWith({ env }, ...add, `--settings=${settings}`).code).toBe(0);
    const send = ['distribution', 'send', 'Image', '--point=Pxe'];
    writeFileSync(box.path('fail.txt'), 'Import-*\n');
    expect(box.runWith({ env }, ...send)).toMatchObject({
      ...{ code: 3, document: { ok: false, statuses: [{ lastError: { id: 'ImgPointUnreachable' } }] } },
    });
    rmSync(box.path('fail.txt'));
    expect(box.runWith({ env }, ...send)).toMatchObject({
      ...{ code: 0, document: { statuses: [{ targets: [{ path: 'wds://localhost/Clients' }] }] } },
    });
    const { images } = JSON.parse(readFileSync(box.path('store.json'), 'utf8'));
    expect(images).toMatchObject([{ ImageName: 'Windows 11 Enterprise', Enabled: true }]);
  });

  it('a bucket: credentials of the environment, that are missing, and an address that holds some', async () => {
    const service = spawn(process.execPath, [s3Service], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const [endpoint] = await once(createInterface(service.stdout), 'line');
      const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true' };
      const files = { AWS_CONFIG_FILE: box.path('none'), AWS_SHARED_CREDENTIALS_FILE: box.path('none') };
      const env = { ...none, ...files, AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
      const settings = JSON.stringify({ bucket: 'images', endpoint, attempts: 1 });
      const add = ['distribution', 'add', 'Cloud', '--type=s3'];
      expect(box.runWith({ env }, ...add, `--settings=${settings}`)).toMatchObject({
        ...{ code: 0, document: { applied: true, point: { path: null, settings: { bucket: 'images' } } } },
      });
      const send = ['distribution', 'send', 'Image', '--point=Cloud'];
      expect(box.runWith({ env: { ...none, ...files } }, ...send)).toMatchObject({
        ...{ code: 3, document: { statuses: [{ lastError: { id: 'ImgPointRefuses' } }] } },
      });
      expect(box.runWith({ env }, ...send)).toMatchObject({
        ...{ code: 0, document: { ok: true, statuses: [{ numberSuccess: 1, targets: [{ method: 'copied' }] }] } },
      });
      expect(box.runWith({ env }, 'distribution', 'status', '--verify')).toMatchObject({ code: 0 });
      const secret = JSON.stringify({ bucket: 'images', endpoint: 'https://key:secret@host/' });
      expect(box.runWith({ env }, ...add, `--settings=${secret}`)).toMatchObject({
        ...{ code: 4, stdout: '', problem: { id: 'ImgPointInvalid' } },
      });
    } finally {
      service.stdin.end();
      await once(service, 'exit');
    }
  });

  const signals = requires.posix('signals that a process can answer');
  it.skipIf(anyMissing(signals))(titled('serve, until it is told to end: exit 0', signals), async () => {
    distribution('add', 'Web', '--type=http', `--path=${box.path('web')}`);
    expect(distribution('send', 'Image', '--point=Web').code).toBe(0);
    const child = box.start({}, 'distribution', 'serve', 'Web', '--address=127.0.0.1', '--port=0', '--events=json');
    let stdout = '';
    child.stdout?.on('data', (piece) => {
      stdout += piece;
    });
    const ended = once(child, 'close');
    let url = '';
    for await (const line of createInterface(child.stderr as Readable)) {
      const { type, data } = JSON.parse(line);
      if (type !== 'distribution.serving') continue;
      url = data.url;
      break;
    }
    const answer = await fetch(new URL('Image.wim', url));
    writeFileSync(box.path('fetched.wim'), new Uint8Array(await answer.arrayBuffer()));
    expect(sha256(box.path('fetched.wim'))).toBe(sha256(box.path('image.wim')));
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ url, requests: 1 });
  });
});
