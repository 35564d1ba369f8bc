import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';

let box: Sandbox;
beforeAll(() => {
  box = sandbox();
});
afterAll(() => box.remove());

it('which machines an image starts on is one document, and a folder without media is a problem', () => {
  const image = box.path('a.wim');
  const index = {
    ...{ name: 'A', edition: 'Enterprise', installationType: 'Client', release: '24H2', build: 26100, revision: 1 },
    ...{ architecture: 'x64', language: 'en-US', boot: { svn: '8.0' } },
  };
  const made = box.run('rehearsal', 'image', image, '--spec', JSON.stringify({ indexes: [index] }));
  const shown = box.run('trust', 'show', image);
  const refused = box.run('trust', 'show', box.path('.'));

  expect(made.problem).toBeUndefined();
  expect(shown.code).toBe(0);
  expect(shown.document).toMatchObject({ verdict: '2011-only', basis: 'name-only', rehearsal: true });
  expect(shown.document['files']).toContainEqual(
    expect.objectContaining({ issuer: 'Windows UEFI CA 2023', svn: '8.0' }),
  );
  expect(refused).toMatchObject({ code: 4, stdout: '', problem: { id: 'ImgNotMedia' } });
});

it('media is exported to a folder, and never over what is there', () => {
  const index = {
    ...{ name: 'A', edition: 'Enterprise', installationType: 'Client', release: '24H2', build: 26100, revision: 1 },
    ...{ architecture: 'x64', language: 'en-US', boot: {} },
  };
  mkdirSync(box.path('media', 'sources'), { recursive: true });
  const image = box.path('media', 'sources', 'install.wim');
  box.run('rehearsal', 'image', image, '--spec', JSON.stringify({ indexes: [index] }));

  const would = box.run('media', 'export', box.path('media'), '--to', box.path('out'), '--dry-run');
  const done = box.run('media', 'export', box.path('media'), '--to', box.path('out'));
  const again = box.run('media', 'export', box.path('media'), '--to', box.path('out'));
  const updated = box.run('media', 'update-boot-manager', box.path('out'));

  expect([would.code, done.code]).toEqual([0, 0]);
  expect(would.document).toMatchObject({ applied: false, files: 1 });
  expect(done.document).toMatchObject({ applied: true, files: 1, format: 'folder', rehearsal: true });
  expect(again).toMatchObject({ code: 4, stdout: '', problem: { id: 'ImgFileExists' } });
  expect(updated).toMatchObject({ code: 4, problem: { id: 'ImgNotMedia' } });
});
