import { listContents } from '../../content/list.ts';
import type { ContentListRequest, ContentListResult } from '../../contract/generated/types.ts';
import { contentList as validate } from '../../contract/generated/validators/content.list.js';
import type { Operation } from '../operation.ts';

export const contentList: Operation<ContentListRequest, ContentListResult> = {
  name: 'content.list',
  validate,
  async run({ uniqueId, limit = 500, after }, { ports, site }) {
    return { result: await listContents({ ports, site: await site() }, { uniqueId, limit, after }) };
  },
};
