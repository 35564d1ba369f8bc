import { type ErrorId, Problem } from '../../errors.ts';

/**
 * The problem behind an error of the platform; `path` is what was read, written or removed. Any other error stays as
 * it is.
 */
export function fileProblem(error: unknown, { path, doing }: { path: string; doing: Doing }): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  const id = common[code] ?? (doing === 'read' ? 'ImgFileUnreadable' : (whenChanging[code] ?? 'ImgFileUnwritable'));
  const detail = `${path} cannot be ${participle[doing]}: ${reasons[code] ?? code}.`;
  return new Problem(id, { detail, cause: error });
}

type Doing = 'read' | 'write' | 'remove';

const participle = { read: 'read', write: 'written', remove: 'removed' } as const;

const common: Record<string, ErrorId> = {
  ENOENT: 'ImgFileNotFound',
  ENOTDIR: 'ImgFileNotFound',
  ENAMETOOLONG: 'ImgPathInvalid',
  EINVAL: 'ImgPathInvalid',
  ELOOP: 'ImgPathInvalid',
  ENOSPC: 'ImgInsufficientSpace',
  EDQUOT: 'ImgInsufficientSpace',
};

const whenChanging: Record<string, ErrorId> = { EBUSY: 'ImgImageBusy', EEXIST: 'ImgFileExists' };

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENAMETOOLONG: 'the path or a name in it is too long',
  EINVAL: 'the system does not take this path',
  ELOOP: 'its links lead in a circle',
  ENOSPC: 'the volume is full',
  EDQUOT: 'the quota of this user is used up',
  EBUSY: 'another program uses it',
  EEXIST: 'it is there already',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'the volume is read-only',
  EMFILE: 'too many files are open',
  EIO: 'the device reports an error',
};

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
