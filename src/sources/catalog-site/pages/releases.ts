import { namesBuild, type ReleaseTables } from '../release-page.ts';
import { type Changed, open, plain } from './dom.ts';

/** Takes the tables of a page of release information out of its HTML. */
export function readReleaseHtml(html: string): ReleaseTables | Changed {
  const page = open(html);
  if ('type' in page) return page;
  const tables: ReleaseTables['tables'] = [];
  let [section, label] = ['', ''];
  for (const element of page('h1, h2, strong, b, table').toArray()) {
    const found = page(element);
    if (found.is('h1, h2')) [section, label] = [plain(found.text()), ''];
    else if (found.is('table')) {
      if (found.parents('table').length > 0) continue;
      const rows = found
        .find('tr')
        .toArray()
        .map((row) =>
          page(row)
            .children('th, td')
            .toArray()
            .map((cell) => plain(page(cell).text())),
        );
      tables.push({ section, label, header: rows[0] ?? [], rows: rows.slice(1) });
      label = '';
    } else if (found.closest('table').length === 0 && namesBuild(plain(found.text()))) label = plain(found.text());
  }
  return { type: 'tables', tables };
}
