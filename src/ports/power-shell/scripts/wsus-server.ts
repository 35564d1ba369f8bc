/** A WSUS server. An empty name is this machine. */
export interface WsusServer {
  server: string;
  port: number;
  ssl: boolean;
}

/** What a script about a WSUS server begins with, behind `param($Value)`: `$server` is that server. */
export const wsusServer = `Import-Module -Name UpdateServices
$connect = @{ PortNumber = $Value.port }
if ($Value.server) { $connect['Name'] = $Value.server }
if ($Value.ssl) { $connect['UseSsl'] = $true }
$server = Get-WsusServer @connect
`;
