import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../../helpers/built-engine.ts';
import { type Serving, serve } from '../../helpers/serving.ts';
import { GeneratedCatalog } from '../../helpers/upstream/catalog.ts';
import { startUpstream } from '../../helpers/upstream/server.ts';

type Upstream = Awaited<ReturnType<typeof startUpstream>>;

const windows11 = '72e7624a-5b00-45d2-b92f-e561c0a6a160';
const catalog = new GeneratedCatalog({ seed: 3, updates: 120 });
let box: Sandbox;
let upstream: Upstream;
let serving: Serving;
let last = 0;

/** Asks a running engine: the server lives in this process, so nothing here may wait without letting it answer. */
async function ask(method: string, params: object) {
  last += 1;
  serving.send({ id: last, method, params });
  return serving.answer(last);
}

beforeAll(async () => {
  box = sandbox();
  upstream = await startUpstream({ catalog });
  serving = serve(box);
});
afterAll(async () => {
  await serving.end();
  await upstream.close();
  box.remove();
});

describe('categories of a server', () => {
  it('are named by nobody while no source has any', async () => {
    expect((await ask('category.list', {})).error?.data.id).toBe('ImgSourceNotFound');
    await ask('source.add', { name: 'wsus', type: 'server', url: upstream.url });
    expect((await ask('category.list', { source: ['other'] })).error?.data.id).toBe('ImgSourceNotFound');
  });

  it('are those known from the beginning before the first sync', async () => {
    const { result } = await ask('category.list', { subscribed: true });

    expect(result.categories).toContainEqual({
      ...{ id: windows11, kind: 'product', name: 'Windows 11', parent: 'Windows' },
      ...{ source: 'wsus', subscribed: true, told: false },
    });
    expect(result.categories.map(({ name }: { name: string }) => name)).toContain('Service Packs');
  });

  it('are chosen by name, and a sync asks for no others', async () => {
    const { result } = await ask('category.set', {
      product: ['windows 11'],
      classification: ['*security*', 'critical updates'],
    });
    expect(result.applied).toBe(true);
    expect(result.categories.map(({ name }: { name: string }) => name)).toEqual([
      'Windows 11',
      'Critical Updates',
      'Security Updates',
    ]);

    const { result: synced } = await ask('update.sync', {});
    const expected = Array.from({ length: catalog.updates }, (_, index) => catalog.record(index)).filter(
      ({ products, classification }) => products.includes('Windows 11') && classification !== 'Updates',
    );

    expect(synced.syncs[0]).toMatchObject({ status: 'Succeeded', failed: 0, added: expected.length });
    expect(upstream.lists.at(-1)?.products).toEqual([{ id: windows11, delta: false }]);
    expect(upstream.offences).toEqual([]);
  });

  it('are those of the server after a sync, with its languages', async () => {
    const { result } = await ask('category.list', {
      name: ['Windows 11', 'German', 'Microsoft Defender*', 'Windows Server 2016'],
    });

    expect(
      result.categories.map(({ name, kind, subscribed, told }: Record<string, unknown>) => [
        name,
        kind,
        subscribed,
        told,
      ]),
    ).toEqual([
      ['Microsoft Defender Antivirus', 'product', false, true],
      ['Windows 11', 'product', true, true],
      ['Windows Server 2016', 'product', false, true],
      ['German', 'language', true, true],
    ]);
  });

  it('bring what was chosen since with the next sync, and nothing twice', async () => {
    await ask('category.set', { product: ['Windows Server 2016'], add: true });
    const { result } = await ask('update.sync', {});
    const expected = Array.from({ length: catalog.updates }, (_, index) => catalog.record(index)).filter(
      ({ products, classification }) => products.includes('Windows Server 2016') && classification !== 'Updates',
    );

    expect(result.syncs[0]).toMatchObject({ status: 'Succeeded', added: expected.length });
    expect([...upstream.delivered].filter(([, times]) => times > 1)).toEqual([]);
  });

  it('go back to the usual ones; a dry run only says so', async () => {
    const dry = await new Promise<Awaited<ReturnType<typeof ask>>>((resolve) => {
      last += 1;
      serving.send({ id: last, method: 'category.set', params: { reset: true }, dryRun: true });
      void serving.answer(last).then(resolve);
    });
    expect(dry.result.applied).toBe(false);
    expect(dry.result.categories.length).toBeGreaterThan(6);
    expect((await ask('category.list', { subscribed: true, kind: ['product'] })).result.categories).toHaveLength(2);

    await ask('category.set', { reset: true });
    expect((await ask('category.list', { subscribed: true, kind: ['product'] })).result.categories).toHaveLength(6);
  });

  it.each([
    [{ product: ['Windows 95'] }, 'ImgCategoryNotFound'],
    [{ language: ['Klingon'] }, 'ImgCategoryNotFound'],
    [{}, 'ImgRequestInvalid'],
    [{ product: [] }, 'ImgRequestInvalid'],
  ])('%o is refused with %s', async (request, id) => {
    expect((await ask('category.set', request)).error?.data.id).toBe(id);
  });
});

it('tells on the command line in one document', () => {
  const { code, document } = box.run('category', 'list', 'Security*', '--subscribed');

  expect(code).toBe(0);
  expect(document['categories']).toHaveLength(1);
});
