import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { packageFile, updates } from '../helpers/month.ts';
import { type Serving, serve } from '../helpers/serving.ts';

let box: Sandbox;
beforeAll(() => {
  box = sandbox();
});
afterAll(() => box.remove());

let served: Serving;
beforeEach(() => {
  served = serve(box);
});
afterEach(async () => {
  await served.end();
});

const index = {
  ...{ name: 'Windows 11', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
  ...{ build: 26100, revision: 1742, architecture: 'x64', language: 'en-US' },
};

describe('requests', () => {
  it('are answered by id, several at once, in any order', async () => {
    for (let id = 1; id <= 20; id += 1) served.send({ id, method: id % 2 === 0 ? 'site.show' : 'image.list' });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => served.answer(at + 1)));

    expect(answers.map(({ result }) => 'folder' in result)).toEqual(answers.map((_, at) => at % 2 === 1));
    expect(answers.every(({ result }) => result.formatVersion === '1.0')).toBe(true);
  });

  it('that come with a byte order mark, CR LF, blank lines, in pieces or together are read', async () => {
    served.write('\ufeff{"jsonrpc":"2.0","id":"a","method":"site.show"}\r\n\r\n   \n');
    served.write('{"jsonrpc":"2.0","id":"b","met');
    await served.answer('a');
    served.write('hod":"site.show"}\n{"jsonrpc":"2.0","id":"c","method":"site.show","params":{}}\n');

    for (const id of ['b', 'c']) expect((await served.answer(id)).result.folder).toBe(box.site);
  });

  it('may use an id again when it was answered, and not before', async () => {
    served.send({ id: 1, method: 'site.show' });
    await served.answer(1);
    served.send({ id: 'x', method: 'worker.run' });
    served.send({ id: 'x', method: 'site.show' });
    const refused = await served.answer('x');
    served.send({ id: 1, method: 'image.list' });

    const again = await served.message(({ id, result }) => id === 1 && result?.images !== undefined);
    expect(refused.error).toMatchObject({ code: -32600 });
    expect(again.result.images).toEqual([]);
  });

  it('of the form of a dry run change nothing', async () => {
    served.send({ id: 1, method: 'site.set', params: { retainVersion: 9 }, dryRun: true });
    const dry = await served.answer(1);
    served.send({ id: 2, method: 'site.show' });

    expect(dry.result).toMatchObject({ applied: false, retainVersion: 9 });
    expect((await served.answer(2)).result.retainVersion).toBe(2);
  });

  it('without an id get no answer', async () => {
    served.send({ method: 'site.set', params: { maximumConcurrency: 3 } });
    served.send({ method: 'no.such' });
    served.send({ id: 1, method: 'site.show' });
    await served.answer(1);

    expect(await served.end()).toBe(0);
    expect(served.messages).toHaveLength(1);
  });
});

describe('errors', () => {
  it.each<[what: string, line: string, id: unknown, code: number]>([
    ['no JSON', '{"id":1,', null, -32700],
    ['half a word', 'nonsense', null, -32700],
    ['a list', '[{"jsonrpc":"2.0","id":1,"method":"site.show"}]', null, -32600],
    ['a number', '5', null, -32600],
    ['null', 'null', null, -32600],
    ['no method', '{"jsonrpc":"2.0","id":7}', 7, -32600],
    ['a method that is no text', '{"jsonrpc":"2.0","id":7,"method":{}}', 7, -32600],
    ['an id that is a list', '{"jsonrpc":"2.0","id":[7],"method":"site.show"}', null, -32600],
    ['an id that is a truth value', '{"jsonrpc":"2.0","id":true,"method":"site.show"}', null, -32600],
    ['no method of ours, under the id null', '{"jsonrpc":"2.0","id":null,"method":"no.such"}', null, -32601],
    ['an unknown method', '{"jsonrpc":"2.0","id":7,"method":"no.such"}', 7, -32601],
    ['a method of the language', '{"jsonrpc":"2.0","id":7,"method":"constructor"}', 7, -32601],
    ['an unknown member', '{"jsonrpc":"2.0","id":7,"method":"site.show","params":{"bogus":1}}', 7, 1004],
    ['a wrong type', '{"jsonrpc":"2.0","id":7,"method":"site.set","params":{"retainVersion":"x"}}', 7, 1004],
    ['params that are a list', '{"jsonrpc":"2.0","id":7,"method":"site.show","params":[]}', 7, 1004],
    ['an unknown image', '{"jsonrpc":"2.0","id":7,"method":"image.show","params":{"image":"x"}}', 7, 1004],
  ])('%s', async (_what, line, id, code) => {
    served.write(`${line}\n`);

    const { error } = await served.message((message) => message.error !== undefined && message.id === id);
    served.send({ id: 'after', method: 'site.show' });

    expect(error?.code).toBe(code);
    expect(JSON.stringify(error)).not.toMatch(/\bat .*\.[cm]?[jt]s:\d+/);
    if (code > 0) expect(error?.data).toMatchObject({ id: expect.stringMatching(/^Img/), exitCode: code - 1000 });
    if (line.includes('bogus')) expect(error?.data.errors).toMatchObject([{ pointer: '/bogus' }]);
    expect((await served.answer('after')).result.folder).toBe(box.site);
  });
});

describe('cancellation', () => {
  it('stops a wait; the answer is 1130 and the problem', async () => {
    served.send({ id: 'wait', method: 'worker.run' });
    served.send({ id: 'next', method: 'site.show' });
    await served.answer('next');

    served.send({ method: '$/cancelRequest', params: { id: 'wait' } });

    expect((await served.answer('wait')).error).toMatchObject({
      code: 1130,
      data: { id: 'ImgCanceled', exitCode: 130, type: 'urn:imgupdate:problem:ImgCanceled' },
    });
  });

  it('stops work on a large file in its middle', async () => {
    const path = box.path('large.wim');
    served.send({
      id: 1,
      method: 'rehearsal.image',
      params: { out: path, spec: { indexes: [{ ...index, files: 40, bytes: 200_000_000 }] } },
    });
    await served.answer(1);
    served.send({ id: 'verify', method: 'image.verify', params: { path } });
    await served.message(({ params }) => params?.requestId === 'verify');

    served.send({ method: '$/cancelRequest', params: { id: 'verify' } });

    expect((await served.answer('verify')).error).toMatchObject({ code: 1130, data: { id: 'ImgCanceled' } });
  });

  it.each([[{ id: 'nobody' }], [{}], [undefined], [5]])('of %j does nothing', async (params) => {
    served.send({ method: '$/cancelRequest', params });
    served.send({ id: 1, method: 'site.show' });

    expect((await served.answer(1)).result.folder).toBe(box.site);
  });
});

describe('the end of input', () => {
  it('cancels what is open, with and without id, and ends with 0', async () => {
    served.send({ id: 'a', method: 'worker.run' });
    served.send({ method: 'worker.run' });
    served.send({ id: 'b', method: 'site.show' });
    await served.answer('b');

    expect(await served.end()).toBe(0);
    expect((await served.answer('a').catch(() => served.messages.find(({ id }) => id === 'a')))?.error?.code).toBe(
      1130,
    );
  });

  it('without any request ends with 0', async () => {
    expect(await served.end()).toBe(0);
    expect(served.messages).toEqual([]);
  });
});

describe('a worker that a request started', () => {
  it('lives on when serve has ended, and its run succeeds', async () => {
    const own = sandbox();
    const first = serve(own, { IMGUPDATE_DISM_PACE: '2' });
    const call = async (id: string, method: string, params: object) => {
      first.send({ id, method, params });
      const { result, error } = await first.answer(id);
      if (error !== undefined) throw new Error(error.message);
      return result;
    };
    const { uniqueId, title, package: facts } = updates.june;
    const catalog = { uniqueId, title, articleId: facts.articleId, products: [], classification: '', files: [] };
    writeFileSync(own.path('catalog.jsonl'), JSON.stringify(catalog));
    await call('1', 'update.import', { path: own.path('catalog.jsonl') });
    await call('2', 'rehearsal.image', { out: own.path('a.wim'), spec: { indexes: [index] } });
    await call('3', 'image.add', { path: own.path('a.wim'), name: 'A', acceptEula: true });
    const file = packageFile(own.folder, updates.june);
    await call('4', 'content.add', { path: file, uniqueId, standIn: true });

    const { schedule } = await call('5', 'schedule.add', { image: 'A', latest: true, runNow: true });
    const code = await first.end();
    const statusAtEnd = own.run('run', 'show', schedule.runId).document['run'] as { status: string };
    const waited = own.run('run', 'wait', schedule.runId, '--timeout', '60');

    expect([code, first.child.exitCode]).toEqual([0, 0]);
    expect(['Pending', 'Running']).toContain(statusAtEnd.status);
    expect(waited.code).toBe(0);
    expect(waited.document).toMatchObject({ run: { status: 'Succeeded', attempt: 1 } });
    expect(existsSync(own.path('site', 'ImgUpdate_OfflineImageServicing', schedule.runId.slice(-12)))).toBe(false);
    own.remove();
  });
});
