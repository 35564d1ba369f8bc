import type { DismError } from '../../dism/dism-error.ts';
import { hadSaved } from '../../dism/saved.ts';
import { Problem } from '../../errors.ts';
import { writeStatusMessage } from '../../report/status-message.ts';
import { dismErrorOf } from '../dism-problem.ts';
import { unloadHives } from '../run/hives.ts';
import { metadataOf, pathBelow } from '../run/intent.ts';
import { awaitRelease, discardMount, isUsable } from '../run/mounts.ts';
import { callDism } from './call-dism.ts';
import { type Place, placeOf } from './place.ts';
import type { Step, Work } from './step.ts';

/** RPC_S_CALL_FAILED, and "is being unmounted": the tool's host may still be at work behind the call. */
const stillAtWork = new Set([1726, 0xc1420118]);

/**
 * Saves the changes into the copy. An index that got nothing is discarded: a no-op mount is never committed. A commit is
 * repeated only while the mount is whole; once the changes are saved the mount is discarded, never committed again.
 */
export const unmount: Step = {
  kind: 'unmount',
  weight: 30,
  async run(step, work) {
    const place = placeOf(step, work);
    const { mountDir, words, isChanged: commit } = place;
    work.log.write(`UnMounting Image (Commit Changes = ${commit ? 1 : 0}) ${words}`);
    if (commit) await saveBegins(work, place);
    try {
      await callDism(
        step,
        work,
        (options) => work.dism.unmountImage({ ...options, mountDir, commit }),
        async (failed) => {
          // Whoever unmounts next, this step or the discard after it, finds them gone.
          await unloadHives(work, mountDir);
          return commit && mayCommitAgain(failed, { work, mountDir });
        },
      );
      await awaitRelease(work, mountDir);
    } catch (error) {
      const native = dismErrorOf(error);
      const failed = (): never => {
        if (native?.reason === 'failed') tellFailure(work, place, native);
        throw error;
      };
      if (!commit && native?.class === 'O') {
        work.log.write(`There is nothing to discard: ${native.message}`);
        return;
      }
      if (native?.reason !== 'failed' || native.class !== 'R') return failed();
      if (commit && !hadSaved(native)) return failed();
      if (commit) work.log.write('The changes are saved; the mount folder is still in use', 'Warning');
      if (!(await discardMount(work, mountDir)) && !commit) return failed();
    }
  },
};

/** A file that cannot be looked at while it is mounted is saved all the same: an interrupted run then does it again. */
async function saveBegins({ ports, folder, log, begins }: Work, { imageFile, index, expected }: Place): Promise<void> {
  try {
    const metadata = metadataOf(ports, imageFile);
    await begins({ kind: 'save', path: pathBelow(folder.root, imageFile), index, metadata, expected: expected() });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    log.write(`What is saved into could not be looked at before: ${error.message}`, 'Warning');
  }
}

/** As Configuration Manager tells it: its status message 7913 has image, index, mount folder and code. */
function tellFailure({ image, log, ports }: Work, { index, mountDir }: Place, { code }: DismError): void {
  log.write(`Image UnMount failed with error ${code}`, 'Error');
  const inserts: [string, string, string, string] = [image.id, String(index), mountDir, String(code)];
  writeStatusMessage(log, ports, { id: 7913, severity: 'Error', inserts });
}

async function mayCommitAgain(
  failed: DismError,
  { work, mountDir }: { work: Work; mountDir: string },
): Promise<boolean> {
  return !hadSaved(failed) && !stillAtWork.has(failed.code) && (await isUsable(work, mountDir));
}
