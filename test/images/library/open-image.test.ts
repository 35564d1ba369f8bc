import { expect, it } from 'vitest';
import { FormatError, type FormatErrorCode } from '../../../src/formats/format-error.ts';
import { imageProblem, openImageFile } from '../../../src/images/library/open-image.ts';
import { realPorts } from '../../../src/ports/index.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

it.each<[FormatErrorCode, string]>([
  ['not-recognised', 'ImgNotAWim'],
  ['truncated', 'ImgImageTruncated'],
  ['corrupt', 'ImgImageCorrupt'],
  ['solid', 'ImgImageSolid'],
  ['split', 'ImgImageSplit'],
  ['encrypted', 'ImgImageEncrypted'],
  ['delta', 'ImgImageUnsupported'],
  ['pipable', 'ImgImageUnsupported'],
  ['unsupported', 'ImgImageUnsupported'],
  ['limit', 'ImgImageUnsupported'],
  ['not-found', 'ImgIndexNotFound'],
])('bytes that are %s are the problem %s, which names file and part', (code, id) => {
  const problem = imageProblem(new FormatError(code, 'the lookup table is wrong'), '/images/a.wim');

  expect(problem).toMatchObject({ id, message: '/images/a.wim: the lookup table is wrong.' });
});

it.each([
  ['ENOENT', 'ImgFileNotFound'],
  ['ENOTDIR', 'ImgFileNotFound'],
  ['EACCES', 'ImgFileUnreadable'],
  ['EPERM', 'ImgFileUnreadable'],
  ['EBUSY', 'ImgFileUnreadable'],
  ['EIO', 'ImgFileUnreadable'],
  ['ENAMETOOLONG', 'ImgPathInvalid'],
  ['EWHATEVER', 'ImgFileUnreadable'],
])('the system error %s is the problem %s', (code, id) => {
  const error = Object.assign(new Error(code), { code, syscall: 'open' });

  expect(imageProblem(error, '/images/a.wim')).toMatchObject({
    id,
    message: expect.stringMatching(/^\/images\/a\.wim cannot be read: /),
  });
});

it('leaves any other error as it is', () => {
  const error = new RangeError('a defect');

  expect(imageProblem(error, '/images/a.wim')).toBe(error);
});

const devices = requires.posix('devices below /dev');
it.skipIf(anyMissing(devices))(titled('does not wait for a device', devices), () => {
  expect(() => openImageFile(realPorts({}), '/dev/zero')).toThrow(expect.objectContaining({ id: 'ImgNotAWim' }));
});
