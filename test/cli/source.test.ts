/** Imported files as a source over the command line: stdout, stderr and exit codes of the built engine. */
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';

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
