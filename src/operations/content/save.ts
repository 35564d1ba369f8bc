import { newSave } from '../../content/save/jobs.ts';
import { type SaveOutcome, saveContents } from '../../content/save/save-contents.ts';
import { type WantedContent, wantedContents } from '../../content/save/wanted.ts';
import { saveDocument } from '../../content/save-document.ts';
import type { ContentSaveRequest, ContentSaveResult, SavedContent } from '../../contract/generated/types.ts';
import { contentSave as validate } from '../../contract/generated/validators/content.save.js';
import { Problem } from '../../errors.ts';
import { startWorker } from '../../servicing/run/start-worker.ts';
import { storedProblem } from '../../servicing/run/stored-problem.ts';
import { engineOf } from '../engine-of.ts';
import type { Context, Operation } from '../operation.ts';
import { progressPace } from '../progress-pace.ts';
import { answerFor } from './answer.ts';

export const contentSave: Operation<ContentSaveRequest, ContentSaveResult> = {
  name: 'content.save',
  validate,
  async run({ background = false, ...request }, context) {
    const { emit, dryRun } = context;
    const site = await context.site();
    const answer = await answerFor(request, context);
    const { wanted, without } = await wantedContents(site, answer.named);
    const warn = (message: string): void => emit({ level: 'warning', type: 'content.warning', message });
    for (const message of answer.warnings) warn(message);
    for (const { title, reason, remedy } of without) {
      warn(`Nothing is saved for ${title}: ${reason}.${remedy === undefined ? '' : ` ${remedy}`}`);
    }
    const outcome = await save(context, wanted, { dryRun: dryRun || background });
    const { files, bytes, bytesDownloaded } = outcome;
    if (background && !dryRun) {
      const engine = await engineOf(context);
      const row = await newSave({ ports: context.ports, site }, wanted, bytes);
      await startWorker(engine);
      const shared = { without, warnings: answer.warnings, ok: true, bytes, bytesDownloaded };
      return { result: { files, ...shared, save: saveDocument(row), applied: true } };
    }
    const unused = files.filter(({ verification }) => verification === 'unverified').map(unusedText);
    for (const message of unused) warn(message);
    const failed = files.filter(({ state }) => state === 'failed');
    if (failed.length > 0 && failed.length === files.length) throw first(failed);
    const warnings = [...answer.warnings, ...unused];
    const ok = failed.length === 0;
    return {
      result: { files, without, warnings, ok, bytes, bytesDownloaded, save: null, applied: !dryRun },
      partial: !ok,
    };
  },
};

async function save(
  context: Context,
  wanted: readonly WantedContent[],
  { dryRun }: { dryRun: boolean },
): Promise<SaveOutcome> {
  const { ports, emit, signal } = context;
  const site = await context.site();
  const isTold = progressPace(ports);
  return saveContents(
    {
      ...{ ports, site, settings: await site.settings(), signal, dryRun },
      onNote: (message) => emit({ level: 'info', type: 'content.note', message }),
      onProgress({ message, done, total, uniqueId }) {
        if (!isTold(done, total)) return;
        const progress = { done, total, unit: 'bytes' };
        emit({ level: 'info', type: 'content.progress', message, progress, data: { uniqueId } });
      },
    },
    wanted,
  );
}

function unusedText({ title, name, verificationReason }: SavedContent): string {
  return `${title}: ${name} is stored and not used, because ${verificationReason}`;
}

/** Nothing came: the first failure is that of the whole, and the others are told with it. */
function first(failed: readonly SavedContent[]): Problem {
  const [one, ...others] = failed.flatMap(({ problem }) => problem ?? []);
  if (one === undefined) return new Problem('ImgUnexpected', { detail: 'A file failed without a reason.' });
  const problem = storedProblem(one);
  const more =
    others.length === 0 ? '' : ` ${others.length} more failed: ${others.map(({ detail }) => detail).join(' ')}`;
  return new Problem(problem.id, { ...problem.facts, detail: `${problem.message}${more}` });
}
