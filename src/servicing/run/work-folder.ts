import { join, parse, resolve } from 'node:path';
import type { Ports } from '../../ports/index.ts';
import type { Settings } from '../../site/settings.ts';
import type { Site } from '../../site/site.ts';

/** Name of our root on a servicing drive. Only below it are mounts and files ever removed. */
export const servicingRootName = 'ImgUpdate_OfflineImageServicing';
export const mountFolderPrefix = 'mount';
export const scratchFolderName = 'scratch';
/** How the log files of the tool begin, in the log folder of the run. */
export const dismLogPrefix = 'dism-';

/** Where one run works. Paths are short: long ones are a known cause of DISM failures. */
export interface WorkFolder {
  root: string;
  image: string;
  exported: string;
  scratch: string;
  mount(index: number): string;
  /** A recovery image that is serviced apart, the new file that it is exported to, and where it is mounted. */
  recovery(number: number): { image: string; exported: string; mount: string };
  /** What was taken out of a disc with languages and features, by the number of the source. */
  features(source: number): string;
  /** boot.wim of the media: its copy, the new file that it is exported to, and where an index of it is mounted. */
  boot: { image: string; exported: string; mount(index: number): string };
  /** Where a package lies with its checkpoints, and nothing else. */
  packages(stepId: string): string;
  dismLog(stepId: string): string;
}

/** The work folder of a run below `root`, its logs in `logFolder`. Nothing is made. */
export function workFolder(root: string, logFolder: string): WorkFolder {
  return {
    root,
    image: join(root, 'image.wim'),
    exported: join(root, 'exported.wim'),
    scratch: join(root, scratchFolderName),
    features: (source) => join(root, `features${source}`),
    packages: (stepId) => join(root, stepId),
    mount: (index) => join(root, `${mountFolderPrefix}${index}`),
    recovery: (number) => ({
      image: join(root, `winre${number}.wim`),
      exported: join(root, `winre${number}-exported.wim`),
      mount: join(root, `${mountFolderPrefix}-re${number}`),
    }),
    boot: {
      image: join(root, 'boot.wim'),
      exported: join(root, 'boot-exported.wim'),
      mount: (index) => join(root, `${mountFolderPrefix}-boot${index}`),
    },
    dismLog: (stepId) => join(logFolder, `${dismLogPrefix}${stepId}.log`),
  };
}

/**
 * The servicing root for a run. A servicing drive that does not exist means Automatic: on Windows the drive with most
 * free space, elsewhere the site's own folder. The name of the run is cut short; it stays unique by its random end.
 */
export function servicingRoot(ports: Ports, site: Site, settings: Settings, runId: string): string {
  const drive = configuredDrive(ports, settings.servicingDrive) ?? automaticDrive(ports, site);
  return join(drive, servicingRootName, runId.slice(-12));
}

function configuredDrive(ports: Ports, setting: string): string | undefined {
  if (setting === 'Automatic' || setting === '') return undefined;
  const path = process.platform === 'win32' && /^[a-z]:?\\?$/i.test(setting) ? `${setting[0]}:\\` : resolve(setting);
  return ports.files.facts(path)?.kind === 'folder' ? path : undefined;
}

function automaticDrive(ports: Ports, site: Site): string {
  if (process.platform !== 'win32') return site.folder;
  const system = parse(site.folder).root;
  const drives = [...'CDEFGHIJKLMNOPQRSTUVWXYZ']
    .map((letter) => `${letter}:\\`)
    .filter((drive) => ports.files.facts(drive));
  const free = (drive: string): number => ports.files.freeSpace(drive);
  return drives.sort((a, b) => free(b) - free(a))[0] ?? system;
}
