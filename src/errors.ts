/**
 * Every way the product fails, in one table: id, title, exit code, whether the same request may succeed later, what to
 * do, and the PowerShell category. README, help and the module read this table; nothing else defines an exit code.
 * To add one: a row here, then `throw new Problem('ImgNewThing', { detail })` where it happens.
 */

/** Exit codes of the command line. */
export const exitCodes = {
  0: 'ok; also when there was nothing to do',
  1: 'unexpected error',
  2: 'bad arguments on the command line',
  3: 'finished, but some items failed; the result document says which',
  4: 'invalid input: a request, a file or its content',
  5: 'a precondition is missing: rights, disk space, tool, Node version',
  6: 'busy: an image, a lock or a file is in use',
  7: 'a source of updates could not be reached',
  8: 'the servicing tool failed, or its success could not be proved',
  130: 'cancelled',
} as const;

export type ExitCode = keyof typeof exitCodes;

interface ErrorKind {
  title: string;
  exitCode: ExitCode;
  retryable: boolean;
  remedy: string;
  /** System.Management.Automation.ErrorCategory of the ErrorRecord. */
  category: string;
}

function kind(exitCode: ExitCode, category: string, title: string, remedy: string, retryable = false): ErrorKind {
  return { exitCode, category, title, remedy, retryable };
}

/** Ends a remedy of a failed run; of one that went on after the failure and published, it would not be true. */
export const imageUnchanged = 'The registered image was not changed.';

export const errorKinds = {
  ImgUnexpected: kind(
    1,
    'NotSpecified',
    'Unexpected error',
    'This is a defect of ImgUpdate. Keep the log and report it.',
  ),
  ImgOutputClosed: kind(
    1,
    'WriteError',
    'The result could not be written',
    'The program that read it ended first. What was asked for was done; ask for the result again.',
  ),
  ImgArgumentInvalid: kind(
    2,
    'InvalidArgument',
    'Bad arguments',
    'See the help of the command: imgupdate <noun> <verb> --help.',
  ),
  ImgRequestInvalid: kind(
    4,
    'InvalidArgument',
    'The request is not valid',
    'Correct the members that are named; `imgupdate schema show` prints the schema of a request.',
  ),
  ImgJsonInvalid: kind(4, 'ParserError', 'The input is not JSON', 'Pass one JSON document in UTF-8.'),
  ImgPathInvalid: kind(
    4,
    'InvalidArgument',
    'The path cannot be used',
    'Pass an absolute or relative path of a local file or share.',
  ),
  ImgFileNotFound: kind(4, 'ObjectNotFound', 'The file does not exist', 'Check the path and the rights of this user.'),
  ImgFileUnreadable: kind(
    5,
    'ReadError',
    'The file cannot be read',
    'Check the rights of this user, and whether another program has the file open.',
    true,
  ),
  ImgFileExists: kind(
    4,
    'ResourceExists',
    'The file exists already',
    'Choose another name, or move the file away; nothing is overwritten.',
  ),
  ImgFileUnwritable: kind(
    5,
    'WriteError',
    'The file cannot be written or removed',
    'Check the rights of this user, and whether another program has the file open.',
    true,
  ),
  ImgSiteUnusable: kind(
    5,
    'ResourceUnavailable',
    'The site cannot be opened',
    'Check that the site folder can be written, or name another one with --site or IMGUPDATE_SITE.',
  ),
  ImgSiteBusy: kind(
    6,
    'ResourceBusy',
    'The database of the site is in use',
    'Another program has locked it for more than a minute. Let that program end, then try again.',
    true,
  ),
  ImgMaintenanceBusy: kind(
    6,
    'ResourceBusy',
    'A maintenance of the site is at work',
    'Wait for its end: imgupdate maintenance list shows it.',
    true,
  ),
  ImgSiteTooNew: kind(
    5,
    'ResourceUnavailable',
    'The site was made by a newer version',
    'Use the version of ImgUpdate that made this site, or a newer one.',
  ),
  ImgSiteInsecure: kind(
    5,
    'SecurityError',
    'Others may write to the site of an administrator',
    'Take the folder away from others with the command that is named, or use another one.',
  ),
  ImgNodeTooOld: kind(
    5,
    'NotInstalled',
    'Node is too old',
    'Install Node 24.11 or newer, or set IMGUPDATE_NODE to one.',
  ),
  ImgBootFilesMissing: kind(
    4,
    'InvalidData',
    'The boot image is too old',
    'Service boot.wim of the media with a cumulative update of April 2024 or later first.',
  ),
  ImgBootFilesUntrusted: kind(
    4,
    'SecurityError',
    'The boot files are not those of 2023',
    'Copy the media again from its source and service it; `imgupdate trust show` tells who signed each boot file.',
  ),
  ImgFileUnverified: kind(
    5,
    'WriteError',
    'A file reads back as other bytes than were written',
    'The files are as they were before. Check the disk and the programs that watch it, then do it again.',
    true,
  ),
  ImgIsoToolMissing: kind(
    5,
    'NotInstalled',
    'No tool that writes ISO images',
    'Install the Deployment Tools of the Windows ADK, or genisoimage elsewhere; or export to a folder.',
  ),
  ImgIsoToolFailed: kind(
    8,
    'InvalidResult',
    'The tool that writes ISO images failed',
    'The message names what it said. Nothing was left behind.',
  ),
  ImgMulticastNotAllowed: kind(
    5,
    'PermissionDenied',
    'The image may not be sent to many',
    'Allow it: `imgupdate image set NAME --multicast-allow`, or Set-ImgImage NAME -MulticastAllow $true.',
  ),
  ImgMulticastToolMissing: kind(
    5,
    'NotInstalled',
    'The tool that sends to many is missing',
    'Install UFTP (Debian: uftp; Windows: uftp.exe and uftpd.exe on PATH) on both sides.',
  ),
  ImgMulticastNoReceiver: kind(
    7,
    'ResourceUnavailable',
    'No receiver waits',
    'Start `imgupdate multicast receive` on the receivers with the same address and port; routers between must pass multicast.',
    true,
  ),
  ImgMulticastNoSender: kind(
    7,
    'ResourceUnavailable',
    'No image was sent',
    'Start `imgupdate multicast send` with the same address and port; routers between must pass multicast.',
    true,
  ),
  ImgMulticastFailed: kind(
    8,
    'InvalidResult',
    'Sending to many failed',
    'The message names what the tool said. Nothing of it was kept.',
    true,
  ),
  ImgMulticastInvalid: kind(
    4,
    'SecurityError',
    'What was received is not what a trusted site signed',
    'Nothing of it was kept. Name the key of the site that sends (trust), and receive it again.',
  ),
  ImgMediaUnverified: kind(
    8,
    'InvalidResult',
    'What was written is not what the media holds',
    'Nothing was left behind. Check the disk, or let another tool write the image (tool).',
  ),
  ImgNotMedia: kind(
    4,
    'InvalidData',
    'Not Windows media',
    'Pass the folder or the ISO image that holds setup.exe and sources\\install.wim.',
  ),
  ImgNotAWim: kind(
    4,
    'InvalidData',
    'The file is not a WIM file',
    'Pass a .wim file, for example sources\\install.wim.',
  ),
  ImgImageTruncated: kind(
    4,
    'InvalidData',
    'The image file is incomplete',
    'Copy the file again from its source and compare the sizes.',
  ),
  ImgImageCorrupt: kind(
    4,
    'InvalidData',
    'The image file is damaged',
    'Copy the file again from its source; `imgupdate image verify` checks all of it.',
  ),
  ImgImageSolid: kind(
    4,
    'InvalidData',
    'The image file has solid compression (ESD)',
    'Have it converted: name one index (--index) or the new file (--to). Or export it first: imgupdate image export.',
  ),
  ImgImageSplit: kind(
    4,
    'InvalidData',
    'The image is a split set, or a part of one',
    'Put all parts into one folder to read it; to service it, have it joined: name one index (--index) or the new file (--to).',
  ),
  ImgImageEncrypted: kind(
    4,
    'InvalidData',
    'The image file, or a file in it, is encrypted',
    'Use media or a decrypted file; a file that is encrypted (EFS) is opened by its owner alone.',
  ),
  ImgImageUnsupported: kind(
    4,
    'InvalidData',
    'The image file has a form that is not supported',
    'Export the wanted index to a WIM file with LZX or XPRESS compression.',
  ),
  ImgIndexNotFound: kind(
    4,
    'ObjectNotFound',
    'The image file has no such index',
    '`imgupdate image inspect FILE` lists the indexes.',
  ),
  ImgImageFileNotFound: kind(
    4,
    'ObjectNotFound',
    'The image has no such file',
    '`imgupdate image files FILE` lists the files of an index.',
  ),
  ImgImageNotFound: kind(4, 'ObjectNotFound', 'No such image', '`imgupdate image list` shows the registered images.'),
  ImgNotUpgradePackage: kind(
    4,
    'InvalidData',
    'This is no upgrade package',
    'Pass a folder with setup.exe and sources\\install.wim, or an ISO image of Windows media.',
  ),
  ImgNotBootImage: kind(
    4,
    'InvalidData',
    'This is no boot image',
    'Pass a boot.wim with Windows PE; register other images with `imgupdate image add`.',
  ),
  ImgImageExists: kind(4, 'ResourceExists', 'An image with this name exists', 'Choose another name.'),
  ImgImageChanged: kind(
    5,
    'InvalidData',
    'The image file changed since it was registered',
    'If the change was intended, run `imgupdate image refresh`; else restore the file.',
  ),
  ImgImageMissing: kind(
    5,
    'ObjectNotFound',
    'The file of a registered image is missing',
    'Put the file back, correct its path with `imgupdate image set`, or restore a kept version.',
  ),
  ImgImageBusy: kind(
    6,
    'ResourceBusy',
    'The image is in use',
    'Wait until the run or the program that uses it has ended, then try again.',
    true,
  ),
  ImgEulaNotAccepted: kind(
    5,
    'PermissionDenied',
    'The licence terms were not accepted',
    'Read them and pass --accept-eula (-AcceptEula).',
  ),
  ImgVersionNotFound: kind(
    4,
    'ObjectNotFound',
    'No such version of the image',
    '`imgupdate image versions` shows what is kept.',
  ),
  ImgVersionCurrent: kind(
    5,
    'InvalidOperation',
    'The current version of an image cannot be removed',
    'Restore another version first, which keeps this one as an earlier one; or take the image out of the library.',
  ),
  ImgVersionNeeded: kind(
    5,
    'InvalidOperation',
    'Another version cannot do without this one',
    'Remove the older version that is named first, or put its file back from a backup.',
  ),
  ImgUpdateNotFound: kind(
    4,
    'ObjectNotFound',
    'No such update',
    '`imgupdate update list` searches the catalog; import newer data if the update is new.',
  ),
  ImgUpdateAmbiguous: kind(
    4,
    'InvalidArgument',
    'More than one update fits',
    'Pass the uniqueId of one of the updates that are named.',
  ),
  ImgUpdateAmbiguousId: kind(
    4,
    'InvalidArgument',
    'A site-local id does not name an update',
    'Pass CI_UniqueID or ArticleID; CI_ID is known only to the site that gave it.',
  ),
  ImgNothingApplicable: kind(
    4,
    'InvalidOperation',
    'No update is left for this image',
    'The result of `imgupdate update list --applicable-to` with --explain tells why each one was left out.',
  ),
  ImgCatalogEmpty: kind(
    5,
    'ObjectNotFound',
    'The catalog holds no update that could be chosen',
    'Import a catalog first: imgupdate update import FILE.',
  ),
  ImgCleanupPending: kind(
    5,
    'InvalidOperation',
    'Pending work in the image rules a clean-up out',
    'Service an image without pending work (the original one), leave the clean-up out, or pass cleanupWhenPending: skip.',
  ),
  ImgDriverNotFound: kind(
    4,
    'ObjectNotFound',
    'There is no driver to add',
    'Name a folder that holds drivers with their .inf and .cat files, or pass forceUnsigned.',
  ),
  ImgCapabilityNotFound: kind(
    4,
    'ObjectNotFound',
    'A language or capability is not in the sources',
    'Name the folder or ISO image with languages and features on demand of the same release, architecture and system.',
  ),
  ImgFeatureNotFound: kind(
    4,
    'ObjectNotFound',
    'An optional feature cannot be enabled',
    'Name a feature that the image has (Get-ImgFeature), and as featureSource the folder sources\\sxs of media of the same release.',
  ),
  ImgPackageInvalid: kind(
    4,
    'InvalidData',
    'The file is not an update package',
    'Download the update again; an HTML page or an error text is often stored in its place.',
  ),
  ImgContentMissing: kind(
    5,
    'ObjectNotFound',
    'The content of an update is not in the library',
    'Add the package file: imgupdate content add FILE.',
  ),
  ImgContentNotOffered: kind(
    5,
    'ObjectNotFound',
    'Nobody says where the content can be downloaded',
    'Synchronise or import a catalog with addresses, or add the package file: imgupdate content add FILE.',
  ),
  ImgContentUnverified: kind(
    4,
    'SecurityError',
    'The content was not verified',
    'Neither a trusted SHA-256 nor a signature vouches for it. Import a catalog with its SHA-256, then: imgupdate content verify.',
  ),
  ImgContentQuarantined: kind(
    4,
    'SecurityError',
    'What was downloaded is not what was expected',
    'It lies in quarantine and is never used: imgupdate content list shows it. Download the file again, or from elsewhere.',
  ),
  ImgDownloadFailed: kind(
    7,
    'ConnectionError',
    'The download failed',
    'Check network, proxy and the addresses that are named; what came so far is gone on with.',
    true,
  ),
  ImgDownloadRedirected: kind(
    7,
    'SecurityError',
    'The download leads to another host',
    'If the host that is named is a right one, allow it: imgupdate site set --content-hosts HOST.',
  ),
  ImgSaveNotFound: kind(
    4,
    'ObjectNotFound',
    'No such download',
    '`imgupdate content list` shows the downloads that a worker does.',
  ),
  ImgContentUnknown: kind(
    4,
    'ObjectNotFound',
    'The file belongs to no update of the catalog',
    'Import the catalog that holds the update, or name the update with --unique-id.',
  ),
  ImgContentTampered: kind(
    4,
    'SecurityError',
    'The digest of the content is not the expected one',
    'Download the file again. Nothing was used.',
  ),
  ImgStandInRefused: kind(
    4,
    'SecurityError',
    'Stand-in content cannot be used here',
    'Stand-ins are for rehearsals on images that the emulator made; add the real package for a real image.',
  ),
  ImgScheduleNotFound: kind(4, 'ObjectNotFound', 'No such schedule', '`imgupdate schedule list` shows the schedules.'),
  ImgScheduleInvalid: kind(
    4,
    'InvalidArgument',
    'The schedule is not valid',
    'Pass runNow, or at with one date and time.',
  ),
  ImgScheduleStringInvalid: kind(
    4,
    'InvalidData',
    'The schedule string is malformed',
    'Copy the whole string from Configuration Manager: 16 hexadecimal digits for each schedule.',
  ),
  ImgScheduleNotConvertible: kind(
    4,
    'InvalidArgument',
    'A schedule string cannot say this',
    'Leave out what is named, or keep the schedule here: only Configuration Manager needs the string.',
  ),
  ImgRuleNotFound: kind(4, 'ObjectNotFound', 'No such rule', '`imgupdate rule list` shows the rules.'),
  ImgRuleExists: kind(4, 'ResourceExists', 'A rule with this name exists', 'Choose another name.'),
  ImgRuleInUse: kind(
    5,
    'ResourceBusy',
    'A schedule needs the rule',
    'Clear the schedules that are named (`imgupdate schedule clear`), or change the rule instead.',
  ),
  ImgRunNotFound: kind(4, 'ObjectNotFound', 'No such run', '`imgupdate run list` shows the runs.'),
  ImgInsufficientSpace: kind(
    5,
    'LimitsExceeded',
    'Not enough free space',
    'Free space on the volume that is named, or set another servicing drive.',
    true,
  ),
  ImgTaskNotAllowed: kind(
    5,
    'PermissionDenied',
    'This user may not register such a task',
    'Start again from an elevated prompt, or as root.',
  ),
  ImgTaskUnsupported: kind(
    5,
    'NotInstalled',
    'This system has no scheduler that is known here',
    'Have it start `imgupdate worker run --once --site=DIR` every five minutes.',
  ),
  ImgTaskTaken: kind(
    4,
    'ResourceExists',
    'A task with this name starts something else',
    'Choose another name: --name. A task of another site is removed there, or by hand.',
  ),
  ImgTaskNotFound: kind(4, 'ObjectNotFound', 'No such task', '`imgupdate task list` shows the tasks.'),
  ImgElevationRequired: kind(
    5,
    'PermissionDenied',
    'The servicing tool needs elevated rights',
    'Start again from an elevated prompt.',
  ),
  ImgDismNotFound: kind(
    5,
    'NotInstalled',
    'The servicing tool was not found',
    'Install it, or set its path: imgupdate site set --dism PATH.',
  ),
  ImgDismFailed: kind(8, 'InvalidResult', 'The servicing tool failed', `Read the log that is named. ${imageUnchanged}`),
  ImgDismKilled: kind(
    8,
    'InvalidResult',
    'The servicing tool was ended',
    `Find out what ended it, then start the run again. ${imageUnchanged}`,
    true,
  ),
  ImgDismGarbage: kind(
    8,
    'InvalidResult',
    'The servicing tool answered something unknown',
    `Check that the configured tool is dism.exe. ${imageUnchanged}`,
  ),
  ImgProofFailed: kind(
    8,
    'InvalidResult',
    'The update is not in the image, although the tool reported success',
    `Read the proof of the run; a servicing stack update may be missing. ${imageUnchanged}`,
  ),
  ImgRunInterrupted: kind(
    8,
    'OperationStopped',
    'The run was interrupted',
    'It was rolled back. Start it again.',
    true,
  ),
  ImgOperationTimeout: kind(
    6,
    'OperationTimeout',
    'The time given for waiting is over',
    'The run goes on. Wait again with `imgupdate run wait`.',
    true,
  ),
  ImgWindowsRequired: kind(
    5,
    'NotInstalled',
    'This works on Windows alone',
    'Run it on the Windows computer that is meant.',
  ),
  ImgUpdateAgentFailed: kind(
    8,
    'NotSpecified',
    'The Windows Update Agent failed',
    'See WindowsUpdate.log (`Get-WindowsUpdateLog`) and what the code means; check that the service wuauserv may start.',
    true,
  ),
  ImgInstallUnderway: kind(
    6,
    'ResourceBusy',
    'Updates are being installed on this computer',
    'Wait until that has ended, then try again.',
    true,
  ),
  ImgPowerShellNotFound: kind(
    5,
    'NotInstalled',
    'PowerShell was not found',
    'Install PowerShell 7, or make powershell.exe 5.1 of Windows start for this user.',
  ),
  ImgPowerShellGarbage: kind(
    5,
    'InvalidResult',
    'PowerShell answered something unknown',
    'Start the PowerShell that is named and see what it prints; a policy or a security product may change what it does.',
  ),
  ImgPowerShellEnded: kind(
    5,
    'InvalidResult',
    'PowerShell ended before it answered',
    'Try again; if it ends each time, start the PowerShell that is named and see why.',
    true,
  ),
  ImgPowerShellTimeout: kind(
    6,
    'OperationTimeout',
    'PowerShell did not answer in time',
    'Try again when the machine is less busy; a service that PowerShell asked, such as WMI, may hang.',
    true,
  ),
  ImgPowerShellFailed: kind(
    5,
    'InvalidResult',
    'Windows could not be asked through PowerShell',
    'Mend what the message names; `Get-CimInstance Win32_OperatingSystem` shows whether WMI answers.',
  ),
  ImgSourceUnreachable: kind(
    7,
    'ConnectionError',
    'The source cannot be reached',
    'Check address, name resolution, proxy and firewall; `imgupdate source test NAME` shows how far it gets. What was known stays.',
    true,
  ),
  ImgSourceRefused: kind(
    7,
    'PermissionDenied',
    'The source refuses to answer',
    'Read what it says in the message; a busy source answers later, one that wants another account never does.',
    true,
  ),
  ImgSourceChanged: kind(
    7,
    'InvalidResult',
    'The source answers in a shape that is not known',
    'Nothing of that answer was taken. Look for a newer version of ImgUpdate; until then use another source.',
  ),
  ImgSourceCertificate: kind(
    7,
    'SecurityError',
    'The certificate of the source is not trusted',
    'Check the clock of this machine and who stands between it and the source; a proxy that opens TLS needs its root in the settings of the source.',
  ),
  ImgSourceInvalid: kind(
    4,
    'InvalidArgument',
    'The settings of the source are not valid',
    'Mend the member that the message names; `imgupdate schema show source.<type>.settings` shows what there is.',
  ),
  ImgSourceNotFound: kind(4, 'ObjectNotFound', 'No such source', '`imgupdate source list` shows the sources.'),
  ImgSourceIsImport: kind(
    5,
    'InvalidOperation',
    'Imported files cannot be asked or changed like other sources',
    'Import a newer file (`imgupdate update import FILE`), or add a source that is asked by itself (`imgupdate source add`). `imgupdate source remove import` forgets who told of what was imported; the updates stay.',
  ),
  ImgSourceExists: kind(4, 'ResourceExists', 'A source with this name exists', 'Choose another name.'),
  ImgNotificationInvalid: kind(
    4,
    'InvalidArgument',
    'The settings of the notification are not valid',
    'Mend the member that the message names; `imgupdate schema show notification.<channel>.settings` shows what there is.',
  ),
  ImgNotificationNotFound: kind(
    4,
    'ObjectNotFound',
    'No such notification',
    '`imgupdate notification list` shows the notifications.',
  ),
  ImgNotificationExists: kind(4, 'ResourceExists', 'A notification with this name exists', 'Choose another name.'),
  ImgNotificationFailed: kind(
    7,
    'ConnectionError',
    'The message was not taken',
    'Mend what the message names, then try it: imgupdate notification test NAME. A worker sends it again by itself.',
    true,
  ),
  ImgSecretUnavailable: kind(
    5,
    'PermissionDenied',
    'A secret cannot be had',
    'Set it for the account that runs the worker: an environment variable, or a secret of a SecretManagement vault that this account may open unattended.',
  ),
  ImgPointNotFound: kind(
    4,
    'ObjectNotFound',
    'No such distribution point',
    '`imgupdate distribution list` shows the distribution points and their groups.',
  ),
  ImgPointExists: kind(4, 'ResourceExists', 'A distribution point with this name exists', 'Choose another name.'),
  ImgPointInvalid: kind(
    4,
    'InvalidArgument',
    'The settings of the distribution point are not valid',
    'Mend the member that the message names; `imgupdate schema show point.<type>.settings` shows what there is.',
  ),
  ImgPointUnreachable: kind(
    7,
    'ConnectionError',
    'The distribution point cannot be reached',
    'Check that the share is mounted and its server runs; what it serves and all others are as they were. `imgupdate distribution send IMAGE --failed` tries again.',
    true,
  ),
  ImgPointRefuses: kind(
    5,
    'PermissionDenied',
    'The distribution point refuses',
    'Give the token that it wants (`--token`), and trust the root of its certificate (`--root-certificate`).',
  ),
  ImgManifestUntrusted: kind(
    4,
    'SecurityError',
    'The manifest of the distribution point is not believed',
    'Compare the fingerprint with what `imgupdate site show` prints at the site that sends there; if it is the same, pass it with `--trust`. Nothing was fetched.',
  ),
  ImgNoImageFits: kind(
    4,
    'ObjectNotFound',
    'No image of the distribution point fits',
    'Name another image, architecture or language; `any` takes all.',
  ),
  ImgFolderBusy: kind(
    6,
    'ResourceBusy',
    'Another process saves into the folder',
    'Wait until it has ended; remove the lock file that is named only when no process of that machine works there.',
    true,
  ),
  ImgPointUnservable: kind(
    5,
    'ResourceUnavailable',
    'The distribution point cannot be served',
    'Choose another `--port` or `--address`, or give this account the certificate and its key to read; only kinds with a folder of this machine are served.',
  ),
  ImgPointFull: kind(
    5,
    'ResourceUnavailable',
    'The distribution point has not enough free space',
    'Make room there, or keep fewer versions (`--settings` keepPrevious, spare). What it serves is as it was. `imgupdate distribution send IMAGE --failed` tries again.',
    true,
  ),
  ImgPointUnwritable: kind(
    5,
    'WriteError',
    'The distribution point cannot be written',
    'Give this account the right to change the folder, and see whether the volume is read-only. What it serves is as it was.',
    true,
  ),
  ImgPointSiteErrors: kind(
    7,
    'ResourceUnavailable',
    'Distribution points of the site did not get the content',
    'See Monitoring > Distribution Status > Content Status in the console of Configuration Manager, which tries again by itself; `imgupdate distribution status` asks how far it is.',
    true,
  ),
  ImgPointSiteUnfinished: kind(
    7,
    'OperationTimeout',
    'Distribution points of the site do not come to an end',
    'See Monitoring > Distribution Status > Content Status in the console of Configuration Manager; `imgupdate distribution status` asks how far it is, and sending again has it asked again.',
    true,
  ),
  ImgPointForeign: kind(
    4,
    'PermissionDenied',
    'The folder is the distribution point of another site',
    'Give each site a folder of its own; remove its imgupdate-point.json only where the other site is gone.',
  ),
  ImgPointDamages: kind(
    8,
    'InvalidData',
    'What arrived at the distribution point is not what was sent',
    'Look at its disk, its memory and whatever changes files there (a virus scanner, a filter). What it served before is still served.',
    true,
  ),
  ImgCategoryNotFound: kind(
    4,
    'ObjectNotFound',
    'No such product, classification or language',
    '`imgupdate category list` shows what there is; a first sync brings all that the source has.',
  ),
  ImgSyncNotFound: kind(4, 'ObjectNotFound', 'No such synchronisation', '`imgupdate sync list` shows them.'),
  ImgBundleInvalid: kind(
    4,
    'InvalidData',
    'The bundle is damaged or its signature does not hold',
    'Copy it again; trust the key of the site that made it by its fingerprint. Nothing of it was taken.',
  ),
  ImgCanceled: kind(130, 'OperationStopped', 'Cancelled', 'Nothing was changed by what had not finished.'),
} as const satisfies Record<string, ErrorKind>;

export type ErrorId = keyof typeof errorKinds;

/** One thing that is wrong in an input; `pointer` is a JSON pointer (RFC 6901) into it. */
export type InputError = {
  pointer: string;
  message: string;
};

/** What an outside tool said of its failure. */
export type NativeError = {
  tool: string;
  exitCode?: number;
  hresult?: string;
  logPath?: string;
  /** What its log says: the first real error, and the lines of component servicing. */
  firstError?: string;
  cbs?: string[];
};

export interface ProblemFacts {
  /** One sentence about this occurrence: what failed, on what. */
  detail: string;
  /** The run it belongs to. */
  instance?: string | undefined;
  errors?: InputError[];
  native?: NativeError;
  /** A remedy that knows more than the table's. */
  remedy?: string;
  cause?: unknown;
}

/** The one error that callers see. Anything else that is thrown becomes ImgUnexpected. */
export class Problem extends Error {
  readonly id: ErrorId;
  readonly facts: ProblemFacts;

  constructor(id: ErrorId, facts: ProblemFacts) {
    super(facts.detail, { cause: facts.cause });
    this.name = 'Problem';
    this.id = id;
    this.facts = facts;
  }

  get exitCode(): ExitCode {
    return errorKinds[this.id].exitCode;
  }
}

/** RFC 9457 members and ours, as events, JSON-RPC errors and run documents carry them. */
export type ProblemDocument = {
  type: string;
  title: string;
  detail: string;
  instance?: string;
  id: ErrorId;
  category: string;
  exitCode: number;
  retryable: boolean;
  remedy: string;
  errors?: InputError[];
  native?: NativeError;
};

export function problemDocument(problem: Problem): ProblemDocument {
  const { title, category, exitCode, retryable, remedy } = errorKinds[problem.id];
  const { detail, instance, errors, native } = problem.facts;
  return {
    type: `urn:imgupdate:problem:${problem.id}`,
    title,
    detail,
    ...(instance === undefined ? {} : { instance }),
    id: problem.id,
    category,
    exitCode,
    retryable,
    remedy: problem.facts.remedy ?? remedy,
    ...(errors === undefined ? {} : { errors }),
    ...(native === undefined ? {} : { native }),
  };
}

/** Turns whatever was thrown into a problem; aborts become ImgCanceled. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new Problem('ImgCanceled', { detail: 'The operation was cancelled.', cause: thrown });
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem('ImgUnexpected', { detail, cause: thrown });
}
