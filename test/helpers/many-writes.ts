/**
 * A process that opens a site and writes so many rows, each in its own transaction, reading before it writes:
 * node many-writes.ts <site> <name> <count>. Prints how many it wrote.
 */

import { openSite } from '../../src/database.ts';
import { realPorts } from '../../src/ports/index.ts';
import { writeTransaction } from '../../src/site/database.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const site = await openSite(realPorts(process.env), { folder, emulator: [] });
for (let at = 0; at < Number(count); at += 1) {
  await writeTransaction(site.database, async (writer) => {
    const row = await writer.selectFrom('setting').selectAll().where('name', '=', 'total').executeTakeFirst();
    const total = { name: 'total', value_json: String(Number(row?.value_json ?? 0) + 1) };
    await writer
      .insertInto('setting')
      .values([total, { name: `${name}-${at}`, value_json: '1' }])
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value_json: total.value_json }))
      .execute();
  });
}
await site.close();
process.stdout.write(count);
