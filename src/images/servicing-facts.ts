/**
 * What the SOFTWARE hive says about servicing beside the packages: when superseded updates were last removed for good,
 * and whether something waits for the next start.
 */
import { FormatError } from '../formats/format-error.ts';
import type { Hive, HiveKey } from '../formats/regf/read.ts';

export interface ServicingFacts {
  /** RFC 3339; null when it never ran. */
  lastResetBase: string | null;
  /** Keys that say that work is left. */
  pending: string[];
}

const servicingKey = 'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing';

/** Throws `FormatError` when that part of the hive is damaged. */
export function readServicingFacts(hive: Hive): ServicingFacts {
  const servicing = hive.key(servicingKey);
  return {
    lastResetBase: resetBaseTime(servicing),
    pending: pendingKeys(servicing),
  };
}

/** The words of servicing: "2024/4/1:07:29:00.123". */
function resetBaseTime(servicing: HiveKey | undefined): string | null {
  const text = quietly(() => servicing?.value('LastResetBase_UTC')?.text()) ?? '';
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})\/(\d{1,2})\/(\d{1,2}):(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?$/.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const two = (part = ''): string => part.padStart(2, '0');
  const written = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
  return Number.isNaN(Date.parse(written)) ? null : written;
}

/** `SessionsPending` is there in every Windows: work is left only where it has sessions, or one that excludes others. */
function pendingKeys(servicing: HiveKey | undefined): string[] {
  const sessions = servicing?.subkey('SessionsPending');
  const exclusive = quietly(() => sessions?.value('Exclusive')?.number()) ?? 0;
  return [
    ...(servicing?.subkey('RebootPending') === undefined ? [] : ['RebootPending']),
    ...(exclusive > 0 || hasSubkey(sessions) ? ['SessionsPending'] : []),
    ...(hasSubkey(servicing?.subkey('PackagesPending')) ? ['PackagesPending'] : []),
  ];
}

function hasSubkey(key: HiveKey | undefined): boolean {
  return key?.subkeys().next().done === false;
}

/** A value of another type than expected says nothing. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}
