import type { UpdateFilter } from '../updates/filter.ts';
import type { Policy } from './policy.ts';

/** What is asked of lines: which updates compete, under which policy, at which time. */
export interface LineRequest extends UpdateFilter, Partial<Policy> {
  explain?: boolean;
  /** Explains the newest of each line alone, about so many, and counts the others; left out: every one. */
  explainNewest?: number;
  /** EditionID of the image that asks: of its release it may be supported longer than others. */
  edition?: string | null;
  /** RFC 3339: the present, for deferrals, ends of holds and warnings. */
  now?: string;
}
