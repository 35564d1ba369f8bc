import { Problem } from '../../errors.ts';
import type { Work } from './step.ts';

/** Where a source of languages and features lies for DISM: where it is, or what was taken out of a disc. */
export function featureFolder({ plan, folder }: Pick<Work, 'plan' | 'folder'>, number: number): string {
  const source = plan.featureSources.find((each) => each.number === number);
  if (source === undefined) throw new Problem('ImgUnexpected', { detail: `The plan has no source ${number}.` });
  return source.isDisc ? folder.features(number) : source.path;
}
