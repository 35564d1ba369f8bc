import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Sync } from '../../src/contract/generated/types.ts';
import { serverPowerShell } from '../../src/ports/power-shell/index.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
import { stubModules } from '../helpers/live-power-shell.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';

// One PowerShell serves all tests of a file: what it reads lies at the same place for all of them.
const served = mkdtempSync(join(tmpdir(), 'imgupdate-served-'));
const log = join(served, 'calls.txt');
const files = { IMGUPDATE_STUB_RECORDS: join(served, 'records.json'), IMGUPDATE_STUB_SITE: join(served, 'site.json') };
/** The image store of the module that stands for Windows Deployment Services. */
export const wdsStore = join(served, 'wds');
Object.assign(process.env, files, {
  IMGUPDATE_STUB_LOG: log,
  IMGUPDATE_STUB_WDS: wdsStore,
  PSModulePath: stubModules,
});
afterAll(() => {
  serverPowerShell.end();
  rmSync(served, { recursive: true, force: true, maxRetries: 5 });
});

export { livePowerShell } from '../helpers/live-power-shell.ts';

/** A site whose PowerShell finds the modules that stand for those of the servers. */
export interface LiveSite extends ImageSite {
  /** What the modules read. */
  serve(variable: keyof typeof files, value: unknown): void;
  /** Calls of the modules since the last look. */
  calls(): string[];
  sync(request?: object): Promise<Sync>;
  updates(): Promise<UpdateDocument[]>;
}

export async function openLiveSite(): Promise<LiveSite> {
  const site = await openImageSite();
  rmSync(log, { force: true });
  return {
    ...site,
    serve: (variable, value) => writeFileSync(files[variable], JSON.stringify(value)),
    calls() {
      if (!existsSync(log)) return [];
      const calls = readFileSync(log, 'utf8').trim().split('\n');
      rmSync(log);
      return calls;
    },
    async sync(request = {}) {
      const { document } = await site.call('update.sync', request);
      return (document['syncs'] as Sync[])[0] as Sync;
    },
    async updates() {
      const rows = await site.site.database
        .selectFrom('catalog_update')
        .select('document')
        .orderBy('unique_id')
        .execute();
      return rows.map(({ document }) => JSON.parse(document));
    },
  };
}
