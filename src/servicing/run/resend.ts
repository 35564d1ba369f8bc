import { dueTargets } from '../../distribution/points/resend.ts';
import { sendImage } from '../../distribution/points/send.ts';
import { imageLock, whileHolding } from '../../site/locks.ts';
import type { Engine } from './engine.ts';

/**
 * Sends to the targets whose next attempt is due, image by image; an image that somebody works on waits for the next
 * wake-up. Gives whether anything was sent to; failures stand in the status of the targets. Throws the reason of the signal.
 */
export async function resendDue(engine: Engine, signal: AbortSignal): Promise<boolean> {
  const { ports, site, emit } = engine;
  const { database } = site;
  let hasSent = false;
  for (const { image } of await dueTargets(database, ports.clock.now())) {
    await whileHolding({ database, ports }, imageLock(image.id), {
      async work() {
        // Asked again under the lock: another worker may have been here, or a run may have published.
        const due = (await dueTargets(database, ports.clock.now())).find((each) => each.image.id === image.id);
        if (due === undefined) return;
        const onNote = (message: string): void => emit({ level: 'warning', type: 'distribution.note', message });
        hasSent = true;
        await sendImage({ ports, site, signal, onNote }, due.image, due.points);
      },
      refused: () => undefined,
    });
  }
  return hasSent;
}
