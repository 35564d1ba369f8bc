import type { ImageCompareRequest, ImageCompareResult } from '../../contract/generated/types.ts';
import { imageCompare as validate } from '../../contract/generated/validators.js';
import { compareIndexes, compareUpdates, type ImageDifference, pairIndexes } from '../../images/compare.ts';
import { compareFiles, type FileDifference, sumOfFiles } from '../../images/compare-files.ts';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import { imageProblem, type OpenImage } from '../../images/library/open-image.ts';
import type { ImageInspection } from '../../images/types.ts';
import type { Database } from '../../site/database.ts';
import type { Context, Operation } from '../operation.ts';
import { openSide, type Side } from './compared-side.ts';
import { storedBytes } from './stored-bytes.ts';

export const imageCompare: Operation<ImageCompareRequest, ImageCompareResult> = {
  name: 'image.compare',
  positional: 'reference',
  validate,
  async run(request, context) {
    const { reference, difference = reference } = request;
    const first = await openSide(context, { name: reference, version: request.referenceVersion });
    try {
      const second = await openSide(context, { name: difference, version: request.differenceVersion });
      try {
        return await compared(context, request, { reference: first, difference: second });
      } finally {
        second.image.close();
      }
    } finally {
      first.image.close();
    }
  },
};

interface Sides {
  reference: Side;
  difference: Side;
}

async function compared(context: Context, request: ImageCompareRequest, { reference, difference }: Sides) {
  const { includeEqual = false, under, limit = 10_000 } = request;
  // Two files need no site; where there is one, its catalog knows the KBs of cumulative updates.
  const isOfSite = [reference, difference].some(({ document }) => document.image !== null);
  const database = isOfSite ? (await context.site()).database : null;
  const inspect = inspector(context, { winre: request.winre === true, database });
  const before = await inspect(reference.image, request.referenceIndex);
  const after = await inspect(difference.image, request.differenceIndex);
  const pairs = pairIndexes(before.indexes, after.indexes);
  const lines = pairs.flatMap((pair) => compareIndexes(pair, { includeEqual }));
  const files = pairs.flatMap((pair): (ImageDifference & FileDifference)[] => {
    if (under === undefined || pair.reference === null || pair.difference === null) return [];
    context.signal.throwIfAborted();
    const numbers = { referenceIndex: pair.reference.index, differenceIndex: pair.difference.index };
    const sides = {
      reference: { wim: reference.image.wim, index: numbers.referenceIndex },
      difference: { wim: difference.image.wim, index: numbers.differenceIndex },
    };
    return compareFiles(sides, { under, includeEqual }).map((line) => ({ ...numbers, area: 'file' as const, ...line }));
  });
  return {
    result: {
      reference: reference.document,
      difference: difference.document,
      equal: [...lines, ...files].every(({ change }) => change === 'equal'),
      differences: [...lines, ...files.slice(0, limit)],
      truncated: Math.max(0, files.length - limit),
      updates: compareUpdates(before.indexes, after.indexes),
      files: under === undefined ? null : sumOfFiles(files),
      bytes: await storedBytes(reference.image, difference.image),
      warnings: [...warningsOf(reference, before), ...warningsOf(difference, after)],
    },
  };
}

function inspector(context: Context, { winre, database }: { winre: boolean; database: Database | null }) {
  const parts = { features: true, winre: winre ? { newDigest: context.ports.newDigest } : undefined, database };
  return async (image: OpenImage, index: number | undefined): Promise<ImageInspection> => {
    try {
      return await inspectWithArticles(image, { ...parts, index });
    } catch (error) {
      throw imageProblem(error, image.path);
    }
  };
}

function warningsOf({ document }: Side, { warnings }: ImageInspection): string[] {
  return warnings.map((warning) => `${document.path}: ${warning}`);
}
