/** Packages of every form by the command line: made, described, taken by the emulator. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { updates } from '../helpers/month.ts';

let box: Sandbox;
beforeAll(() => {
  box = sandbox();
});
afterAll(() => box.remove());

describe.each([
  ['cab', 'kb.cab'],
  ['msu-cab', 'kb-cab.msu'],
  ['msu-wim', 'kb-wim.msu'],
])('rehearsal package of the form %s', (form, name) => {
  it('makes what package inspect describes', () => {
    const out = box.path(name);
    writeFileSync(box.path('spec.json'), JSON.stringify({ out, spec: { ...updates.june.package, form } }));

    const made = box.run('rehearsal', 'package', '--input', box.path('spec.json'));
    const again = box.run('rehearsal', 'package', '--input', box.path('spec.json'));
    const described = box.run('package', 'inspect', out);

    expect([made.code, made.problem]).toEqual([0, undefined]);
    expect(made.document).toMatchObject({ path: out, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect([again.code, again.problem?.id]).toEqual([4, 'ImgRequestInvalid']);
    expect(described.document).toMatchObject({ format: form, articleId: '5060842', standIn: true, warnings: [] });
  });
});
