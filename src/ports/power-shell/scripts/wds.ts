import type { Script } from '../power-shell.ts';
import { textMember } from './members.ts';

/** Windows Deployment Services. */
export interface WdsGroup {
  /** Name of its computer; '' is this one. */
  server: string;
  /** Image group. */
  group: string;
}

/** An install image of the group. Group and file name tell it from all others; names may be there twice. */
export interface WdsImage {
  imageName: string;
  fileName: string;
}

/** An install image that is there. */
export interface WdsStored extends WdsImage {
  description: string;
}

export interface WdsImport extends WdsGroup {
  /** The image file, as the server reaches it. */
  path: string;
  /** Name of the index in the file. */
  imageName: string;
  newImageName: string;
  newFileName: string;
  description: string;
  /** Answer file as the server reaches it; '' for none. */
  unattendFile: string;
}

export interface WdsExport extends WdsGroup, WdsImage {
  /** File that is made, as the server reaches it. */
  destination: string;
}

/** `newName` is of renames alone, `newDescription` of stops: the one that does not tell of a transmission. */
export interface WdsStep extends WdsImage {
  action: 'rename' | 'enable' | 'disable' | 'remove' | 'stop';
  newName?: string;
  newDescription?: string;
}

export interface WdsChange extends WdsGroup {
  steps: readonly WdsStep[];
}

/** A transmission that was not stopped. */
export interface WdsUnstopped {
  imageName: string;
  why: string;
}

export interface WdsOffer extends WdsGroup, WdsImage {
  transmission: string;
  manual: boolean;
  /** 0: so many start nothing. */
  clients: number;
  /** FILETIME; '': no time starts it. */
  startTime: string;
  /** The description that tells of it. */
  newDescription: string;
}

/** Loads the module; `$where` goes with each of its cmdlets. Nobody is there to confirm anything. */
const enter = `
if (-not (Get-Module -Name WDS -ListAvailable)) { throw 'The tools of Windows Deployment Services are not installed on this machine: there is no module WDS.' }
Import-Module -Name WDS
$ConfirmPreference = 'None'
$where = @{}
if ($Value.server) { $where['CimSession'] = $Value.server }
`;

/** The install images of a group; none where there is no such group. */
export const wdsImages: Script<WdsGroup, WdsStored[]> = {
  name: 'list the install images of Windows Deployment Services',
  text: `
param($Value)
${enter}
foreach ($image in @(Get-WdsInstallImage @where | Where-Object { $_.ImageGroup -eq $Value.group })) {
  @{ imageName = [string]$image.ImageName; fileName = [string]$image.FileName; description = [string]$image.Description }
}
`,
  bound: 600_000,
  repeatable: true,
  read: (items) =>
    items.map((item) => ({
      imageName: textMember(item, 'imageName'),
      fileName: textMember(item, 'fileName'),
      description: textMember(item, 'description'),
    })),
};

/** Imports one index of an image file into a group, which is made where it is missing. The server verifies the file. */
export const wdsImport: Script<WdsImport, undefined> = {
  name: 'import an install image into Windows Deployment Services',
  text: `
param($Value)
${enter}
if (-not @(Get-WdsInstallImageGroup @where | Where-Object { $_.Name -eq $Value.group })) {
  $null = New-WdsInstallImageGroup -Name $Value.group @where
}
$order = @{
  Path = $Value.path; ImageGroup = $Value.group; ImageName = $Value.imageName
  NewImageName = $Value.newImageName; NewFileName = $Value.newFileName; NewDescription = $Value.description
}
if ($Value.unattendFile) { $order['UnattendFile'] = $Value.unattendFile }
$null = Import-WdsInstallImage @order @where
`,
  bound: 4 * 3_600_000,
  repeatable: false,
  read: () => undefined,
};

/** Writes an install image into a file of its own. */
export const wdsExport: Script<WdsExport, undefined> = {
  name: 'export an install image of Windows Deployment Services',
  text: `
param($Value)
${enter}
$order = @{ ImageName = $Value.imageName; ImageGroup = $Value.group; FileName = $Value.fileName; Destination = $Value.destination }
$null = Export-WdsInstallImage @order @where -Force
`,
  bound: 4 * 3_600_000,
  repeatable: false,
  read: () => undefined,
};

/**
 * Takes steps one after the other. When one fails, the renames before it are taken back; a transmission that is not stopped
 * fails nothing. Clients that are in it may finish, so it is stopped without force.
 */
export const wdsChange: Script<WdsChange, WdsUnstopped[]> = {
  name: 'change install images of Windows Deployment Services',
  text: `
param($Value)
${enter}
$renamed = @()
try {
  foreach ($step in $Value.steps) {
    $image = @{ ImageName = $step.imageName; ImageGroup = $Value.group; FileName = $step.fileName }
    switch ($step.action) {
      'rename' {
        $null = Set-WdsInstallImage @image @where -NewImageName $step.newName
        $renamed = @($step) + $renamed
      }
      'enable' { $null = Enable-WdsInstallImage @image @where }
      'disable' { $null = Disable-WdsInstallImage @image @where }
      'remove' { $null = Remove-WdsInstallImage @image @where }
      'stop' {
        try {
          $null = Set-WdsInstallImage @image @where -StopMulticastTransmission
          $null = Set-WdsInstallImage @image @where -NewDescription $step.newDescription
        } catch {
          @{ imageName = $step.imageName; why = $_.Exception.Message }
        }
      }
    }
  }
} catch {
  $problem = $_
  foreach ($step in $renamed) {
    try { $null = Set-WdsInstallImage -ImageName $step.newName -ImageGroup $Value.group -FileName $step.fileName @where -NewImageName $step.imageName } catch { $null = $_ }
  }
  throw $problem
}
`,
  bound: 1_800_000,
  repeatable: false,
  read: (items) => items.map((item) => ({ imageName: textMember(item, 'imageName'), why: textMember(item, 'why') })),
};

/** Offers an image as a multicast transmission, and then has its description tell of it. */
export const wdsOffer: Script<WdsOffer, undefined> = {
  name: 'make a multicast transmission of Windows Deployment Services',
  text: `
param($Value)
${enter}
$image = @{ ImageName = $Value.imageName; ImageGroup = $Value.group; FileName = $Value.fileName }
$order = @{ TransmissionName = $Value.transmission }
if ($Value.manual) { $order['ManualStart'] = $true }
if ($Value.clients) { $order['ClientCount'] = [uint32]$Value.clients }
if ($Value.startTime) { $order['StartTime'] = [datetime]::FromFileTime([long]$Value.startTime) }
$null = Set-WdsInstallImage @image @where -Multicast @order
$null = Set-WdsInstallImage @image @where -NewDescription $Value.newDescription
`,
  bound: 600_000,
  repeatable: false,
  read: () => undefined,
};
