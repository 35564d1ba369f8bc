/** A bucket of Amazon S3, or of a service that speaks its protocol. */
import type { PointS3Settings } from '../../../contract/generated/types.ts';
import { pointS3Settings as validate } from '../../../contract/generated/validators.js';
import { baseAddress } from '../base-address.ts';
import type { PointKind } from '../point.ts';
import { S3Point } from './s3.ts';

export const s3Kind: PointKind<PointS3Settings> = {
  type: 's3',
  validate,
  settle(settings) {
    const { url, endpoint, prefix } = settings;
    return {
      ...settings,
      ...(url === undefined ? {} : { url: baseAddress(url) }),
      ...(endpoint === undefined ? {} : { endpoint: baseAddress(endpoint, 'endpoint') }),
      ...(prefix === undefined ? {} : { prefix: prefix.replace(/^\/+|\/+$/g, '') }),
    };
  },
  open: (settings, context) => new S3Point(settings, context),
};
