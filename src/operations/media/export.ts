import { basename, extname } from 'node:path';
import { findBesideImages } from '../../boot/find-on-media.ts';
import { judge } from '../../boot/judge.ts';
import { bootMinimums } from '../../boot/minimums.ts';
import type { MediaExportRequest, MediaExportResult } from '../../contract/generated/types.ts';
import { mediaExport as validate } from '../../contract/generated/validators/media.export.js';
import { exportMedia } from '../../discs/export-media.ts';
import { Problem } from '../../errors.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import { imageProblem } from '../../images/library/open-image.ts';
import { sha256Of } from '../../images/library/read-image.ts';
import { labelOfFolder } from '../../images/upgrade-packages/packages.ts';
import { transferOf } from '../image/library-of.ts';
import type { Context, Operation } from '../operation.ts';
import { absolutePath } from '../paths.ts';
import { pauseOf } from '../trust/examining.ts';
import { type OpenMedia, openMedia } from '../trust/open-media.ts';

export const mediaExport: Operation<MediaExportRequest, MediaExportResult> = {
  name: 'media.export',
  validate,
  async run({ path, to, tool = 'auto', toolPath, ...request }, context) {
    const { ports, dryRun, signal, installation } = context;
    const solid = request.compression === 'recovery';
    if (solid && request.splitSize !== undefined) throw splitAndSolid();
    const [root, target] = [absolutePath(path), absolutePath(to)];
    const format = request.format ?? (/\.iso$/i.test(target) ? 'iso' : 'folder');
    const media = openMedia(context, root);
    try {
      if (media === undefined) throw new Problem('ImgNotMedia', { detail: `${root} is no folder and no ISO image.` });
      const label = request.label ?? labelOf(media, format === 'iso' ? await knownLabel(context, media) : '');
      const wish = {
        ...{ media, to: target, format, label, splitSize: request.splitSize, solid },
        noPrompt: request.noPrompt ?? false,
        is2023: format === 'iso' && (await starts2023(context, media)),
        tool: { tool, program: toolPath === undefined ? undefined : absolutePath(toolPath) },
      };
      const transfer = (doing: string) => transferOf(context, doing);
      const exported = await exportMedia(ports, wish, { dryRun, signal, program: installation.engine[1], transfer });
      const { sectors, ...rest } = exported;
      const isIso = format === 'iso' && !dryRun;
      return {
        result: {
          ...{ path: root, to: target, format, label: format === 'iso' ? label : null, ...rest, bootEntries: sectors },
          size: isIso ? (ports.files.facts(target)?.size ?? 0) : 0,
          sha256: isIso ? await sha256Of(ports, target, transfer(`Digesting ${target}`)) : '',
          rehearsal: media.rehearsal,
          applied: !dryRun,
        },
      };
    } catch (error) {
      throw imageProblem(fileProblem(error, { path: target, doing: 'write' }), root);
    } finally {
      media?.close();
    }
  },
};

function splitAndSolid(): Problem {
  const message = 'a solid file (ESD) cannot be split: ask for one of the two';
  return new Problem('ImgRequestInvalid', {
    detail: `splitSize and compression 'recovery' cannot be asked for together: ${message}.`,
    errors: [{ pointer: '/splitSize', message }],
  });
}

/** That of the disc that an upgrade package was taken out of; '' where the folder is none. */
async function knownLabel(context: Context, { root }: OpenMedia): Promise<string> {
  return labelOfFolder((await context.site()).database, context.ports.files.behindLink(root));
}

/** That of the disc, else the name of the folder, as far as a label can hold it. */
function labelOf({ label, root }: OpenMedia, known: string): string {
  const wanted = label || known || basename(root, extname(root));
  return wanted.replace(/[^A-Za-z0-9_.-]/g, '_').slice(0, 30) || 'WINDOWS';
}

/** Decided by the signature of the boot manager that firmware starts. */
async function starts2023(context: Context, media: OpenMedia): Promise<boolean> {
  const { newDigest } = context.ports;
  const found = await findBesideImages({ media, newDigest, pause: pauseOf(context, media.root) });
  const { startsOn } = judge(found, bootMinimums);
  return startsOn.includes('both') && !startsOn.includes('2011-only');
}
