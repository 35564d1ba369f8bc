/** Whose folder it is: a site writes into no folder that it did not mark. */
import { Problem } from '../../../errors.ts';
import type { Ports } from '../../../ports/index.ts';
import type { PointContext } from '../point.ts';
import { markPath } from './layout.ts';

/** Makes the folder and marks it as that of this site. Throws Problem ImgPointForeign where it is that of another one. */
export async function markFolder(context: PointContext, root: string): Promise<void> {
  const { name, ports } = context;
  const { files, clock, signing } = ports;
  files.makeFolder(root);
  const { publicKey } = await context.key();
  const site = signing.fingerprintOf(publicKey);
  const mark = markOf(ports, root);
  if (mark !== undefined) {
    assertSite(mark, site, { name, root });
    return;
  }
  const text = JSON.stringify({ formatVersion: '1.0', site, created: clock.now().toISOString() });
  files.replaceText(markPath(root), `${text}\n`);
}

/** Throws Problem ImgPointUnreachable where no site made the folder, and ImgPointForeign where another one did. */
export async function assertReady(context: PointContext, root: string): Promise<void> {
  const { name, ports } = context;
  const mark = markOf(ports, root);
  if (mark === undefined) {
    throw new Problem('ImgPointUnreachable', {
      detail: `${name} (${root}): there is no imgupdate-point.json, so this is not the folder that was added; perhaps a share is not mounted.`,
      remedy:
        'Mount the share. Where the folder was emptied on purpose: `imgupdate distribution set` with its path marks it again.',
    });
  }
  const { publicKey } = await context.key();
  assertSite(mark, ports.signing.fingerprintOf(publicKey), { name, root });
}

/** Throws Problem ImgPointForeign. */
function assertSite(mark: string, site: string, { name, root }: { name: string; root: string }): void {
  if (mark === site) return;
  throw new Problem('ImgPointForeign', { detail: `${name} (${root}) belongs to another site.` });
}

/** The site whose folder this is; undefined where there is no mark. */
function markOf({ files }: Pick<Ports, 'files'>, root: string): string | undefined {
  const path = markPath(root);
  if (files.facts(path)?.kind !== 'file') return undefined;
  try {
    const { site } = JSON.parse(files.text(path, 10_000)) as { site?: unknown };
    return typeof site === 'string' ? site : '';
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return '';
    throw error;
  }
}
