/**
 * How a caller should react to a code: R retry after a pause; F a cause must be fixed first; S skip this package and go
 * on; A abort this image and discard the mount; O a success with a note.
 */
export type ReactionClass = 'R' | 'F' | 'S' | 'A' | 'O';

/** One code that dism.exe ends with. `symbol` is the published name, where there is one. */
export interface CodeEntry {
  /** As the tool prints it: the Win32 number for 0x8007nnnn, else the HRESULT, unsigned. */
  code: number;
  symbol?: string;
  meaning: string;
  class: ReactionClass;
  /** Milliseconds before each further attempt; none: it is not given again. Class R has `usualWaits` where it says nothing. */
  waits?: readonly number[];
  /** What a person does about it, as a sentence. */
  remedy?: string;
}

/** For what passes by itself: a file in use, a busy stack, a scanner. */
export const usualWaits: readonly number[] = [2_000, 5_000, 10_000];

/** For updates that hold differences to what the image has. */
const expandedRemedy =
  'Take the update and its checkpoints anew, all of them, and keep the servicing folder near the root of its drive; then start from a newer source.';

const heldRemedy =
  'Close what looks into the servicing folder (a search indexer, a virus scanner, an Explorer window), run `servicing repair`, and start the run again.';

const brokenImageRemedy = 'Read the lines of CBS in the log that is named; then start from a newer source.';

const installerRemedy =
  'Read the lines of CBS in the log that is named: they say which installer failed. Then start from a newer source.';

const brokenMountRemedy =
  'Run `servicing repair`, and exclude the servicing folder from virus scanners; then start the run again.';

/** Codes with their meaning and the reaction that practice has shown to be right. A code that is not here is class A. */
export const codeTable: readonly CodeEntry[] = [
  { code: 0, symbol: 'ERROR_SUCCESS', meaning: 'success', class: 'O' },
  {
    code: 2,
    symbol: 'ERROR_FILE_NOT_FOUND',
    meaning: 'a file is missing',
    class: 'F',
    remedy:
      'See that every file named in the command is there; name the package file itself, not a folder with the parts of an expanded one.',
  },
  {
    code: 3,
    symbol: 'ERROR_PATH_NOT_FOUND',
    meaning: 'a folder is missing',
    class: 'F',
    remedy: 'See that the folders named in the command are there.',
  },
  {
    code: 5,
    symbol: 'ERROR_ACCESS_DENIED',
    meaning: 'access was denied, often by a virus scanner',
    class: 'F',
    waits: [10_000],
    remedy: 'Exclude the servicing folder and DISM from virus scanners and from Controlled Folder Access.',
  },
  {
    code: 11,
    symbol: 'ERROR_BAD_FORMAT',
    meaning: 'the file is not an image',
    class: 'F',
    remedy: 'Take the image file anew from its source; this one is none.',
  },
  {
    code: 13,
    symbol: 'ERROR_INVALID_DATA',
    meaning: 'a package or manifest is damaged',
    class: 'S',
    remedy: 'Add the package to the content library anew.',
  },
  {
    code: 32,
    symbol: 'ERROR_SHARING_VIOLATION',
    meaning: 'a file is in use',
    class: 'R',
    waits: [10_000, 20_000, 30_000],
    remedy: 'See which program holds the file, and exclude the servicing folder from virus scanners.',
  },
  {
    code: 33,
    symbol: 'ERROR_LOCK_VIOLATION',
    meaning: 'a part of a file is locked',
    class: 'R',
    waits: [10_000, 20_000, 30_000],
    remedy: 'See which program holds the file, and exclude the servicing folder from virus scanners.',
  },
  {
    code: 39,
    symbol: 'ERROR_HANDLE_DISK_FULL',
    meaning: 'the disk is full',
    class: 'F',
    remedy: 'Free space on the servicing drive, or choose another one (OfflineServicingDrive).',
  },
  {
    code: 50,
    symbol: 'ERROR_NOT_SUPPORTED',
    meaning: 'this DISM is older than the image',
    class: 'F',
    remedy: 'Use a newer DISM: that of a newer Windows, or of the newest assessment and deployment kit.',
  },
  {
    code: 87,
    symbol: 'ERROR_INVALID_PARAMETER',
    meaning: 'the command line is wrong',
    class: 'F',
    remedy: 'This DISM does not know an option; use a newer one.',
  },
  {
    code: 112,
    symbol: 'ERROR_DISK_FULL',
    meaning: 'the disk is full',
    class: 'F',
    remedy: 'Free space on the servicing drive, or choose another one (OfflineServicingDrive).',
  },
  {
    code: 123,
    symbol: 'ERROR_INVALID_NAME',
    meaning: 'a bundle was added as .cab, or a path is too long',
    class: 'F',
    remedy: 'Give a bundle the extension .msu, and keep the servicing folder near the root of its drive.',
  },
  {
    code: 126,
    symbol: 'ERROR_MOD_NOT_FOUND',
    meaning: 'a module is missing in the image',
    class: 'A',
    remedy: brokenImageRemedy,
  },
  {
    code: 127,
    symbol: 'ERROR_PROC_NOT_FOUND',
    meaning: 'a procedure is missing in the image',
    class: 'A',
    remedy: brokenImageRemedy,
  },
  {
    code: 145,
    symbol: 'ERROR_DIR_NOT_EMPTY',
    meaning: 'a folder below the mount or the scratch folder is in use',
    class: 'R',
    remedy: heldRemedy,
  },
  {
    code: 161,
    symbol: 'ERROR_BAD_PATHNAME',
    meaning: 'the host is too old for links in this image',
    class: 'F',
    remedy: 'Service this image on a newer Windows.',
  },
  {
    code: 552,
    symbol: 'ERROR_COULD_NOT_INTERPRET',
    meaning: 'a checkpoint was named explicitly',
    class: 'F',
    remedy: 'Update DISM; the update alone is named, its checkpoints lie beside it.',
  },
  {
    code: 740,
    symbol: 'ERROR_ELEVATION_REQUIRED',
    meaning: 'not started elevated',
    class: 'F',
  },
  { code: 1223, symbol: 'ERROR_CANCELLED', meaning: 'cancelled', class: 'A' },
  {
    code: 1392,
    symbol: 'ERROR_FILE_CORRUPT',
    meaning: 'a file or folder is corrupt',
    class: 'F',
    remedy: 'Check the disk, and verify the image file against its source.',
  },
  {
    code: 1465,
    symbol: 'ERROR_XML_PARSE_ERROR',
    meaning: 'a manifest in the package is damaged',
    class: 'S',
    remedy: 'Add the package to the content library anew.',
  },
  {
    code: 1726,
    symbol: 'RPC_S_CALL_FAILED',
    meaning: 'the servicing host crashed',
    class: 'R',
    waits: [2_000],
    remedy: 'Use a newer DISM, and exclude it from programs that hook into others.',
  },
  { code: 3010, symbol: 'ERROR_SUCCESS_REBOOT_REQUIRED', meaning: 'success, a restart is asked for', class: 'O' },
  {
    code: 3017,
    symbol: 'ERROR_FAIL_REBOOT_REQUIRED',
    meaning: 'an earlier rollback waits for a restart',
    class: 'A',
    remedy: 'Take the image anew from its source: an earlier attempt could not be rolled back.',
  },
  {
    code: 14081,
    symbol: 'ERROR_SXS_ASSEMBLY_MISSING',
    meaning: 'a component of the image is missing or damaged: repair it, or start from a newer source',
    class: 'A',
    remedy: 'Repair the image, or start from a newer source.',
  },
  {
    code: 14098,
    symbol: 'ERROR_SXS_COMPONENT_STORE_CORRUPT',
    meaning: 'the component store is corrupt',
    class: 'A',
    remedy: 'Start from a newer source: the component store of this image is damaged.',
  },
  {
    code: 14099,
    symbol: 'ERROR_ADVANCED_INSTALLER_FAILED',
    meaning: 'an installer inside the package failed',
    class: 'A',
    remedy: installerRemedy,
  },
  {
    code: 14107,
    symbol: 'ERROR_SXS_TRANSACTION_CLOSURE_INCOMPLETE',
    meaning: 'members of the transaction are missing',
    class: 'S',
    remedy: 'Leave the update out of this image: parts of it are for components that are not there.',
  },
  {
    code: 0x800f0805,
    symbol: 'CBS_E_INVALID_PACKAGE',
    meaning: 'not a package',
    class: 'S',
    remedy:
      'Take the package anew from its source, and see that it is one of Windows: DISM does not know this file as a package.',
  },
  {
    code: 0x800f0806,
    symbol: 'CBS_E_PENDING',
    meaning: 'pending operations',
    class: 'S',
    remedy:
      'Start from the file as it was before it was serviced: work is pending in this image, and cannot be finished offline.',
  },
  {
    code: 0x800f0807,
    symbol: 'CBS_E_NOT_INSTALLABLE',
    meaning: 'not installable',
    class: 'S',
    remedy: 'Leave the package out: servicing does not install it into this Windows.',
  },
  {
    code: 0x800f0808,
    symbol: 'CBS_E_IMAGE_NOT_ACCESSIBLE',
    meaning: 'the image cannot be accessed',
    class: 'R',
    remedy:
      'See that the servicing drive is there and that nothing else works in the servicing folder; then start the run again.',
  },
  {
    code: 0x800f080c,
    symbol: 'CBS_E_UNKNOWN_UPDATE',
    meaning: 'unknown update',
    class: 'S',
    remedy: 'See how the feature is spelled: Get-ImgFeature lists those of this image.',
  },
  {
    code: 0x800f081e,
    symbol: 'CBS_E_NOT_APPLICABLE',
    meaning: 'not applicable to this image',
    class: 'S',
    remedy:
      'Leave the update out of this image: it is for another release, edition or architecture, or a newer one is in.',
  },
  {
    code: 0x800f081f,
    symbol: 'CBS_E_SOURCE_MISSING',
    meaning: 'source files are missing',
    class: 'F',
    remedy: 'Give a source of the same version as the image.',
  },
  {
    code: 0x800f0823,
    symbol: 'CBS_E_NEW_SERVICING_STACK_REQUIRED',
    meaning: 'a newer servicing stack is required',
    class: 'F',
    remedy: 'Add the servicing stack of this release first.',
  },
  {
    code: 0x800f0825,
    symbol: 'CBS_E_CANNOT_UNINSTALL',
    meaning: 'cannot be uninstalled',
    class: 'S',
    remedy: 'Leave the package in: it is a permanent part of this Windows.',
  },
  {
    code: 0x800f0828,
    symbol: 'CBS_E_INSUFFICIENT_DISK_SPACE',
    meaning: 'the disk is full',
    class: 'F',
    remedy: 'Free space on the servicing drive, or choose another one (OfflineServicingDrive).',
  },
  {
    code: 0x800f082e,
    symbol: 'CBS_E_NOT_ALLOWED_OFFLINE',
    meaning: 'cannot be installed offline',
    class: 'S',
    remedy: 'Leave the package out, and install it where the image was deployed: it goes into a running Windows alone.',
  },
  {
    code: 0x800f082f,
    symbol: 'CBS_E_EXCLUSIVE_WOULD_MERGE',
    meaning: 'must be added in a call of its own',
    class: 'F',
    remedy: 'Service this package in a run of its own.',
  },
  {
    code: 0x800f0830,
    symbol: 'CBS_E_IMAGE_UNSERVICEABLE',
    meaning: 'the image is no longer serviceable',
    class: 'A',
    remedy: 'Take the image anew from its source: this one cannot be serviced any more.',
  },
  {
    code: 0x800f0831,
    symbol: 'CBS_E_STORE_CORRUPTION',
    meaning: 'the component store is corrupt',
    class: 'A',
    remedy: 'Start from a newer source: the component store of this image is damaged.',
  },
  {
    code: 0x800f0838,
    meaning: 'a checkpoint update is missing',
    class: 'F',
    remedy: 'Add the checkpoint update to the content library.',
  },
  {
    code: 0x800f0902,
    meaning: 'the servicing stack is busy',
    class: 'R',
    remedy: 'Start the run again when nothing else is servicing on this computer.',
  },
  {
    code: 0x800f0915,
    meaning: 'the repair source has other versions',
    class: 'F',
    remedy: 'Give a source of exactly the version of the image.',
  },
  {
    code: 0x800f0920,
    symbol: 'CBS_E_HANG_DETECTED',
    meaning: 'the servicing stack hung',
    class: 'R',
    remedy: 'Exclude the servicing folder and DISM from virus scanners; then start the run again.',
  },
  {
    code: 0x800f0921,
    symbol: 'CBS_E_PRIMITIVES_FAILED',
    meaning: 'an installer step failed',
    class: 'A',
    remedy:
      'Read the lines of CBS in the log that is named: they say which step failed. Try again once; then start from a newer source.',
  },
  {
    code: 0x800f0922,
    symbol: 'CBS_E_INSTALLERS_FAILED',
    meaning: 'an installer failed',
    class: 'A',
    waits: [10_000],
    remedy: installerRemedy,
  },
  {
    code: 0x800f0954,
    symbol: 'CBS_E_INVALID_WINDOWS_UPDATE_COUNT_WSUS',
    meaning: 'the optional content was asked from an update server',
    class: 'F',
    remedy: 'Give a source folder for the optional content.',
  },
  {
    code: 0x800f0982,
    meaning: 'a component that the package builds on is missing',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0x800f0983,
    meaning: 'a payload that the package builds on is missing',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0x800f0984,
    meaning: 'the base of a difference is missing',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0x800f0985,
    meaning: 'a difference is damaged',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0x800f0986,
    meaning: 'a difference could not be applied',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0x800f0987,
    meaning: 'a difference could not be built',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0x800f0988,
    meaning: 'a payload could not be expanded; paths may be too long',
    class: 'F',
    remedy: 'Keep the servicing folder near the root of its drive, and add the complete set of packages.',
  },
  {
    code: 0x800f0989,
    meaning: 'a payload could not be read',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0x800f0990,
    meaning: 'a payload does not fit',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0x800f0991,
    meaning: 'a payload set is incomplete',
    class: 'A',
    remedy: expandedRemedy,
  },
  {
    code: 0xc1420101,
    meaning: 'the image file is read-only',
    class: 'F',
    remedy: 'Clear the read-only attribute of the image file.',
  },
  { code: 0xc142010b, meaning: 'not mounted', class: 'O' },
  {
    code: 0xc142010c,
    meaning: 'mounted read-only, nothing can be saved',
    class: 'F',
    remedy: 'The image was mounted read-only; see the rights on the image file.',
  },
  { code: 0xc1420111, meaning: 'there is no such mount', class: 'O' },
  {
    code: 0xc1420112,
    meaning: 'the mount is in use',
    class: 'R',
    remedy: heldRemedy,
  },
  {
    code: 0xc1420113,
    meaning: 'the mount folder is in use by another image',
    class: 'F',
    remedy: 'Run `servicing repair`: another image is mounted in this folder.',
  },
  {
    code: 0xc1420114,
    meaning: 'the mount folder is not empty',
    class: 'F',
    remedy: 'Run `servicing repair`: the mount folder is not empty.',
  },
  {
    code: 0xc1420115,
    meaning: 'the mount folder does not exist',
    class: 'F',
    remedy: 'See that the servicing drive is there.',
  },
  {
    code: 0xc1420117,
    meaning: 'the folder could not be unmounted completely; a commit was done',
    class: 'R',
    remedy: heldRemedy,
  },
  {
    code: 0xc1420118,
    meaning: 'the image is being unmounted',
    class: 'R',
    remedy: heldRemedy,
  },
  { code: 0xc142011c, meaning: 'not a mount folder', class: 'O' },
  {
    code: 0xc142011d,
    meaning: 'cannot be committed after a partial unmount',
    class: 'F',
    remedy: 'The commit before it probably succeeded; the mount is discarded, run the schedule again.',
  },
  {
    code: 0xc142011f,
    meaning: 'the volume has no reparse points',
    class: 'F',
    remedy: 'Choose a servicing drive with NTFS (OfflineServicingDrive).',
  },
  {
    code: 0xc1420120,
    meaning: 'the mount is corrupt',
    class: 'A',
    remedy: brokenMountRemedy,
  },
  {
    code: 0xc1420121,
    meaning: 'the mount is corrupt',
    class: 'A',
    remedy: brokenMountRemedy,
  },
  {
    code: 0xc1420122,
    meaning: 'the image file was changed after mounting',
    class: 'A',
    remedy: brokenMountRemedy,
  },
  {
    code: 0xc1420123,
    meaning: 'the mount is corrupt',
    class: 'A',
    remedy: brokenMountRemedy,
  },
  {
    code: 0xc1420124,
    meaning: 'the mount is corrupt',
    class: 'A',
    remedy: brokenMountRemedy,
  },
  {
    code: 0xc1420125,
    meaning: 'a scanner interferes with the mount',
    class: 'R',
    remedy: heldRemedy,
  },
  {
    code: 0xc1420126,
    meaning: 'already mounted',
    class: 'F',
    remedy: 'Discard the mount that another program left of this image.',
  },
  {
    code: 0xc1420127,
    meaning: 'already mounted for read and write access',
    class: 'F',
    remedy: 'Discard the mount that another program left of this image.',
  },
  {
    code: 0xc1420130,
    meaning: 'a split image cannot be mounted',
    class: 'F',
    remedy: 'Export the index of the split image into one file first.',
  },
  {
    code: 0xc1420131,
    meaning: 'a drive root cannot be a mount folder',
    class: 'F',
    remedy: 'Choose a folder, not the root of a drive, to mount in.',
  },
  {
    code: 0xc1420134,
    meaning: 'the mount folder is not on a fixed drive',
    class: 'F',
    remedy: 'Choose a servicing drive that is fixed and local (OfflineServicingDrive).',
  },
  {
    code: 0xc1420135,
    meaning: 'a scanner interferes with the mount',
    class: 'R',
    remedy: heldRemedy,
  },
  {
    code: 0xc142013c,
    meaning: 'a solid image (ESD) cannot be mounted',
    class: 'F',
    remedy: 'Export the index of the ESD file into a WIM file first.',
  },
  {
    code: 0xc1510111,
    meaning: 'no permission to mount and modify this image',
    class: 'F',
    remedy: 'Clear the read-only attribute of the image file, and allow DISM in Controlled Folder Access.',
  },
  {
    code: 0xc1510113,
    meaning: 'the index does not exist',
    class: 'F',
    remedy: 'Inspect the image: it has fewer indexes than when it was registered.',
  },
  {
    code: 0xc1510114,
    meaning: 'the mount needs a remount',
    class: 'F',
    waits: [0],
    remedy: 'Run `servicing repair`.',
  },
  { code: 0xc1510115, meaning: 'the mount is invalid', class: 'F', remedy: 'Run `servicing repair`.' },
  {
    code: 0xc15101fd,
    meaning: 'another DISM is servicing this image',
    class: 'R',
    remedy: 'See which other DISM works on this image, and start the run again when it has ended.',
  },
];
