import type { UpdateClassifyRequest, UpdateClassifyResult } from '../../contract/generated/types.ts';
import { updateClassify as validate } from '../../contract/generated/validators/update.classify.js';
import { classify } from '../../updates/classify.ts';
import type { Operation } from '../operation.ts';

export const updateClassify: Operation<UpdateClassifyRequest, UpdateClassifyResult> = {
  name: 'update.classify',
  validate,
  async run({ titles, products = [] }) {
    const results = titles.map((title) => {
      const facts = classify({ title, products });
      const { kind, releases, architecture, articleId, revision, month, preview, dynamic, dotNetVersions } = facts;
      const [first] = facts.targets;
      return {
        title,
        kind,
        family: first?.family ?? null,
        release: first?.release ?? null,
        ...{ releases, architecture, articleId, revision, month, preview, dynamic, dotNetVersions },
        notUnderstood: facts.notUnderstood,
      };
    });
    return { result: { results } };
  },
};
