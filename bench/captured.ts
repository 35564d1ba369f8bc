import { createHash } from 'node:crypto';
import { runProgram } from './measure.ts';
import { madeOnce } from './scratch.ts';

/** An image file of `folder`, captured by wimlib with these options. `name` and `suffix` are those of the file. */
export function captured(
  folder: string,
  { name, suffix, options }: { name: string; suffix: string; options: readonly string[] },
): Promise<string> {
  const key = createHash('sha1').update(folder).digest('hex').slice(0, 8);
  return madeOnce(`${name}-${key}.${suffix}`, (path) => {
    runProgram({ program: 'wimlib-imagex', args: ['capture', folder, path, name, ...options] });
  });
}
