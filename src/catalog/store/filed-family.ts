import type { Database } from '../../site/database.ts';
import { buildOfRelease } from '../../updates/known-releases.ts';

interface System {
  family: string | null;
  release: string | null;
}

/**
 * The family under which the catalog files the updates of an image. It differs from the image's own only while a system
 * is new: "Windows Server 2028" of an image is "server operating system version 28H2" in titles, and a new client may
 * call itself by the old number. The release tells which one is meant; where several could be, the image's own name stays.
 */
export async function filedFamily(database: Database, image: System): Promise<string | null> {
  const { family, release } = image;
  if (family === null || release === null || buildOfRelease(family, release) !== null) return family;
  const systems = await database.selectFrom('catalog_line').select(['family', 'release']).distinct().execute();
  if (systems.some((system) => system.family === family && ['', release].includes(system.release))) return family;
  const others = systems.filter((system) => system.release === release && mayMean(system.family, family));
  const unlisted = [...new Set(others.map((system) => system.family))].filter(
    (other) => buildOfRelease(other, release) === null,
  );
  return unlisted.length === 1 ? (unlisted[0] ?? family) : family;
}

const server = /^Windows Server(?: 20\d\d)?$/;
const client = /^Windows \d\d$/;

/** Two names of one class of systems; two years of servers, or an older client, are never the same system. */
function mayMean(filed: string, own: string): boolean {
  if (server.test(filed) && server.test(own)) return filed === 'Windows Server' || own === 'Windows Server';
  return client.test(filed) && client.test(own) && filed > own;
}
