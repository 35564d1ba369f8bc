/** Tries the site and the pages of release information as far as that costs one request each. */
import { Problem } from '../../errors.ts';
import type { SourceCheck, SourceContext } from '../source.ts';
import { askForReleases } from './release-information.ts';
import type { SiteSettings } from './settings.ts';
import { toolsFor } from './sync.ts';

/** A person waits for it: what is out of reach is said after the second try. */
const triesOfOne = 2;

export async function checkSite(settings: SiteSettings, context: SourceContext): Promise<SourceCheck[]> {
  const tools = toolsFor(settings, context, { fresh: true, attempts: triesOfOne });
  const checks: SourceCheck[] = [];
  let newest = 'Windows 11';
  for (const url of settings.releaseInformation) {
    checks.push(
      await attempt(`Release information ${url}`, async () => {
        const { rows } = await askForReleases(url, tools);
        const latest = rows
          .filter(({ articleId }) => articleId !== null)
          .sort((a, b) => b.date.localeCompare(a.date))[0];
        if (latest !== undefined) newest = `KB${latest.articleId}`;
        const ends = latest === undefined ? '' : `, the newest KB${latest.articleId} of ${latest.date}`;
        return { ok: true, message: `${rows.length} releases${ends}.` };
      }),
    );
  }
  checks.push(
    await attempt(`Search at ${settings.url} for ${newest}`, async () => {
      const { rows, isEnglish } = await tools.catalog.search(newest);
      if (rows.length === 0) return { ok: false, message: 'The catalog answers, and does not have it.' };
      return { ok: true, message: `${rows.length} updates${isEnglish ? '' : ', in another language than English'}.` };
    }),
  );
  return checks;
}

async function attempt(what: string, run: () => Promise<Omit<SourceCheck, 'what'>>): Promise<SourceCheck> {
  try {
    return { what, ...(await run()) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { what, ok: false, message: error.message };
  }
}
