import { type Architecture, isPreviewKind, regularKind, type UpdateKind } from './kinds.ts';
import { normaliseRelease } from './release-name.ts';

/** Members of `update.list` that narrow the list. Text compares without regard to case. */
export interface UpdateFilter {
  /** Wildcards `*` and `?` on the whole title. */
  name?: string;
  /** One or any of several, with wildcards `*` and `?`; "KB" before the digits is taken off. */
  articleId?: string | string[];
  uniqueId?: string | string[];
  /** Ids as they are stored: these alone, or all but these. */
  among?: readonly string[];
  except?: readonly string[];
  /** Name or GUID; any of several. */
  product?: string | string[];
  family?: string | string[];
  release?: string | string[];
  architecture?: Architecture | Architecture[];
  kind?: UpdateKind | UpdateKind[];
  classification?: string | string[];
  /** Name or GUID of a product, family or classification; any of several. */
  category?: string | string[];
  /** Wildcards on the whole title, any of several; one that begins with a minus excludes what it matches. */
  title?: string[];
  /** Any of several; "None" is what has no severity. */
  severity?: string | string[];
  /** Languages such as de-de; updates that name none fit every one. */
  language?: string[];
  /** Version of .NET Framework: updates that name others only are left out. */
  dotNet?: string;
  /** Bytes of all files together. Where a size is not known, nobody can say that it fits. */
  minimumSize?: number;
  maximumSize?: number;
  /** Only with stored content, or only without. */
  provisioned?: boolean;
  /** RFC 3339. */
  postedAfter?: string;
  postedBefore?: string;
  superseded?: boolean;
  expired?: boolean;
  /** True: only hidden and declined ones. Left out or false: only the others. */
  hidden?: boolean;
  /** RFC 3339: the catalog as of that time. */
  asOf?: string;
}

/** One or several values as a list. */
export function listOf<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : ([value].flat() as T[]);
}

/** Releases in their usual spelling. */
export function releaseNames(release: string | string[] | undefined): string[] {
  return listOf(release).map((name) => normaliseRelease(name) ?? name);
}

/** Whether the question is about previews alone. */
export function asksForPreviews(filter: UpdateFilter): boolean {
  const kinds = listOf(filter.kind);
  return kinds.length > 0 && kinds.every(isPreviewKind);
}

/** What a question asks of the line of `kind`: the kind itself, or its preview where only that is named; else null. */
export function askedOf(filter: UpdateFilter, kind: UpdateKind): UpdateKind | null {
  const asked = listOf(filter.kind).filter((each) => regularKind(each) === kind);
  return asked.includes(kind) ? kind : (asked[0] ?? null);
}
