import type { Script } from '../power-shell.ts';
import { textMember } from './members.ts';
import { type WsusServer, wsusServer } from './wsus-server.ts';

export interface WsusCategory {
  id: string;
  title: string;
  /** Company, ProductFamily, Product; Classification. */
  type: string;
}

/** Products and classifications of a WSUS server, and what the server calls itself. */
export const wsusCategories: Script<WsusServer, { version: string; categories: WsusCategory[] }> = {
  name: 'list the categories of a WSUS server',
  text: `
param($Value)
${wsusServer}@{ version = [string]$server.Version }
foreach ($one in $server.GetUpdateCategories()) { @{ id = [string]$one.Id; title = [string]$one.Title; type = [string]$one.Type } }
foreach ($one in $server.GetUpdateClassifications()) { @{ id = [string]$one.Id; title = [string]$one.Title; type = 'Classification' } }
`,
  bound: 600_000,
  repeatable: true,
  read: ([first, ...others]) => ({
    version: textMember(first, 'version'),
    categories: others.map((item) => ({
      id: textMember(item, 'id').toLowerCase(),
      title: textMember(item, 'title'),
      type: textMember(item, 'type'),
    })),
  }),
};
