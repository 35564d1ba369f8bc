/** Imported files and folders as sources over the command line: stdout, stderr and exit codes of the built engine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { cab, manifest, token } from '../packages/made-package.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
  const record = { uniqueId: 'a', title: 'A', classification: '', products: [], files: [] };
  writeFileSync(box.path('catalog.jsonl'), JSON.stringify(record));
  expect(box.run('update', 'import', box.path('catalog.jsonl')).code).toBe(0);
});
afterEach(() => box.remove());

it('lists, shows and removes what was imported', () => {
  const imported = { name: 'import', type: 'file', position: 1, updateCount: 1, path: box.path('catalog.jsonl') };

  expect(box.run('source', 'list')).toMatchObject({ code: 0, document: { sources: [imported] } });
  expect(box.run('source', 'show', 'import')).toMatchObject({ code: 0, document: { source: imported } });
  expect(box.run('sync', 'list', '--source', 'import').document).toMatchObject({ syncs: [{ type: 'file', added: 1 }] });
  expect(box.run('source', 'remove', 'import')).toMatchObject({ code: 0, document: { applied: true } });
  expect(box.run('source', 'list').document).toMatchObject({ sources: [] });
  expect(box.run('update', 'list').document).toMatchObject({ updates: [{ uniqueId: 'a' }] });
});

it.each([
  ['source', 'test', 'import'],
  ['source', 'set', 'import', '--position=1'],
  ['update', 'sync', '--source', 'import'],
])('refuses %s %s: exit 5, the problem last, nothing on stdout', (...command) => {
  const { code, stdout, problem } = box.run(...command);

  expect([code, stdout, problem?.id]).toEqual([5, '', 'ImgSourceIsImport']);
  expect(problem?.remedy).toContain('update import');
});

it('tells a package of a former Windows by what it says itself', () => {
  const parent = { name: 'Microsoft-Windows-Client-Features-Package', version: '6.1.7601.17514', language: '' };
  const rules = { buildCompare: 'EQ', serviceCompare: 'EQ', integrate: '', disposition: '' };
  const mum = manifest(`Package_for_KB2999226~${token}~amd64~~6.1.1.6`, {
    ...{ releaseType: 'Update', creationTimeStamp: '2015-07-21T10:16:47Z', identifier: 'KB2999226' },
    parents: [{ ...rules, identities: [{ ...parent, publicKeyToken: token, architecture: 'amd64' }] }],
  });
  mkdirSync(box.path('packages'));
  writeFileSync(box.path('packages', 'Windows6.1-KB2999226-x64.cab'), cab({ 'update.mum': mum }));

  expect(box.run('source', 'add', 'air-gap', '--type=folder', '--path', box.path('packages')).code).toBe(0);
  expect(box.run('update', 'sync', '--source', 'air-gap')).toMatchObject({
    code: 0,
    document: { syncs: [{ added: 1 }] },
  });
  expect(box.run('update', 'list', '--article-id', 'KB2999226').document).toMatchObject({
    updates: [
      {
        title: 'Update for Windows 7 for x64-based Systems (KB2999226)',
        ...{ articleId: '2999226', family: 'Windows 7', release: '7601', architecture: 'x64', products: ['Windows 7'] },
        ...{ datePosted: null, packageDate: '2015-07-21T10:16:47Z' },
      },
    ],
  });
});
