/**
 * The Windows Update Agent of this computer, over its COM interface. Its calls take minutes to hours, so they run in a
 * runspace of the host beside the one that answers: one script starts them, another one says how far they are.
 */
import type { Script } from '../power-shell.ts';
import { numberMember, textMember } from './members.ts';

/** An update that the agent finds missing. */
export interface AgentUpdate {
  updateId: string;
  revisionNumber: number;
  title: string;
  /** Numbers without KB. */
  articleIds: string[];
  /** Bytes at most. */
  size: number;
  /** Not one of those that Windows only offers. */
  isMandatory: boolean;
  isLicenseAccepted: boolean;
  /** It may ask the user something while it is installed. */
  asksUser: boolean;
}

/** How one update went. `code`: HRESULT, 0x and eight digits. */
export interface AgentResult {
  updateId: string;
  revisionNumber: number;
  isInstalled: boolean;
  code: string;
}

export interface AgentWork {
  status: 'InProgress' | 'Failed' | 'Complete';
  stage: 'Scanning' | 'Locating' | 'Downloading' | 'Installing';
  position: number;
  restartRequired: boolean;
  /** Why it failed, else empty. */
  detail: string;
  updates: AgentUpdate[];
  results: AgentResult[];
}

const search = `"IsInstalled=0 and IsHidden=0 and Type='Software'"`;

/** Around the work in its runspace: what goes wrong is told, never thrown where nobody hears it. */
function worker(work: string): string {
  return `
param($Shared, $Value)
$ErrorActionPreference = 'Stop'
$code = { param($Number) '0x{0:x8}' -f [int]$Number }
try {
  $session = New-Object -ComObject Microsoft.Update.Session
  $session.ClientApplicationID = 'ImgUpdate'
  $searcher = $session.CreateUpdateSearcher()
${work}
  $Shared.status = 'Complete'
} catch {
  $inner = $_.Exception
  while ($inner.InnerException) { $inner = $inner.InnerException }
  $Shared.detail = "$($inner.Message) ($(& $code $inner.HResult))"
  $Shared.status = 'Failed'
}
`;
}

const scanWork = worker(`
  $searcher.Online = -not $Value.cached
  $found = $searcher.Search(${search})
  if ($found.ResultCode -ne 2) { throw "The search ended with the result code $($found.ResultCode)." }
  foreach ($update in $found.Updates) {
    $null = $Shared.updates.Add(@{
      updateId = [string]$update.Identity.UpdateID
      revisionNumber = [int]$update.Identity.RevisionNumber
      title = [string]$update.Title
      articleIds = @($update.KBArticleIDs | ForEach-Object { [string]$_ })
      size = [long]$update.MaxDownloadSize
      isMandatory = -not $update.BrowseOnly
      isLicenseAccepted = [bool]$update.EulaAccepted
      asksUser = [bool]$update.InstallationBehavior.CanRequestUserInput
    })
  }
`);

const installWork = worker(`
  $searcher.Online = $false
  $known = @{}
  foreach ($update in $searcher.Search(${search}).Updates) {
    $known["$($update.Identity.UpdateID) $($update.Identity.RevisionNumber)"] = $update
  }
  $chosen = foreach ($wish in $Value.updates) {
    $update = $known["$($wish.updateId) $($wish.revisionNumber)"]
    if ($null -eq $update) { throw "The agent does not know the update $($wish.updateId) any more." }
    if (-not $update.EulaAccepted) { $update.AcceptEula() }
    $update
  }
  $alone = { param($Update) $set = New-Object -ComObject Microsoft.Update.UpdateColl; $null = $set.Add($Update); , $set }
  $at = 0
  foreach ($update in $chosen) {
    if (-not $update.IsDownloaded) {
      $Shared.position = $at
      $Shared.stage = 'Downloading'
      $downloader = $session.CreateUpdateDownloader()
      $downloader.Updates = & $alone $update
      $result = $downloader.Download()
      if ($result.ResultCode -ne 2) {
        throw "The content of $($update.Title) could not be downloaded: $(& $code $result.GetUpdateResult(0).HResult)."
      }
    }
    $at++
  }
  $at = 0
  foreach ($update in $chosen) {
    $installer = $session.CreateUpdateInstaller()
    if ($installer.RebootRequiredBeforeInstallation) { $Shared.restart = $true; break }
    $Shared.position = $at
    $Shared.stage = 'Installing'
    $installer.Updates = & $alone $update
    $result = $installer.Install()
    $own = $result.GetUpdateResult(0)
    $isInstalled = $own.ResultCode -eq 2 -or $own.ResultCode -eq 3
    $null = $Shared.results.Add(@{
      updateId = [string]$update.Identity.UpdateID
      revisionNumber = [int]$update.Identity.RevisionNumber
      isInstalled = $isInstalled
      code = & $code $own.HResult
    })
    if ($result.RebootRequired) { $Shared.restart = $true }
    if (-not $isInstalled) { throw "$($update.Title) could not be installed: $(& $code $own.HResult)." }
    $at++
  }
`);

function starting(work: string, stage: AgentWork['stage']): string {
  return `
param($Value)
if ($global:ImgUpdateAgent -and $global:ImgUpdateAgent.shared.status -eq 'InProgress') { throw 'The agent is at work already.' }
$shared = [hashtable]::Synchronized(@{
  status = 'InProgress'; stage = '${stage}'; position = 0; restart = $false; detail = ''
  updates = New-Object -TypeName System.Collections.ArrayList; results = New-Object -TypeName System.Collections.ArrayList
})
$shell = [powershell]::Create()
$null = $shell.AddScript(@'
${work}
'@).AddArgument($shared).AddArgument($Value)
$global:ImgUpdateAgent = @{ shared = $shared; shell = $shell; running = $shell.BeginInvoke() }
$true
`;
}

const started = ([item]: unknown[]): true => {
  if (item !== true) throw new TypeError('the answer is not true');
  return item;
};

/** Begins to look for updates: at the update server, or in what the last search left. */
export const startScan: Script<{ cached: boolean }, true> = {
  name: 'scan for updates',
  text: starting(scanWork, 'Scanning'),
  bound: 60_000,
  repeatable: false,
  read: started,
};

/** Begins to download and install these updates of the last search, one after the other. Their licence terms are accepted. */
export const startInstall: Script<{ updates: { updateId: string; revisionNumber: number }[] }, true> = {
  name: 'install updates',
  text: starting(installWork, 'Locating'),
  bound: 60_000,
  repeatable: false,
  read: started,
};

/** How far the work is that was begun last. */
export const agentWork: Script<null, AgentWork> = {
  name: 'ask the update agent',
  text: `
param($Value)
if (-not $global:ImgUpdateAgent) { throw 'The host of the update agent was started again; what it did is not known.' }
$shared = $global:ImgUpdateAgent.shared
$status = $shared.status
if ($status -eq 'InProgress' -and $global:ImgUpdateAgent.running.IsCompleted -and $shared.status -eq 'InProgress') {
  $status = 'Failed'; $shared.status = 'Failed'; $shared.detail = 'The work ended without a result.'
}
@{
  status = $status; stage = $shared.stage; position = [int]$shared.position; detail = [string]$shared.detail
  restartRequired = [bool]$shared.restart
  updates = @(if ($status -ne 'InProgress') { $shared.updates.ToArray() })
  results = @(if ($status -ne 'InProgress') { $shared.results.ToArray() })
}
`,
  bound: 60_000,
  repeatable: true,
  read([item]) {
    const at = item as Record<string, unknown>;
    return {
      status: oneOf(item, 'status', ['InProgress', 'Failed', 'Complete']),
      stage: oneOf(item, 'stage', ['Scanning', 'Locating', 'Downloading', 'Installing']),
      position: numberMember(item, 'position'),
      restartRequired: truthMember(item, 'restartRequired'),
      detail: textMember(item, 'detail'),
      updates: list(at['updates']).map((each) => ({
        updateId: textMember(each, 'updateId'),
        revisionNumber: numberMember(each, 'revisionNumber'),
        title: textMember(each, 'title'),
        articleIds: list((each as Record<string, unknown>)['articleIds']).map(String),
        size: numberMember(each, 'size'),
        isMandatory: truthMember(each, 'isMandatory'),
        isLicenseAccepted: truthMember(each, 'isLicenseAccepted'),
        asksUser: truthMember(each, 'asksUser'),
      })),
      results: list(at['results']).map((each) => ({
        updateId: textMember(each, 'updateId'),
        revisionNumber: numberMember(each, 'revisionNumber'),
        isInstalled: truthMember(each, 'isInstalled'),
        code: textMember(each, 'code'),
      })),
    };
  },
};

/** When this computer was started: FILETIME in decimal digits. */
export const lastStart: Script<null, string> = {
  name: 'ask when the computer was started',
  text: `
param($Value)
[string](Get-CimInstance -ClassName Win32_OperatingSystem -Property LastBootUpTime).LastBootUpTime.ToFileTimeUtc()
`,
  bound: 60_000,
  repeatable: true,
  read([item]) {
    if (typeof item !== 'string' || !/^\d+$/.test(item)) throw new TypeError('the answer is no time');
    return item;
  },
};

/** Restarts this computer, whoever is logged on. */
export const restartComputer: Script<null, true> = {
  name: 'restart the computer',
  text: `
param($Value)
Restart-Computer -Force
$true
`,
  bound: 60_000,
  repeatable: false,
  read: started,
};

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new TypeError('a list is none');
  return value;
}

function truthMember(item: unknown, name: string): boolean {
  const value = (item as Record<string, unknown> | null | undefined)?.[name];
  if (typeof value !== 'boolean') throw new TypeError(`${name} is neither true nor false`);
  return value;
}

function oneOf<T extends string>(item: unknown, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === textMember(item, name));
  if (found === undefined) throw new TypeError(`${name} is an unknown word`);
  return found;
}
