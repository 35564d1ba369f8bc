import { type ErrorId, Problem } from '../../../errors.ts';

const ids: Readonly<Record<string, ErrorId>> = {
  ENOSPC: 'ImgPointFull',
  EDQUOT: 'ImgPointFull',
  EFBIG: 'ImgPointFull',
  EROFS: 'ImgPointUnwritable',
  EACCES: 'ImgPointUnwritable',
  EPERM: 'ImgPointUnwritable',
  EBUSY: 'ImgPointUnwritable',
};

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the volume is full',
  EDQUOT: 'the quota of this account is used up',
  EFBIG: 'its file system does not take files of this size',
  EROFS: 'the volume is read-only',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EBUSY: 'another program uses the file',
  ENOENT: 'a folder of it is gone',
  ENOTDIR: 'a folder of it is gone',
  EIO: 'its device reports an error',
};

/** The problem behind an error of the platform at a distribution point. Any other error stays as it is. */
export function pointProblem(error: unknown, { name, root }: { name: string; root: string }): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error;
  const code = String(error.code);
  return new Problem(ids[code] ?? 'ImgPointUnreachable', {
    detail: `${name} (${root}): ${reasons[code] ?? code}.`,
    cause: error,
  });
}
