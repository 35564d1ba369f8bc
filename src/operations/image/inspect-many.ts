import { basename, join } from 'node:path';
import type { ImageInspectResult } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import { type NotedInspection, type NotingParts, withArticles } from '../../images/library/inspect-noting.ts';
import { firstParts } from '../../images/library/split-set.ts';
import { onThreads, type TaskAnswer } from '../../images/library/tasks.ts';
import type { Answer, Context } from '../operation.ts';
import { catalogDatabase } from './catalog-database.ts';

/** Throws Problem where the platform does not take the path. */
export function isFolder({ ports }: Context, path: string): boolean {
  try {
    return ports.files.facts(path)?.kind === 'folder';
  } catch (error) {
    throw fileProblem(error, { path, doing: 'read' });
  }
}

/**
 * The image files directly in a folder, in the order of their names, a split set by its first part; a folder is none,
 * whatever its name. A file stands for itself.
 */
export function imageFilesIn(context: Context, path: string): string[] {
  if (!isFolder(context, path)) return [path];
  const { files } = context.ports;
  const found = files
    .names(path)
    .filter((name) => /\.(?:wim|esd|swm|ppkg|iso)$/i.test(name))
    .map((name) => join(path, name))
    .filter((file) => !isFolder(context, file));
  if (found.length > 0) return firstParts(files, found);
  throw new Problem('ImgFileNotFound', {
    detail: `There is no image file (.wim, .esd, .swm, .ppkg, .iso) in ${path}.`,
  });
}

type Inspected = NonNullable<ImageInspectResult['images']>[number];

/** Inspects files in threads. One that cannot be read has its problem in its place, and the others go on. */
export async function inspectMany(
  context: Context,
  files: readonly string[],
  parts: NotingParts,
): Promise<Answer<ImageInspectResult>> {
  const { ports, installation, signal, emit } = context;
  const answers: TaskAnswer['inspect'][] = [];
  const requests = files.map((path) => ({ task: 'inspect' as const, request: { path, ...parts } }));
  let done = 0;
  await onThreads({ ports, program: installation.engine[1], signal }, requests, (answer, place) => {
    answers[place] = answer;
    done += 1;
    const message = `Inspected ${basename(files[place] ?? '')}`;
    const progress = { done, total: files.length, unit: 'files' };
    emit({ level: 'info', type: 'image.progress', message, progress });
  });
  const database = parts.packages === true ? await catalogDatabase(context) : null;
  const images: Inspected[] = [];
  for (const [place, path] of files.entries()) {
    const answer = answers[place];
    if (answer === undefined) continue;
    images.push(
      'problem' in answer
        ? { path, inspection: null, problem: answer.problem as Inspected['problem'] }
        : await shown(path, answer.inspection),
    );
  }
  return { result: { images }, partial: images.some(({ problem }) => problem !== null) };

  async function shown(path: string, noted: NotedInspection): Promise<Inspected> {
    return { path, inspection: await withArticles(noted, database), problem: null };
  }
}
