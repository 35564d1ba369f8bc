import { storedInspection } from '../../images/library/stored-inspection.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { ImageIndex } from '../../images/types.ts';
import { supportEnd } from '../../selection/support.ts';
import type { Database } from '../../site/database.ts';
import { type Fact, oneLine } from '../fact.ts';

const day = 86_400_000;

/** Images whose update is older than so many days: by the release table, else by the time when the image was made. */
export async function oldImages(database: Database, { days, now }: { days: number; now: Date }): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const image of await database.selectFrom('image').selectAll().orderBy('name_key').execute()) {
    const ages = await Promise.all(storedInspection(image).indexes.map((index) => dateOf(database, index)));
    const oldest = ages.filter((each) => each.at !== '').sort((a, b) => (a.at < b.at ? -1 : 1))[0];
    if (oldest === undefined) continue;
    const age = Math.floor((now.getTime() - Date.parse(oldest.at)) / day);
    if (age <= days) continue;
    facts.push({
      ...{ key: `image-old:${image.id}:${oldest.revision}:${days}`, kind: 'ImageOld', level: 'warning' },
      image: { id: image.id, name: image.name },
      at: now.toISOString(),
      title: oneLine(`${image.name}: ${oldest.revision} is ${age} days old${rehearsalMark(image)}`),
      sentence: `Its update is of ${oldest.at.slice(0, 10)}; more than ${days} days are too old. See what is newer: imgupdate update recommend.`,
      details: [
        { label: 'Image', value: oneLine(image.name) },
        { label: 'File', value: oneLine(image.path) },
        { label: 'Last serviced', value: image.last_serviced?.slice(0, 10) ?? 'never' },
      ],
    });
  }
  return facts;
}

async function dateOf(
  database: Database,
  { family, build, ubr, revision, modified }: ImageIndex,
): Promise<{ at: string; revision: string }> {
  const row =
    family === null || build === null || ubr === null
      ? undefined
      : await database
          .selectFrom('release_row')
          .select('date')
          .where('family', '=', family)
          .where('build', '=', build)
          .where('revision', '=', ubr)
          .executeTakeFirst();
  return { at: row?.date ?? modified ?? '', revision: revision ?? 'the image' };
}

/** Images of a release that gets its last update within so many days, or has had it. */
export async function endingImages(database: Database, { days, now }: { days: number; now: Date }): Promise<Fact[]> {
  const facts = new Map<string, Fact>();
  for (const image of await database.selectFrom('image').selectAll().orderBy('name_key').execute()) {
    for (const { family, release, edition } of storedInspection(image).indexes) {
      if (family === null || release === null) continue;
      const end = supportEnd({ family, release, edition });
      if (end === null) continue;
      const left = Math.floor((Date.parse(`${end.ends}T23:59:59.999Z`) - now.getTime()) / day);
      const key = `support-ends:${image.id}:${end.name}:${end.ends}${left < 0 ? ':over' : ''}`;
      if (left > days || facts.has(key)) continue;
      const over = left < 0 ? `is out of support since ${end.ends}` : `gets its last update on ${end.ends}`;
      const extended = end.extended === null ? '' : ` Extended Security Updates: until ${end.extended}.`;
      facts.set(key, {
        ...{ key, kind: 'SupportEnds', level: 'warning', image: { id: image.id, name: image.name } },
        at: now.toISOString(),
        title: oneLine(`${image.name}: ${end.name} ${over}${rehearsalMark(image)}`),
        sentence: `${left < 0 ? 'No updates come for it any more.' : `${left} days are left.`}${extended} Plan an image of a newer release.`,
        details: [
          { label: 'Image', value: oneLine(image.name) },
          { label: 'File', value: oneLine(image.path) },
        ],
      });
    }
  }
  return [...facts.values()];
}

function rehearsalMark({ rehearsal }: Pick<ImageTable, 'rehearsal'>): string {
  return rehearsal === 1 ? ' (rehearsal)' : '';
}
