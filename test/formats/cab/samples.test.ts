import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCab } from '../../../src/formats/cab/open.ts';
import { nodeCompression } from '../../../src/ports/compression.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { MemoryFile } from '../wim/sample-wim.ts';

const samples = requires.shared('cab-samples');
const packages = requires.shared('msu-samples');
const cabextract = requires.tool('cabextract');

function filesIn(folder: string, ending: string): [string, string][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, join(folder, name)]);
}

const files = [
  ...(anyMissing(samples) ? [] : filesIn(samples.path, '.cab')),
  ...(anyMissing(packages) ? [] : filesIn(packages.path, '.msu')),
].filter(([name]) => name !== 'libmspack-bad_nofolders.cab');

describe.skipIf(anyMissing(samples, packages, cabextract))(
  titled('a real cabinet gives what cabextract gives', samples, packages, cabextract),
  () => {
    it.each(files)('%s', (_, path) => {
      const cab = openCab(new MemoryFile(readFileSync(path)), nodeCompression);
      // cabextract takes a pattern for a name, and changes names that are no safe paths.
      const readable = cab.members.filter(
        ({ name, nameProblem, folder }) =>
          nameProblem === '' && /^[\w.\\-]+$/.test(name) && cab.folders[folder]?.compression !== 'Quantum',
      );
      for (const member of readable) {
        const name = member.name.replaceAll('\\', '/');
        const expected = execFileSync(cabextract.path, ['-q', '-p', '-F', name, path], {
          maxBuffer: 1 << 26,
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        expect(Buffer.compare(cab.readAll(member, 1 << 26), expected), member.name).toBe(0);
      }
      const listed = execFileSync(cabextract.path, ['-q', '-l', path], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect(listed.match(/^ *\d+ \| /gm)).toHaveLength(cab.members.length);
    });
  },
);

describe.skipIf(anyMissing(samples))(titled('real cabinets with something special', samples), () => {
  const open = (name: string) => openCab(new MemoryFile(readFileSync(join(samples.path, name))), nodeCompression);

  it('are refused where they hold nothing', () => {
    expect(() => open('libmspack-bad_nofolders.cab')).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it('have names that lead out of the folder, each marked', () => {
    const problems = open('libmspack-dirwalk-vulns.cab').members.map(({ nameProblem }) => nameProblem);

    expect(problems).toHaveLength(29);
    expect(problems.filter((problem) => problem === '')).toEqual([]);
  });

  it('name Quantum, and give the members of their other folders', () => {
    const cab = open('libmspack-mszip_lzx_qtm.cab');
    const [mszip, lzx, quantum] = cab.members;
    if (mszip === undefined || lzx === undefined || quantum === undefined) throw new Error('the sample has changed');

    expect(Buffer.from(cab.readAll(mszip, 1000)).toString()).toMatch(/MSZIP/);
    expect(Buffer.from(cab.readAll(lzx, 1000)).toString()).toMatch(/LZX/);
    expect(() => cab.readAll(quantum, 1000)).toThrow(/Quantum/);
  });
});
