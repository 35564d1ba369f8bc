import type { Maintenance, MaintenancePart } from '../../contract/generated/types.ts';
import type { Engine } from '../run/engine.ts';

export type Settings = Maintenance;
export type PartName = MaintenancePart['part'];
export type Item = MaintenancePart['items'][number];

/** What a part works with. */
export interface PartContext {
  engine: Engine;
  settings: Settings;
  /** Nothing is changed; the answer says what would be. */
  dryRun: boolean;
}

/** What came of a part that did not fail. */
export interface Done {
  summary: string;
  count: number;
  bytes: number;
  items: Item[];
  kept: Item[];
}

/** One part of a maintenance. Doing it twice does no harm: a maintenance that broke off is begun again. */
export type Part = (context: PartContext) => Promise<Done>;

/** A number of things, in words. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** A size as people read it. */
export function shownBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
  const power = bytes < 1024 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
  return power === 0 ? counted(bytes, 'byte') : `${(bytes / 1024 ** power).toFixed(1)} ${units[power]}`;
}
