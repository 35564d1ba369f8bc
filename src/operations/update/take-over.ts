import type { Writer } from '../../site/database.ts';

/**
 * An update that was known under an id derived from its title got its own id: what the site stored under the old one
 * follows, in the same transaction.
 */
export async function followTakeOver(writer: Writer, { from, to }: { from: string; to: string }): Promise<void> {
  await writer.updateTable('content').set({ unique_id: to }).where('unique_id', '=', from).execute();
  await writer.updateTable('image_update').set({ unique_id: to }).where('unique_id', '=', from).execute();
  await writer.updateTable('source_record').set({ unique_id: to }).where('unique_id', '=', from).execute();
  const schedules = await writer.selectFrom('schedule').select(['schedule_id', 'updates_json']).execute();
  for (const { schedule_id, updates_json } of schedules) {
    const updates: string[] = JSON.parse(updates_json);
    if (!updates.includes(from)) continue;
    const changed = JSON.stringify(updates.map((each) => (each === from ? to : each)));
    await writer
      .updateTable('schedule')
      .set({ updates_json: changed })
      .where('schedule_id', '=', schedule_id)
      .execute();
  }
}
