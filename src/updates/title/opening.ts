import type { Cursor } from './cursor.ts';
import { type KindPhrase, kindPhrases } from './kind-phrases.ts';

/** What the opening words of a title say. */
export interface Opening extends KindPhrase {
  dotNetVersions: string[];
}

/** Words that a language may have in front of "Language Pack", for example "Chinese Traditional (Hong Kong)". */
const longestLanguageName = 8;

/** The rows of the table by their first word, in the order of the table. */
const rowsByFirstWord = Map.groupBy(kindPhrases, (row) => row.words.split(' ')[0] ?? '');

/** Reads the kind phrase at the beginning; null when a title does not begin with one. */
export function parseOpening(cursor: Cursor): Opening | null {
  return byPhrase(cursor) ?? runtime(cursor) ?? component(cursor);
}

function byPhrase(cursor: Cursor): Opening | null {
  const row = rowsByFirstWord.get(cursor.peek()?.value ?? '')?.find((candidate) => cursor.phrase(candidate.words));
  if (row === undefined) return null;
  return { ...row, dotNetVersions: row.dotNet === true ? parseDotNetVersions(cursor) : [] };
}

/**
 * ".NET 10.0.2 Update for x64 Client", ".NET Core 3.1.32 Security Update for x64 Server": the runtime beside Windows, an
 * installer of its own and no update of .NET Framework.
 */
function runtime(cursor: Cursor): Opening | null {
  return cursor.attempt(() => {
    cursor.phrase('microsoft');
    if (!cursor.phrase('.net')) return null;
    cursor.phrase('core');
    if (cursor.word((word) => (/^\d{1,2}\.\d{1,2}(\.\d{1,3})?$/.test(word) ? word : null)) === null) return null;
    const words = cursor.anyOf('security update', 'preview update', 'update', 'runtime');
    return words === null
      ? null
      : { words: `.net ${words}`, kind: 'Other', free: true, alone: true, dotNetVersions: [] };
  });
}

/** "Arabic Language Pack - ...", "GDR-DU Finnish LanguagePack - ...", "FeatureOnDemandDirectX - ...". */
function component(cursor: Cursor): Opening | null {
  return cursor.attempt(() => {
    const dynamic = cursor.phrase('gdr-du');
    const feature = cursor.word((word) => (/^(language)?featureondemand\w*$/.test(word) ? word : null));
    if (feature !== null) return { words: feature, kind: 'FeatureOnDemand', dynamic, dotNetVersions: [] };
    for (let taken = 0; taken < longestLanguageName && !cursor.atEnd; taken += 1) {
      const words = cursor.anyOf('language pack', 'languagepack', 'language interface pack');
      if (words !== null) return { words, kind: 'LanguagePack', dynamic, dotNetVersions: [] };
      cursor.position += 1;
    }
    return null;
  });
}

/** "3.5, 4.7.2 and 4.8", also where the comma or the "and" was lost. */
function parseDotNetVersions(cursor: Cursor): string[] {
  const versions: string[] = [];
  for (;;) {
    const version = cursor.attempt(() => {
      if (versions.length > 0) cursor.phrase('and');
      return cursor.word((word) => (/^\d(\.\d){1,2}$/.test(word) ? word : null));
    });
    if (version === null) return versions;
    versions.push(version);
  }
}
