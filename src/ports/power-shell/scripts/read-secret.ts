import type { Script } from '../power-shell.ts';
import { textMember } from './members.ts';

export interface WantedSecret {
  name: string;
  /** '': as SecretManagement decides. */
  vault: string;
}

/** `unknown`: the module is not installed. */
export type FoundSecret = { state: 'found'; value: string } | { state: 'missing' | 'unknown' };

/** Reads a secret of PowerShell SecretManagement as text. */
export const readSecret: Script<WantedSecret, FoundSecret> = {
  name: 'read a secret',
  text: `
param($Value)
if ($null -eq (Get-Module -ListAvailable -Name Microsoft.PowerShell.SecretManagement)) { @{ state = 'unknown'; value = '' }; return }
Import-Module -Name Microsoft.PowerShell.SecretManagement
$asked = @{ Name = $Value.name; AsPlainText = $true; ErrorAction = 'SilentlyContinue' }
if ($Value.vault) { $asked['Vault'] = $Value.vault }
$secret = Get-Secret @asked
if ($secret -is [string] -and $secret -ne '') { @{ state = 'found'; value = $secret } } else { @{ state = 'missing'; value = '' } }
`,
  bound: 60_000,
  repeatable: true,
  read([item]) {
    const state = textMember(item, 'state');
    if (state === 'found') return { state, value: textMember(item, 'value') };
    if (state !== 'missing' && state !== 'unknown') throw new TypeError('the state is not known');
    return { state };
  },
};
