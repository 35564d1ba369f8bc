import { FormatError, type FormatErrorCode } from '../formats/format-error.ts';
import { code } from './codes.ts';
import { DismFailure } from './failure.ts';

/** What dism.exe would answer to an error of a reader or of the file system. */
export function toFailure(error: unknown): DismFailure {
  if (error instanceof DismFailure) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof FormatError) return new DismFailure(ofFormat[error.code], detail);
  const platform = (error as { code?: unknown } | undefined)?.code;
  return new DismFailure(ofPlatform[String(platform)] ?? UNSPECIFIED, detail);
}

const UNSPECIFIED = 0x80004005;

const ofFormat: Record<FormatErrorCode, number> = {
  'not-recognised': code.badFormat,
  truncated: code.invalidData,
  corrupt: code.invalidData,
  limit: code.invalidData,
  unsupported: code.notSupported,
  encrypted: code.notSupported,
  delta: code.notSupported,
  pipable: code.notSupported,
  solid: code.solidImage,
  split: code.splitImage,
  'not-found': code.fileNotFound,
};

const ofPlatform: Record<string, number> = {
  ENOSPC: code.diskFull,
  EDQUOT: code.diskFull,
  ENOENT: code.fileNotFound,
  ENOTDIR: code.pathNotFound,
  EACCES: code.accessDenied,
  EPERM: code.accessDenied,
  EROFS: code.accessDenied,
  EISDIR: code.accessDenied,
  ENAMETOOLONG: code.nameTooLong,
  EEXIST: code.alreadyExists,
  EINVAL: code.invalidName,
};
