import { FormatError } from '../formats/format-error.ts';
import { manifestArticle } from '../formats/mum/manifest-article.ts';
import { parseManifest } from '../formats/mum/parse.ts';
import type { WimFile } from '../formats/wim/types.ts';

/** What is taken from the manifest of an update. */
export interface ManifestFacts {
  releaseType: string | null;
  articleId: string | null;
}

const largestManifest = 64 * 2 ** 20;

export interface ManifestReader {
  /** By the SHA-1 of the `.mum` file. Nulls when it is no manifest. Throws `FormatError` for damaged content. */
  read(sha1: string): ManifestFacts;
}

/** Reads manifests of one file, each content once. */
export function manifestReader(wim: WimFile): ManifestReader {
  const known = new Map<string, ManifestFacts>();
  return {
    read(sha1) {
      let facts = known.get(sha1);
      if (facts === undefined) {
        facts = sha1 === '' ? nothing : factsIn(wim.readAll(sha1, largestManifest));
        known.set(sha1, facts);
      }
      return facts;
    },
  };
}

const nothing: ManifestFacts = { releaseType: null, articleId: null };

function factsIn(bytes: Uint8Array): ManifestFacts {
  try {
    const manifest = parseManifest(bytes);
    return { releaseType: manifest.releaseType || null, articleId: manifestArticle(manifest) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return nothing;
  }
}
