import type { Script } from '../power-shell.ts';

/**
 * Makes a folder and those above it that are missing, each with its list from the first moment: SYSTEM and Administrators
 * may do everything, nobody else anything, and nothing is inherited. A folder that is there stays as it is.
 */
export const makeProtectedFolder: Script<{ path: string }, void> = {
  name: 'make a folder of administrators',
  text: `
param($Value)
$security = New-Object Security.AccessControl.DirectorySecurity
$security.SetSecurityDescriptorSddlForm('O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
$missing = @()
for ($path = $Value.path; $path -and -not [IO.Directory]::Exists($path); $path = [IO.Path]::GetDirectoryName($path)) {
  $missing = @($path) + $missing
}
foreach ($path in $missing) {
  if ($PSVersionTable.PSVersion.Major -lt 6) { $null = [IO.Directory]::CreateDirectory($path, $security) }
  else { $null = [IO.FileSystemAclExtensions]::CreateDirectory($security, $path) }
}
`,
  bound: 60_000,
  repeatable: true,
  read: () => undefined,
};
