import { type Problem, problemDocument } from '../../errors.ts';
import { type Fact, oneLine } from '../../notification/fact.ts';
import { eventKinds } from '../../notification/kinds.ts';
import type { DistributionPointTable } from '../tables.ts';
import type { Content } from './point.ts';

/** Told once for a version and a reason: a worker that tries again has nothing new to say. */
export function failureFact(
  { imageId, imageName, sourceVersion }: Pick<Content, 'imageId' | 'imageName' | 'sourceVersion'>,
  { name, name_key }: Pick<DistributionPointTable, 'name' | 'name_key'>,
  { problem, attempts, at }: { problem: Problem; attempts: number; at: string },
): Fact {
  const remedy = problemDocument(problem).remedy;
  return {
    key: `distribution:${imageId}:${name_key}:${sourceVersion}:${problem.id}`,
    ...{ kind: 'DistributionFailed', level: eventKinds.DistributionFailed.level, at },
    image: { id: imageId, name: imageName },
    title: oneLine(`${imageName}: version ${sourceVersion} did not reach ${name}`),
    sentence: oneLine(problem.message),
    details: [
      { label: 'Distribution point', value: oneLine(name) },
      { label: 'Problem', value: problem.id },
      { label: 'Failed attempts', value: String(attempts) },
      { label: 'Remedy', value: oneLine(remedy) },
    ],
  };
}
