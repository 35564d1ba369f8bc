/** Arguments reach a program as they are: blanks, quotes, backslashes before a quote, what shells would take for theirs. */
import { expect, it } from 'vitest';
import { argumentsOf } from '../../src/dism/arguments.ts';
import { nodeProcesses } from '../../src/ports/node-processes.ts';

async function received(sent: string[]): Promise<string[]> {
  let output = '';
  const script = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
  const { finished } = await nodeProcesses.start({
    program: process.execPath,
    arguments: ['-e', script, '--', ...sent],
    onOutput: (bytes) => {
      output += Buffer.from(bytes).toString('utf8');
    },
  });
  await finished;
  return JSON.parse(output);
}

it.each<[what: string, sent: string[]]>([
  ['blanks', ['a b', ' ', '', 'tab\there']],
  ['quotes', ['say "hello"', '"', 'a"b"c', "it's"]],
  ['backslashes', ['C:\\a b\\', 'C:\\ab\\', 'a\\"b', '\\\\server\\share\\', 'x\\\\"']],
  ['what shells expand', ['%PATH%', '$HOME', '$(x)', '`x`', '^&|<>!', '*.wim', '@file', 'ünïcödé \u{1f4be}']],
])('%s', async (_what, sent) => {
  expect(await received(sent)).toEqual(sent);
});

it('of DISM, also for a mount folder with blanks and a backslash at its end', async () => {
  const sent = argumentsOf.unmountImage({ mountDir: 'D:\\our mount\\1\\', commit: true });

  expect(await received(sent)).toEqual(['/Unmount-Image', '/MountDir:D:\\our mount\\1', '/Commit']);
});
