/** Installing updates through the built command line, on a system that is no Windows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

let box: Sandbox;
beforeEach(() => {
  box = sandbox();
});
afterEach(() => box.remove());

const elsewhere = requires.notWindows();

describe.skipIf(anyMissing(elsewhere))(titled('update install', elsewhere), () => {
  it.each([
    ['in earnest', []],
    ['as a dry run', ['--dry-run', '--target=Mandatory', '--scan-timeout=60']],
  ])('says %s that it works on Windows alone: exit 5, nothing on stdout', (_how, flags) => {
    const { code, stdout, problem } = box.run('update', 'install', ...flags);
    expect([code, stdout, problem?.id]).toEqual([5, '', 'ImgWindowsRequired']);
  });

  it('takes no number of retries that the step does not have: exit 2', () => {
    const { code, stdout, problem } = box.run('update', 'install', '--retry-count=6');
    expect([code, stdout, problem?.id]).toEqual([2, '', 'ImgArgumentInvalid']);
  });
});
