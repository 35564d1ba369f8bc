import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { corpus } from './corpus.ts';
import { fuzz } from './fuzz.ts';
import { explore, formats } from './targets.ts';

const folder = fileURLToPath(new URL('./regressions', import.meta.url));
const kept = readdirSync(folder).filter((name) => name.endsWith('.bin'));

describe.each(formats)('%s', (format) => {
  it('is read without an error where the file is good', async () => {
    for (const input of corpus[format]()) expect(await explore(format, input)).toMatch(/^parts [1-9]/);
  });

  const inputs = kept.filter((name) => name.startsWith(`${format}-`));
  it.each(inputs)('answers or refuses what it once failed on: %s', { timeout: 5000 }, async (name) => {
    await explore(format, readFileSync(`${folder}/${name}`));
  });

  it('answers or refuses 300 changed files (seed 7)', async () => {
    const { finding, runs, outcomes } = await fuzz({ format, runs: 300, seed: 7 });

    expect(finding).toBeUndefined();
    expect(runs).toBe(300);
    expect(outcomes).toBeGreaterThan(5);
  });
});
