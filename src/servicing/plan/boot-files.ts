import type { PlanBootFiles, PlanInput } from './input.ts';

/** What becomes of the boot files on the media. */
export interface BootFilesPlan extends Pick<PlanBootFiles, 'folder' | 'bootImage' | 'isAsked'> {
  /** Those of the serviced boot.wim are copied, as Microsoft's order has it. */
  takes: boolean;
  /** Then those of 2023. */
  updates: boolean;
}

/**
 * Null where they stay. The order of Microsoft puts the boot manager of 2011 on media: media that starts from one of 2023, or
 * shall, gets that one behind it.
 */
export function bootFilesPlan({ bootFiles = null }: PlanInput, bootChanges: boolean): BootFilesPlan | null {
  if (bootFiles === null) return null;
  const { folder, bootImage, isAsked, is2023, isDue } = bootFiles;
  const updates = bootChanges ? isAsked || is2023 : isAsked && isDue;
  return bootChanges || updates ? { folder, bootImage, isAsked, takes: bootChanges, updates } : null;
}

/** Why boot managers of 2023 that somebody asks for cannot be put on the media; null where they can, or nobody asks. */
export function bootFilesRefusal({ bootFiles = null }: PlanInput, bootChanges: boolean): string | null {
  return bootFiles === null || bootChanges || !bootFiles.isAsked ? null : bootFiles.refusal;
}
