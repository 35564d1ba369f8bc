import { Problem } from '../../errors.ts';
import { isHeldOpen } from '../../ports/held-open.ts';
import type { Ports } from '../../ports/index.ts';

/** On Windows a file that somebody reads cannot be replaced; it is tried again for so long. */
const busyPatience = 60_000;
const busyPause = 500;

/** Renames a file over another one, waiting while that is open elsewhere. Throws Problem ImgImageBusy, or what `busy` makes. */
export async function renamePatiently(
  ports: Pick<Ports, 'files' | 'clock'>,
  from: string,
  to: string,
  busy: (cause: unknown) => Problem = (cause) => imageBusy(to, cause),
): Promise<void> {
  const started = ports.clock.now().getTime();
  for (;;) {
    try {
      return ports.files.rename(from, to);
    } catch (error) {
      if (!isHeldOpen(error)) throw error;
      if (ports.clock.now().getTime() - started > busyPatience) throw busy(error);
      await ports.clock.pause(busyPause);
    }
  }
}

function imageBusy(path: string, cause: unknown): Problem {
  return new Problem('ImgImageBusy', {
    detail: `${path} is open in another program and could not be replaced. Nothing was changed.`,
    cause,
  });
}
