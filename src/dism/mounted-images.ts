import { digitsOf, fieldBlocks } from './fields.ts';

export type MountStatus = 'Ok' | 'Needs Remount' | 'Invalid' | 'Unknown';

/** One entry of /Get-MountedImageInfo: the machine's table of mounts, other people's included. */
export interface MountedImage {
  mountDir: string;
  imageFile: string;
  imageIndex: number | null;
  readWrite: boolean;
  status: MountStatus;
}

/** Reads the output of /Get-MountedImageInfo. A status that is not known is 'Unknown', never taken for Ok. */
export function parseMountedImages(lines: readonly string[]): MountedImage[] {
  return fieldBlocks(lines, 'Mount Dir').map((block) => ({
    mountDir: block.get('Mount Dir') ?? '',
    imageFile: block.get('Image File') ?? '',
    imageIndex: digitsOf(block.get('Image Index')),
    readWrite: block.get('Mounted Read/Write') === 'Yes',
    status: statuses.find((status) => status === block.get('Status')) ?? 'Unknown',
  }));
}

const statuses: readonly MountStatus[] = ['Ok', 'Needs Remount', 'Invalid'];
