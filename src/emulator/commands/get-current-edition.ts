import { findKey, textOf } from '../new-key.ts';
import { readHiveFile, SOFTWARE } from '../offline-image.ts';
import { serviceImage } from '../service.ts';
import type { Command } from '../session.ts';

/** Says which edition the Windows is, as its own registry has it. */
export const getCurrentEdition: Command = {
  names: ['Get-CurrentEdition'],
  run: (session) =>
    serviceImage(session, { changes: false }, async ({ folder }) => {
      const { console } = session;
      const version = findKey(readHiveFile(session.disk, folder, SOFTWARE), 'Microsoft\\Windows NT\\CurrentVersion');
      await console.line('Current edition is:');
      await console.line();
      await console.line(`Current Edition : ${textOf(version, 'EditionID')}`);
      await console.line();
    }),
};
