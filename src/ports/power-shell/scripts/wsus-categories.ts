import type { Script } from '../power-shell.ts';
import { textMember } from './members.ts';
import type { WsusServer } from './wsus-updates.ts';

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
Import-Module -Name UpdateServices
$connect = @{ PortNumber = $Value.port }
if ($Value.server) { $connect['Name'] = $Value.server }
if ($Value.ssl) { $connect['UseSsl'] = $true }
$server = Get-WsusServer @connect
@{ version = [string]$server.Version }
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
