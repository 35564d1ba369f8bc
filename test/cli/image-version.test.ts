/** Kept versions by the command line: removing one, and which are kept of an image. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ran, type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { sha256 } from '../helpers/month.ts';

const index = {
  ...{ name: 'Windows 11', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
  ...{ build: 26100, revision: 1742, architecture: 'x64', language: 'en-US' },
};

let box: Sandbox;
let path: string;
/** Of version 1, which is version 3 again. */
let original: string;
beforeAll(() => {
  box = sandbox();
  const spec = { indexes: [index, { ...index, name: 'Pro' }], upgradePackage: true };
  writeFileSync(box.path('spec.json'), JSON.stringify({ out: box.path('media'), spec }));
  ok(box.run('rehearsal', 'image', '--input', box.path('spec.json')));
  path = box.path('media', 'sources', 'install.wim');
  original = sha256(path);
  ok(box.run('upgrade-package', 'add', box.path('media'), '--name=Media', '--index=2', '--accept-eula'));
  ok(box.run('image', 'restore', 'Media'));
});
afterAll(() => box.remove());

function ok(ran: Ran): Ran {
  if (ran.code !== 0) throw new Error(ran.stderr);
  return ran;
}

const versions = (): { sourceVersion: number; path: string }[] =>
  (ok(box.run('image', 'versions', 'Media')).document as unknown as { versions: never[] }).versions;

it('says beforehand how many bytes come free, and removes the version that is named', () => {
  const kept = versions().find(({ sourceVersion }) => sourceVersion === 1)?.path ?? '';
  const size = statSync(kept).size;

  const dry = box.run('image-version', 'remove', 'Media', '--source-version=1', '--dry-run');
  const before = versions().map(({ sourceVersion }) => sourceVersion);
  const done = box.run('image-version', 'remove', 'Media', '--source-version=1');

  expect([dry.code, done.code]).toEqual([0, 0]);
  expect(dry.document).toMatchObject({ applied: false, freedBytes: size, rebased: [], image: 'Media' });
  expect(done.document).toEqual(Object.assign({}, dry.document, { applied: true }));
  expect(before).toEqual([3, 2, 1]);
  expect(versions().map(({ sourceVersion }) => sourceVersion)).toEqual([3, 2]);
  expect([existsSync(kept), sha256(path)]).toEqual([false, original]);
});

it.each<[what: string, args: string[], code: number, id: string]>([
  ['the current version', ['Media', '--source-version=3'], 5, 'ImgVersionCurrent'],
  ['a version that is gone', ['Media', '--source-version=1'], 4, 'ImgVersionNotFound'],
  ['an image that is not there', ['Nobody', '--source-version=1'], 4, 'ImgImageNotFound'],
  ['no version', ['Media'], 2, 'ImgArgumentInvalid'],
])('refuses %s: one problem, nothing on stdout, nothing changed', (_what, args, code, id) => {
  const { code: ended, stdout, problem } = box.run('image-version', 'remove', ...args);

  expect([ended, stdout, problem?.id]).toEqual([code, '', id]);
  expect(problem?.remedy).not.toBe('');
  expect(versions().map(({ sourceVersion }) => sourceVersion)).toEqual([3, 2]);
  expect(sha256(path)).toBe(original);
});

it('an image says how many are kept of it: shown, and honoured by the next publication', () => {
  const dry = box.run('image', 'set', 'Media', '--retain-version=1', '--retain-bytes=5000000', '--dry-run');
  const untouched = box.run('image', 'show', 'Media').document;
  const set = box.run('image', 'set', 'Media', '--retain-version=1', '--retain-bytes=5000000');
  ok(box.run('image', 'restore', 'Media'));

  const retention = { retainVersion: 1, retainDays: null, retainBytes: 5_000_000 };
  expect([dry.code, dry.document]).toMatchObject([0, { applied: false, image: { retention } }]);
  expect(untouched).toMatchObject({ image: { retention: { retainVersion: null, retainBytes: null } } });
  expect([set.code, set.document]).toMatchObject([0, { applied: true, image: { retention } }]);
  expect(box.run('image', 'show', 'Media').document).toMatchObject({ image: { retention } });
  expect(versions().map(({ sourceVersion }) => sourceVersion)).toEqual([4, 3]);
  expect(ok(box.run('image', 'set', 'Media', '--retain-as-site')).document).toMatchObject({
    image: { retention: { retainVersion: null, retainDays: null, retainBytes: null } },
  });
});

it('a limit that is none is refused', () => {
  const { code, stdout, problem } = box.run('image', 'set', 'Media', '--retain-days=-1');

  expect([code, stdout, problem?.id]).toEqual([2, '', 'ImgArgumentInvalid']);
});
