/** Content over the command line: stdout, stderr and exit codes of the built engine, with a server of its own process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { digestOf } from '../helpers/downloads.ts';
import { packageFile, updates } from '../helpers/month.ts';

let box: Sandbox;
let server: ChildProcess;
let origin: string;
beforeEach(async () => {
  box = sandbox();
  mkdirSync(box.path('offer'));
  packageFile(box.path('offer'), updates.june);
  writeFileSync(box.path('offer', 'page.msu'), '<!DOCTYPE html><html></html>'.padEnd(1000));
  const program = fileURLToPath(new URL('../helpers/serve-folder.ts', import.meta.url));
  server = spawn(process.execPath, [program, box.path('offer')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [text] = await once(server.stdout ?? process.stdin, 'data');
  origin = String(text).trim();
});
afterEach(() => {
  server.stdin?.end();
  box.remove();
});

function record(name: string, more: object = {}): void {
  const bytes = readFileSync(box.path('offer', 'windows-kb5060842-x64.msu'));
  const { uniqueId, title } = updates.june;
  const file = {
    name: 'windows-kb5060842-x64.msu',
    size: bytes.length,
    sha256: digestOf(bytes),
    url: `${origin}/${name}`,
    ...more,
  };
  writeFileSync(
    box.path('catalog.jsonl'),
    JSON.stringify({ uniqueId, title, classification: '', products: ['Windows 11'], files: [file] }),
  );
  expect(box.run('update', 'import', box.path('catalog.jsonl')).code).toBe(0);
}

it('saves, lists, verifies and clears: one document each, progress as events', () => {
  record('windows-kb5060842-x64.msu');

  const dry = box.run('content', 'save', '--unique-id', 'KB5060842', '--dry-run');
  const saved = box.run('content', 'save', `--unique-id=${updates.june.uniqueId}`);
  const list = box.run('content', 'list');
  const [content] = (list.document as { contents: { path: string }[] }).contents;
  writeFileSync(content?.path ?? '', 'damage');
  const verified = box.run('content', 'verify');
  const cleared = box.run('content', 'clear', '--quarantine');

  expect([dry.code, dry.document]).toMatchObject([0, { applied: false, files: [{ state: 'planned' }] }]);
  expect([saved.code, saved.document]).toMatchObject([
    0,
    { ok: true, files: [{ state: 'saved', verification: 'digest' }] },
  ]);
  expect(saved.events.some(({ type }) => type === 'content.progress')).toBe(true);
  expect([verified.code, verified.document]).toMatchObject([3, { ok: false, bad: [{ reason: 'wrong-digest' }] }]);
  expect([cleared.code, cleared.document]).toMatchObject([0, { removed: [{ kind: 'quarantine' }] }]);
});

it.each([
  ['a page in place of a package', 'page.msu', { size: null }, 7, 'ImgDownloadFailed'],
  ['a file of another length', 'page.msu', {}, 7, 'ImgDownloadFailed'],
  ['a file that is not there', 'none.msu', {}, 7, 'ImgDownloadFailed'],
  ['another digest', 'windows-kb5060842-x64.msu', { sha256: '0'.repeat(64) }, 4, 'ImgContentQuarantined'],
  ['no address', 'x', { url: '' }, 5, 'ImgContentNotOffered'],
])('ends for %s with its code, the problem last, and nothing on stdout', (_what, name, more, code, id) => {
  record(name, more);

  const failed = box.run('content', 'save', '--unique-id', 'KB5060842');

  expect([failed.code, failed.stdout, failed.problem?.id]).toEqual([code, '', id]);
  expect(failed.problem?.remedy).toBeTruthy();
});

it('says of a unified update without a package why nothing is saved, and what helps', () => {
  const files = ['Windows11.0-KB5060842-x64.psf', 'SSU-26100.4340-x64.cab'].map((name) => ({ name, size: 5 }));
  const { uniqueId, title } = updates.june;
  writeFileSync(
    box.path('catalog.jsonl'),
    JSON.stringify({ uniqueId, title, classification: '', products: ['Windows 11'], files }),
  );
  expect(box.run('update', 'import', box.path('catalog.jsonl')).code).toBe(0);

  const { code, document, events } = box.run('content', 'save', '--unique-id', 'KB5060842');

  const remedy = expect.stringContaining('source add catalog --type catalog-site');
  expect([code, document]).toMatchObject([
    0,
    { files: [], without: [{ reason: expect.stringContaining('UUP'), remedy }] },
  ]);
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'content.warning', message: expect.stringContaining('Nothing is saved for') }),
  );
});
