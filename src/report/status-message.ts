import type { Ports } from '../ports/index.ts';
import { flatText, type ServicingLog, servicingLogComponent } from './servicing-log.ts';

/** The status messages of Configuration Manager's offline servicing that are known, with what is put into them. */
export type StatusMessage =
  | { id: 7900; severity: 'Information'; inserts: [scheduleId: string] }
  | { id: 7913; severity: 'Error'; inserts: [imageId: string, index: string, mountDir: string, code: string] };

/**
 * Writes a status message as the site server notes it in its log: tools that look for a number find it, and its inserts
 * in their places. We are no site of three letters: SITE is IMG.
 */
export function writeStatusMessage(
  log: ServicingLog,
  { clock, self }: Pick<Ports, 'clock' | 'self'>,
  { id, severity, inserts }: StatusMessage,
): void {
  const values = Array.from({ length: INSERTS }, (_, at) => `ISTR${at}="${quotable(inserts[at] ?? '')}"`);
  const level = severity === 'Error' ? 'Error' : 'Info';
  log.write(
    [
      `STATMSG: ID=${id} SEV=${severity[0]} LEV=M SOURCE="SMS Server" COMP="${servicingLogComponent}"`,
      `SYS=${self.host} SITE=IMG PID=${self.pid} TID=${self.pid} GMTDATE=${shownTime(clock.now())}`,
      ...values,
      'NUMATTRS=0',
    ].join(' '),
    level,
  );
}

const INSERTS = 10;

function quotable(text: string): string {
  return flatText(text).replaceAll('"', "'");
}

/** "Fri May 11 15:20:43.056 2018", in UTC. */
function shownTime(now: Date): string {
  const [weekday = '', day = '', month = '', year = ''] = now.toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${now.toISOString().slice(11, 23)} ${year}`;
}
