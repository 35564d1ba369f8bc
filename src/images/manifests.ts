import { manifestArticle } from '../formats/mum/manifest-article.ts';
import type { WimFile } from '../formats/wim/types.ts';
import { largestManifest, readableManifest } from './package-manifest.ts';

/** What is taken from the manifest of an update. */
export interface ManifestFacts {
  releaseType: string | null;
  articleId: string | null;
}

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
  const manifest = readableManifest(bytes);
  if (manifest === undefined) return nothing;
  return { releaseType: manifest.releaseType || null, articleId: manifestArticle(manifest) };
}
