import type { PowerShellFound, Script } from '../power-shell.ts';
import { textMember } from './members.ts';

/** Which PowerShell this is: the first question to every host, and so its proof of being one. */
export const about: Script<null, Omit<PowerShellFound, 'program'>> = {
  name: 'about',
  text: `
param($Value)
@{ version = $PSVersionTable.PSVersion.ToString(); edition = [string]$PSVersionTable.PSEdition }
`,
  // A busy server takes its time to start one.
  bound: 90_000,
  repeatable: true,
  read: ([item]) => ({ version: textMember(item, 'version'), edition: textMember(item, 'edition') }),
};
