/** What a second synchronisation asks for and tells: what is new since. */
import { describe, expect, it } from 'vitest';
import { lastCursor, told } from '../../helpers/catalog-site/context.ts';
import { guidOf, siteUpdate } from '../../helpers/catalog-site/updates.ts';
import { history, siteOfUpdates, sync, title } from './site-of-updates.ts';

const catalog = siteOfUpdates();

describe('a second synchronisation', () => {
  async function first(): Promise<string> {
    catalog.fill();
    const events = await sync(catalog.open());
    catalog.site.forget();
    catalog.context.clock.pass(24 * 3_600_000);
    return lastCursor(events);
  }

  it('asks for lists alone where nothing is new', async () => {
    const cursor = await first();
    const events = await sync(catalog.open(), cursor);

    expect([...told(events, 'update'), ...told(events, 'release'), ...told(events, 'expired')]).toEqual([]);
    expect(catalog.site.requests.length).toBe(1 + 4 + 9 + 1);
    expect(lastCursor(events)).toBe(cursor);
  });

  it('asks for nothing that the site says is unchanged', async () => {
    catalog.site.validators = true;
    const cursor = await first();
    catalog.context.traffic.bytes = 0;
    await sync(catalog.open(), cursor);

    expect(catalog.site.requests.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
    expect(catalog.context.traffic.bytes).toBe(0);
  });

  it('within the hour takes lists without validators from the cache', async () => {
    catalog.fill();
    const events = await sync(catalog.open());
    catalog.site.forget();
    catalog.context.clock.pass(60_000);
    await sync(catalog.open(), lastCursor(events));

    expect(catalog.site.requests).toEqual([]);
  });

  it('tells new and changed updates, and a new row of the releases', async () => {
    const cursor = await first();
    const added = siteUpdate(title('2026-11', 5_070_009), { supersedes: [title('2026-11', 5_070_003)] });
    const [changedOne] = catalog.site.updates;
    if (changedOne === undefined) throw new Error();
    catalog.site.updates.push(added);
    changedOne.date = '2026-11-18';
    catalog.site.releases.set('windows11', {
      ...history,
      releases: history.releases.map(({ label, rows }) => ({
        label,
        rows: [['2026-11 OOB', '2026-11-19', '26100.9850', 'KB5070009'], ...rows],
      })),
    });
    const events = await sync(catalog.open(), cursor);

    expect(told(events, 'release').length).toBe(6);
    expect(
      told(events, 'update')
        .map(({ key }) => key)
        .sort(),
    ).toEqual([added.id, changedOne.id].sort());
    expect(told(events, 'update').find(({ key }) => key === added.id)?.update.supersedes).toEqual([
      guidOf(title('2026-11', 5_070_003)),
    ]);
    expect(catalog.site.requests.length).toBe(1 + 5 + 9 + 1 + 2 * 2);
  });

  it('tells which updates were withdrawn', async () => {
    const cursor = await first();
    const gone = catalog.site.updates[2];
    if (gone === undefined) throw new Error();
    catalog.site.expired.add(gone.id);
    const events = await sync(catalog.open(), cursor);
    const again = await sync(catalog.open(), lastCursor(events));

    expect(told(events, 'expired')).toEqual([{ type: 'expired', key: gone.id }]);
    expect(catalog.site.asked).toContain(`GET ScopedViewInline.aspx?updateid=${gone.id}`);
    expect(catalog.site.asked.some((each) => each.includes('Thanks'))).toBe(false);
    expect(told(again, 'expired')).toEqual([]);
  });

  it('does not call an update withdrawn that the list lost and the site still has', async () => {
    const cursor = await first();
    const lost = catalog.site.updates[2];
    if (lost === undefined) throw new Error();
    catalog.site.mutate = (page, target) =>
      target.includes('Search') ? page.replaceAll(lost.id, guidOf('another')) : page;

    expect(told(await sync(catalog.open(), cursor), 'expired')).toEqual([]);
  });

  it('in full tells everything again', async () => {
    await first();

    expect(told(await sync(catalog.open()), 'update').length).toBe(11);
  });

  it('begins anew with a cursor that it cannot read', async () => {
    catalog.fill();

    expect(told(await sync(catalog.open(), '{"version":99}'), 'update').length).toBe(11);
    expect(told(await sync(catalog.open(), 'not JSON'), 'update').length).toBe(11);
  });
});
