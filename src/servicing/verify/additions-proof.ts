import { languagesBehind, languagesIn } from '../../images/behind.ts';
import type { HasCapability } from '../../images/capabilities.ts';
import type { ImageIndex } from '../../images/types.ts';
import { stageOf } from '../plan/stage.ts';
import type { InstalledUpdate } from '../steps/installed-update.ts';
import type { Addition } from '../steps/step.ts';

/** Offline a feature is enabled by the first start. */
const enabledStates = new Set(['Enabled', 'Enable Pending']);

/** What went in, as the tool said. */
export interface WentIn {
  additions: ReadonlyMap<number, readonly Addition[]>;
  installed: ReadonlyMap<number, readonly InstalledUpdate[]>;
}

/**
 * For each index what of its languages and features was not read back: a language proves itself by its pack, a capability
 * by the package that declares it, a feature by its state. Behind a cumulative update no language is left as it was released.
 */
export function missingAdditions(
  { outcome }: { outcome: WentIn },
  after: readonly ImageIndex[],
  has: ReadonlyMap<number, HasCapability>,
): Map<number, string[]> {
  return new Map(
    after.map((found) => {
      const added = outcome.additions.get(found.index) ?? [];
      const lacking = added.filter((each) => !isThere(each, found, has.get(found.index)));
      const isFollowed = (outcome.installed.get(found.index) ?? []).some(({ kind }) => stageOf(kind) === 'cumulative');
      return [
        found.index,
        [
          ...lacking.map(
            ({ kind, name }) => `The ${kind} ${name} is not ${kind === 'feature' ? 'enabled' : 'installed'}.`,
          ),
          ...(isFollowed ? languagesBehind(found.packages ?? []) : []).map(
            (identity) => `${identity} is as it was released: the cumulative update did not reach it.`,
          ),
        ],
      ];
    }),
  );
}

function isThere(
  { kind, name }: Addition,
  { packages = [], features = [] }: ImageIndex,
  has: HasCapability | undefined,
): boolean {
  if (kind === 'feature') {
    return features.some((each) => each.name === name && enabledStates.has(each.state));
  }
  if (kind === 'capability') return has?.(name) === true;
  return languagesIn(packages).some((language) => language.toLowerCase() === name.toLowerCase());
}
