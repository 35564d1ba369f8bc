import type { SourceTestRequest, SourceTestResult } from '../../contract/generated/types.ts';
import { sourceTest as validate } from '../../contract/generated/validators/source.test.js';
import { sourceRow } from '../../sources/store/sources.ts';
import { openSource } from '../../sources/sync/open.ts';
import type { Operation } from '../operation.ts';

export const sourceTest: Operation<SourceTestRequest, SourceTestResult> = {
  name: 'source.test',
  validate,
  async run({ name }, { site, ports, signal }) {
    const opened = await site();
    const row = await sourceRow(opened.database, name, 'tested');
    const source = await openSource({ ports, site: opened, signal }, row, { requests: 0, bytes: 0 });
    const checks = await source.test();
    const ok = checks.every((check) => check.ok);
    return { result: { ok, checks: checks.map((check) => ({ ...check })) }, partial: !ok };
  },
};
