/** The folder of a bundle, which `bundle.export` of another site filled and whose key this site trusts. */
import { isAbsolute } from 'node:path';
import type { SourceBundleSettings } from '../../contract/generated/types.ts';
import { sourceBundleSettings as validate } from '../../contract/generated/validators/source.bundle.settings.js';
import { Problem } from '../../errors.ts';
import type { SourceKind } from '../source.ts';
import { BundleSource } from './bundle.ts';
import { fingerprintFrom } from './manifest.ts';

export const bundleKind: SourceKind<SourceBundleSettings> = {
  type: 'bundle',
  capabilities: ['incremental', 'supersedence', 'expiry', 'releases', 'files'],
  trust: () => 'trusted',
  validate,
  settle({ path, trust }, { signing }) {
    if (!isAbsolute(path)) {
      throw new Problem('ImgSourceInvalid', { detail: `The path of a bundle source is absolute, not ${path}.` });
    }
    return { path, trust: [...new Set(trust.map((each) => fingerprintFrom(signing, each)))] };
  },
  open: (settings, context) => new BundleSource(settings, context),
};
