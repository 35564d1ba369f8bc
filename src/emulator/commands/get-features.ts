import { featureStateName, storedFeatures } from '../component-store.ts';
import { featureOwners } from '../feature-owner.ts';
import { readHiveFile, SOFTWARE } from '../offline-image.ts';
import { serviceImage } from '../service.ts';
import type { Command } from '../session.ts';

/** Lists the optional features of the image with their states. */
export const getFeatures: Command = {
  names: ['Get-Features'],
  run: (session) =>
    serviceImage(session, { changes: false }, async ({ folder }) => {
      const { console } = session;
      const software = readHiveFile(session.disk, folder, SOFTWARE);
      for (const identity of featureOwners(software)) {
        await console.line(`Features listing for package : ${identity}`);
        await console.line();
        for (const { name, state } of storedFeatures(software, identity)) {
          await console.line(`Feature Name : ${name}`);
          await console.line(`State : ${featureStateName(state)}`);
          await console.line();
        }
      }
    }),
};
