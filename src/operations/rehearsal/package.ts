import type { RehearsalPackageRequest, RehearsalPackageResult } from '../../contract/generated/types.ts';
import { rehearsalPackage as validate } from '../../contract/generated/validators/rehearsal.package.js';
import { makeRehearsalPackage } from '../../emulator/make-package.ts';
import type { Operation } from '../operation.ts';
import { makeFile } from './make-file.ts';

export const rehearsalPackage: Operation<RehearsalPackageRequest, RehearsalPackageResult> = {
  name: 'rehearsal.package',
  validate,
  async run({ out, spec }, { ports }) {
    const { compression } = ports;
    return { result: { ...(await makeFile(ports, out, (to) => makeRehearsalPackage(spec, { ...to, compression }))) } };
  },
};
