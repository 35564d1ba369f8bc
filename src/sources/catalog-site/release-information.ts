/** Asks for the pages of release information: in Markdown where the site gives it, else in HTML. */
import { Problem } from '../../errors.ts';
import { digestOf } from '../../formats/digest-of.ts';
import { shownUrl } from '../../ports/http.ts';
import type { ReleaseRow } from '../../updates/release-table.ts';
import type { SourceContext } from '../source.ts';
import type { Asked, Polite } from './polite.ts';
import { type ReleaseReading, readReleaseMarkdown, releaseRows } from './release-tables.ts';

export interface ReleasePage extends Omit<ReleaseReading, 'type'> {
  url: string;
  rows: ReleaseRow[];
  /** Differs when the page does. */
  digest: string;
}

const mostBytes = 16 * 1024 * 1024;

/** Throws Problem, ImgSourceChanged when neither form of the page is a known one. */
export async function askForReleases(
  url: string,
  { polite, context }: { polite: Polite; context: SourceContext },
): Promise<ReleasePage> {
  const what = 'the release information';
  const inMarkdown = new URL(url);
  inMarkdown.searchParams.set('accept', 'text/markdown');
  const first: Asked = { url: inMarkdown.href, accept: 'text/markdown, text/html;q=0.5', limit: mostBytes, what };
  const plain: Asked = { url, accept: 'text/html', limit: mostBytes, what };
  let missing = '';
  for (const asked of [first, plain]) {
    const answer = await polite.ask(asked);
    const reading = await read(answer.text);
    if (reading.type === 'rows') {
      answer.keep();
      const { rows, failed } = reading;
      return { url, rows, failed, digest: digestOfRows(rows, context) };
    }
    missing = reading.missing;
  }
  throw new Problem('ImgSourceChanged', {
    detail: `${context.name}, ${what} (${shownUrl(url)}): ${missing} is missing or was changed.`,
  });
}

async function read(text: string): Promise<ReleaseReading | { type: 'changed'; missing: string }> {
  if (!/^\s*</.test(text)) return releaseRows(readReleaseMarkdown(text));
  const { readReleaseHtml } = await import('./pages/index.ts');
  const tables = readReleaseHtml(text);
  return tables.type === 'changed' ? tables : releaseRows(tables);
}

/** Of the rows, not of the page: what stands around them changes more often. */

function digestOfRows(rows: readonly ReleaseRow[], { ports }: SourceContext): string {
  return digestOf(ports.newDigest, 'sha256', new TextEncoder().encode(JSON.stringify(rows)));
}
