/** From an answer of `selection` to the files that it names, each with what its record says of it. */
import { type Derived, readDerived } from '../../catalog/store/read-derived.ts';
import { digestOf } from '../../formats/digest-of.ts';
import type { Ports } from '../../ports/index.ts';
import type { Site } from '../../site/site.ts';
import { articleOfFile } from '../../updates/file-names.ts';
import { lacksPackage, packageFiles } from '../../updates/offline.ts';
import type { UpdateFile } from '../../updates/update.ts';
import { isDeclaredCompanion } from '../companion.ts';
import type { WantedFile } from '../download/types.ts';
import { expectedFile } from '../expected.ts';

/** An update that an answer names. */
export interface Named {
  uniqueId: string;
  /** Those of its files that go into the image; null = the packages among its files, whatever image they are for. */
  fileNames: readonly string[] | null;
  /** KBs of the checkpoints beside it that are needed too; undefined = all that lie there. */
  checkpoints?: readonly string[];
}

/** A file to save, as plain data. */
export interface WantedContent extends WantedFile {
  uniqueId: string;
  articleId: string;
  title: string;
  isCompanion: boolean;
}

export interface Without {
  uniqueId: string;
  title: string;
  reason: string;
  /** What helps; absent where nothing is known to. */
  remedy?: string;
}

/** The files of these updates; `without` are those updates that have no file to save. Unknown ids are left out. */
export async function wantedContents(
  site: Site,
  named: readonly Named[],
): Promise<{ wanted: WantedContent[]; without: Without[] }> {
  const derived = await readDerived(
    site.database,
    named.map(({ uniqueId }) => uniqueId),
  );
  const wanted = new Map<string, WantedContent>();
  const without: Without[] = [];
  for (const { uniqueId, fileNames, checkpoints } of named) {
    const update = derived.get(uniqueId);
    if (update === undefined) continue;
    const files = filesNamed(update, fileNames).filter(
      ({ name }) =>
        checkpoints === undefined ||
        !isDeclaredCompanion(update, name) ||
        checkpoints.includes(articleOfFile(name) ?? ''),
    );
    for (const file of files) {
      const content = wantedContent(update, file);
      wanted.set(`${uniqueId} ${content.sha256 ?? content.sha1 ?? file.name}`, content);
    }
    if (files.length > 0) continue;
    const { title, files: all } = update.update;
    const unified = lacksPackage(
      update,
      all.map(({ name }) => name),
    );
    if (unified) without.push({ uniqueId, title, reason: update.reason, remedy: bySite(update) });
    else {
      without.push({
        uniqueId,
        title,
        reason: all.length === 0 ? 'its files are not known' : 'none of its files is a package',
      });
    }
  }
  return { wanted: [...wanted.values()], without };
}

/** Where the .msu of a unified update is. */
function bySite({ articleId }: Derived): string {
  const one = articleId === null ? '' : ` --article-id KB${articleId}`;
  return `Add the Update Catalog website as a source and synchronise it: \`imgupdate source add catalog --type catalog-site\`, \`imgupdate update sync --source catalog${one}\`.`;
}

function filesNamed({ update, kind, articleId }: Derived, fileNames: readonly string[] | null): UpdateFile[] {
  const all = update.files.map(({ name }) => name);
  const names = new Set(fileNames ?? packageFiles(kind, all, { articleId }));
  return update.files.filter(({ name }) => names.has(name));
}

function wantedContent(update: Derived, file: UpdateFile): WantedContent {
  const { name, size, sha1, sha256, trust } = expectedFile(update, file);
  const further = Array.isArray(file.urls) ? file.urls : [];
  const urls = [file.url, ...further].filter((url): url is string => typeof url === 'string' && url !== '');
  return {
    uniqueId: update.update.uniqueId,
    articleId: update.articleId ?? '',
    title: update.update.title,
    name,
    size,
    sha1,
    sha256,
    trust,
    urls: [...new Set(urls)],
    isFromSource: file.digestTrust !== undefined,
    isCompanion: isDeclaredCompanion(update, name),
  };
}

/** What a file is called while nobody knows its digest yet: the same for everybody who wants it. Hexadecimal. */
export function keyOf(
  { newDigest }: Pick<Ports, 'newDigest'>,
  { sha256, sha1, uniqueId, name }: WantedContent,
): string {
  const known = sha256 ?? sha1;
  if (known !== null) return known;
  return digestOf(newDigest, 'sha256', new TextEncoder().encode(`${uniqueId}\n${name}`));
}
