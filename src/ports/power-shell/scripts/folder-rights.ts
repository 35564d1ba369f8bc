import type { Script } from '../power-shell.ts';
import { numberMember, textMember } from './members.ts';

/** Owner and access list of a file or folder, accounts as SIDs. */
export interface AccessOf {
  path: string;
  owner: string;
  rules: AccessRule[];
}

export interface AccessRule {
  sid: string;
  /** Bits of an access mask. */
  mask: number;
  allows: boolean;
  /** It holds for what is made inside, not for the folder itself. */
  inheritOnly: boolean;
}

/** Rights of the paths that exist, and the SID of the account that this process runs as. */
export const folderRights: Script<{ paths: string[] }, { me: string; found: AccessOf[] }> = {
  name: 'read the rights of folders',
  text: `
param($Value)
$sid = [Security.Principal.SecurityIdentifier]
@{ me = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value }
foreach ($path in $Value.paths) {
  $item = if ([IO.Directory]::Exists($path)) { [IO.DirectoryInfo]$path } elseif ([IO.File]::Exists($path)) { [IO.FileInfo]$path }
  if ($null -eq $item) { continue }
  $security = if ($PSVersionTable.PSVersion.Major -lt 6) { $item.GetAccessControl('Owner, Access') }
  else { [IO.FileSystemAclExtensions]::GetAccessControl($item, 'Owner, Access') }
  $rules = foreach ($rule in $security.GetAccessRules($true, $true, $sid)) {
    @{
      sid = $rule.IdentityReference.Value
      mask = [int]$rule.FileSystemRights
      allows = $rule.AccessControlType -eq 'Allow'
      inheritOnly = ($rule.PropagationFlags -band [Security.AccessControl.PropagationFlags]::InheritOnly) -ne 0
    }
  }
  @{ path = $path; owner = $security.GetOwner($sid).Value; rules = @($rules) }
}
`,
  bound: 60_000,
  repeatable: true,
  read: ([first, ...others]) => ({
    me: textMember(first, 'me'),
    found: others.map((item) => ({
      path: textMember(item, 'path'),
      owner: textMember(item, 'owner'),
      rules: (item as { rules: unknown[] }).rules.map((rule) => ({
        sid: textMember(rule, 'sid'),
        mask: numberMember(rule, 'mask'),
        allows: (rule as AccessRule).allows === true,
        inheritOnly: (rule as AccessRule).inheritOnly === true,
      })),
    })),
  }),
};
