/** A servicing tool that is silent for longer than its phase allows: told in the log, as an event, and by the run's row. */
import type { Run } from '../../contract/generated/types.ts';
import type { Silence } from '../../dism/silence.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import { writeTransaction } from '../../site/database.ts';
import type { Engine } from './engine.ts';

export type Stall = NonNullable<Run['stall']>;

const remedy =
  'See whether dismhost.exe still uses processor or disk, and what the log of the step says last. If neither moves for a while, stop the run (Stop-ImgServicing) and start it again: the image is as it was. Exclude the servicing folder from virus scanners.';

/**
 * Tells of a run whose tool is silent, and when it is heard again. The call itself is left alone: a plateau that is longer
 * than usual may still end well, and whoever looks decides.
 */
export function stallTeller(engine: Engine, runId: string, log: ServicingLog): (silence: Silence | undefined) => void {
  let writing = Promise.resolve();
  const write = (stall: Stall | null): void => {
    const stall_json = stall === null ? null : JSON.stringify(stall);
    writing = writing.then(() =>
      writeTransaction(engine.site.database, (writer) =>
        writer
          .updateTable('run')
          .set({ stall_json })
          .where('run_id', '=', runId)
          .where('status', '=', 'Running')
          .execute(),
      ).then(
        () => undefined,
        () => undefined,
      ),
    );
  };
  return (silence) => {
    if (silence === undefined) {
      log.write('The servicing tool is heard again');
      return write(null);
    }
    const stall = stallOf(silence);
    const message = stallText(stall);
    log.write(message, 'Warning');
    engine.emit({ level: 'warning', type: 'run.stalled', message, runId, data: { ...stall } });
    write(stall);
  };
}

function stallOf({ command, caption, since, usualMinutes, usual }: Silence): Stall {
  return { since: since.toISOString(), command, caption, usualMinutes, usual, remedy };
}

/** For people. */
export function stallText({ since, command, caption, usualMinutes, usual, remedy: what }: Stall): string {
  const place = caption === '' ? command : `${command} (${caption})`;
  return `The servicing tool has printed nothing since ${since}: ${place}. Up to ${usualMinutes} minutes are usual there: ${usual}. ${what}`;
}
