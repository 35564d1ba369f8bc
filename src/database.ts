/**
 * The database of a site: the tables of every room, and the steps that bring it from one version to the next. The rooms
 * know their own tables and the site, not each other's; here they are put together.
 * To add a table or a column: a function in the `tables.ts` of its room, its types there and in `Tables` below, and a step
 * at the end of `migrations`.
 */
import { addPackageFacts, createCatalogTables, rebuildForLargeImports } from './catalog/store/schema.ts';
import type { CatalogTables } from './catalog/store/tables.ts';
import { addCompanions, addContentLibrary, type ContentTables, createContentTables } from './content/tables.ts';
import { createDeploymentTables, type DeploymentTables } from './deployment/tables.ts';
import {
  addAsking,
  addDistributionPoints,
  addLooseFiles,
  addMediaToPublications,
  addResend,
  addSiteReports,
  addTransmissions,
  createDistributionTables,
  type DistributionTables,
} from './distribution/tables.ts';
import {
  addMedia,
  addMulticast,
  addPreCache,
  addRetention,
  createImageTables,
  type ImageTables,
} from './images/tables.ts';
import { createNotificationTables, type NotificationTables } from './notification/tables.ts';
import type { Ports } from './ports/index.ts';
import { createRuleTable, type RuleTables } from './rules/tables.ts';
import {
  addCheckpoints,
  addCleanupChoice,
  addMaintenance,
  addMoreToSchedules,
  addRecurrences,
  addReservations,
  addRuleToSchedules,
  addServingTasks,
  addStalls,
  addWakers,
  createServicingTables,
  type ServicingTables,
} from './servicing/tables.ts';
import { type Database, openDatabase as openWith } from './site/database.ts';
import type { Migration } from './site/migrations.ts';
import { openSite as openSiteWith, type Site, type SiteOptions } from './site/site.ts';
import { createSiteTables } from './site/tables.ts';
import { createSourceTables, rememberImports, type SourceTables } from './sources/tables.ts';

declare module './site/tables.ts' {
  interface Tables
    extends CatalogTables,
      ImageTables,
      ContentTables,
      RuleTables,
      ServicingTables,
      DistributionTables,
      SourceTables,
      NotificationTables,
      DeploymentTables {}
}

export const migrations: readonly Migration[] = [
  {
    name: 'initial',
    parts: [
      createSiteTables,
      createCatalogTables,
      createImageTables,
      createContentTables,
      createServicingTables,
      createDistributionTables,
    ],
  },
  { name: 'rules', parts: [createRuleTable, addRuleToSchedules] },
  { name: 'large imports', parts: [rebuildForLargeImports] },
  { name: 'facts of packages', parts: [addPackageFacts, addCompanions, addCleanupChoice] },
  { name: 'sources', parts: [createSourceTables] },
  { name: 'content library', parts: [addContentLibrary] },
  { name: 'pre-cache', parts: [addPreCache] },
  { name: 'notifications', parts: [createNotificationTables] },
  { name: 'more orders', parts: [addMoreToSchedules] },
  { name: 'recurring schedules', parts: [addRecurrences] },
  { name: 'distribution points', parts: [addDistributionPoints] },
  { name: 'media', parts: [addMedia] },
  { name: 'installing updates', parts: [createDeploymentTables] },
  { name: 'sending again', parts: [addResend] },
  { name: 'maintenance', parts: [addMaintenance] },
  { name: 'media in versions', parts: [addMediaToPublications] },
  { name: 'tasks of the system', parts: [addWakers] },
  { name: 'multicast', parts: [addMulticast] },
  { name: 'going on', parts: [addCheckpoints] },
  { name: 'reports of sites', parts: [addSiteReports] },
  { name: 'several at once', parts: [addReservations] },
  { name: 'serving tasks', parts: [addServingTasks] },
  { name: 'imports as a source', parts: [rememberImports] },
  { name: 'removing versions', parts: [addLooseFiles] },
  { name: 'versions of an image', parts: [addRetention] },
  { name: 'asking sites', parts: [addAsking] },
  { name: 'silent tools', parts: [addStalls] },
  { name: 'transmissions', parts: [addTransmissions] },
];

/** Opens the site, making it when it is not there. Throws Problem ImgSiteUnusable, ImgSiteTooNew. */
export function openSite(ports: Ports, options: SiteOptions): Promise<Site> {
  return openSiteWith(ports, migrations, options);
}

/** Opens the database file and brings it to this version. Throws Problem ImgSiteTooNew, ImgSiteUnusable. */
export function openDatabase(file: string): Promise<Database> {
  return openWith(file, migrations);
}
