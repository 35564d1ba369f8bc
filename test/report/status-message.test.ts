import { expect, it } from 'vitest';
import { formatLine, type LogLevel, parseServicingLog } from '../../src/report/servicing-log.ts';
import { type StatusMessage, writeStatusMessage } from '../../src/report/status-message.ts';

const now = new Date('2018-05-11T15:20:43.056Z');
const ports = {
  clock: { now: () => now } as Parameters<typeof writeStatusMessage>[1]['clock'],
  self: { host: 'SERVER', pid: 4696 } as Parameters<typeof writeStatusMessage>[1]['self'],
};

function written(message: StatusMessage): { text: string; level: LogLevel } {
  let line = { text: '', level: 'Info' as LogLevel };
  writeStatusMessage(
    {
      write(text, level = 'Info') {
        line = { text, level };
      },
    },
    ports,
    message,
  );
  return line;
}

// The form is that of a site server's log of 2018.
it('has the form of the site server', () => {
  const { text } = written({ id: 7900, severity: 'Information', inserts: ['16777294'] });

  expect(text).toBe(
    'STATMSG: ID=7900 SEV=I LEV=M SOURCE="SMS Server" COMP="SMS_OFFLINE_SERVICING_MANAGER" SYS=SERVER SITE=IMG PID=4696 ' +
      'TID=4696 GMTDATE=Fri May 11 15:20:43.056 2018 ISTR0="16777294" ISTR1="" ISTR2="" ISTR3="" ISTR4="" ISTR5="" ISTR6="" ' +
      'ISTR7="" ISTR8="" ISTR9="" NUMATTRS=0',
  );
});

it('of an error is an error when it is read back, and begins as the others do', () => {
  const { text, level } = written({ id: 7913, severity: 'Error', inserts: ['IMG00061', '1', 'D:\\a "b"\n', '161'] });

  const line = formatLine(text, { level, now, thread: 1 });

  expect(line).toMatch(/^STATMSG: ID=7913 SEV=E /);
  expect(line).toContain(`ISTR0="IMG00061" ISTR1="1" ISTR2="D:\\a 'b'" ISTR3="161" ISTR4=""`);
  expect(parseServicingLog(line)).toMatchObject([{ level: 'Error', message: text }]);
});
