import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compDbFacts } from '../../src/packages/comp-db.ts';
import { decodeText, parseAnswerFile, propertiesFacts } from '../../src/packages/package-text.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

it.each([
  ['UTF-8', utf8('\ufeffä')],
  ['UTF-16 LE', Uint8Array.of(0xff, 0xfe, 0xe4, 0)],
  ['UTF-16 BE', Uint8Array.of(0xfe, 0xff, 0, 0xe4)],
  ['ANSI', Uint8Array.of(0xe4)],
])('decodes %s', (_encoding, bytes) => {
  expect(decodeText(bytes)).toBe('ä');
});

describe('pkgProperties.txt', () => {
  it('gives number, architecture, language and type', () => {
    const text =
      'KB Article Number="5094126"\r\nProcessor Architecture="amd64"\nLanguage="de-DE"\nPackage Type="Update"\nnonsense';

    expect(propertiesFacts(utf8(text), 'p')).toEqual({
      from: 'p',
      articleId: '5094126',
      architecture: 'x64',
      language: 'de-DE',
      releaseType: 'Update',
    });
  });

  it('gives the day, the systems and the page', () => {
    const text =
      'ApplicabilityInfo="Windows 7.0 Client SP1; Windows 7.0 Server SP1;"\nBuild Date="2015/07/21"\nSupport Link="http://support.microsoft.com?kbid=2999226"';

    expect(propertiesFacts(utf8(text), 'p')).toMatchObject({
      created: '2015-07-21',
      appliesTo: ['Windows 7.0 Client SP1', 'Windows 7.0 Server SP1'],
      supportUrl: 'http://support.microsoft.com?kbid=2999226',
    });
  });

  it.each(['', 'KB Article Number="none"\nLanguage="ALL"\nBuild Date="0000/99/99"\nApplicabilityInfo=";;"'])(
    'says nothing with %j',
    (text) => {
      const { from, ...facts } = propertiesFacts(utf8(text), 'p');
      expect(Object.values(facts).every((value) => value === undefined)).toBe(true);
    },
  );
});

describe('the answer file', () => {
  it('is no other document', () => {
    expect(parseAnswerFile(utf8('<other/>'), 'a')).toBeUndefined();
    expect(() => parseAnswerFile(utf8('no xml'), 'a')).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it('names nothing when it is empty', () => {
    expect(parseAnswerFile(utf8('<unattend/>'), 'a')).toMatchObject({ cabinet: '', facts: { identity: undefined } });
  });
});

describe('CompDB', () => {
  it.each(['<CompDB Type="Build"/>', '<CompDB Type="BuildUpdate"/>', '<other/>'])('%s is about no update', (text) => {
    expect(compDbFacts(utf8(text), 'x.xml')).toBeUndefined();
  });

  const lcu = requires.shared('update-metadata/lcu-compdb-kb5094126.xml');
  const ssu = requires.shared('update-metadata/ssu-compdb-kb5094135.xml');

  it.skipIf(anyMissing(lcu))(titled('reads that of a real cumulative update', lcu), () => {
    expect(compDbFacts(readFileSync(lcu.path), 'LCUCompDB_KB5094126.xml')).toMatchObject({
      kind: 'CumulativeUpdate',
      articleId: '5094126',
      identity: { name: 'Package_for_RollupFix', version: '26100.8655.1.20', architecture: 'amd64' },
      revision: '26100.8655',
      architecture: 'x64',
      baseline: '26100.1742',
    });
  });

  it.skipIf(anyMissing(ssu))(titled('reads that of a real servicing stack', ssu), () => {
    expect(compDbFacts(readFileSync(ssu.path), 'SSUCompDB_KB5094135.xml')).toMatchObject({
      kind: 'ServicingStackUpdate',
      articleId: '5094135',
      identity: { name: 'Package_for_ServicingStack_8648', version: '26100.8648.1.3' },
      revision: '26100.8648',
      baseline: undefined,
    });
  });
});
