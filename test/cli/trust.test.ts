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
