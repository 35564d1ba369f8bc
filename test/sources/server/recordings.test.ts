/** Recorded exchanges, answered byte for byte by our own server, and recorded documents: what is read out of them. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/formats/format-error.ts';
import { nodeCompression } from '../../../src/ports/compression.ts';
import { configAnswer, ServerFault, updateDataAnswer } from '../../../src/sources/server/answers.ts';
import { readPlainBlob } from '../../../src/sources/server/blob.ts';
import { DocumentReader } from '../../../src/sources/server/document.ts';
import { categoryOf } from '../../../src/sources/server/read-category.ts';
import {
  isMicrosoftUpdate,
  microsoftRoot2011,
  microsoftRoot2011Fingerprint,
} from '../../../src/sources/server/root-certificate.ts';
import { Session } from '../../../src/sources/server/session.ts';
import { partOf, toUpdate } from '../../../src/sources/server/to-update.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { GeneratedCatalog } from '../../helpers/upstream/catalog.ts';
import { recordedExchanges } from '../../helpers/upstream/recorded.ts';
import { startUpstream } from '../../helpers/upstream/server.ts';
import { contextOf, newStore, synchronise } from './synchronise.ts';

const data = requires.shared('wsus-metadata');
const exchanges = join(data.path, 'server-sync', 'exchanges');
const documents = join(data.path, 'server-sync', 'documents');
const fragments = join(data.path, 'client-sync-fragments');

const open: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function readDocument(text: string) {
  const reader = new DocumentReader();
  for (let at = 0; at < text.length; at += 999) reader.write(text.slice(at, at + 999));
  return reader.finish();
}

function recordedDocument(name: string) {
  return readDocument(readFileSync(join(documents, name), 'utf8'));
}

async function recordedSession() {
  const upstream = await startUpstream({
    catalog: new GeneratedCatalog({ seed: 1, updates: 0 }),
    recorded: recordedExchanges(exchanges),
  });
  const store = newStore();
  open.push(
    () => upstream.close(),
    () => store.remove(),
  );
  const settings = {
    url: upstream.url,
    accountName: 'a',
    accountGuid: '00000000-0000-0000-0000-000000000000',
    parallel: 4,
  };
  return { upstream, store, session: new Session(settings, contextOf(store, {}).context) };
}

const defender = '8c3fcc84-7410-4a95-8b89-a166a0190486';
const definitions = 'e0789628-ce08-4437-be74-2495b842f43b';
const compressed = { id: '266f6222-c89d-43f2-9f8a-69340271e677', revision: 200 };
const plain = { id: 'ccb78947-6453-4ecc-9de8-bc0305c98f2d', revision: 200 };

describe.skipIf(anyMissing(data))(titled('recorded exchanges', data), () => {
  it("give Microsoft's own limits and languages", () => {
    const reader = configAnswer();
    reader.write(readFileSync(join(exchanges, '05-GetConfigData.microsoft-upstream.response.xml'), 'utf8'));
    const config = reader.finish();

    expect(config).toMatchObject({ catalogOnly: true, mostUpdates: 100, protocolVersion: '1.21' });
    expect(config.languages).toHaveLength(39);
    expect(config.languages).toContainEqual({ tag: 'ja', name: 'Japanese' });
  });

  it('give a list of 30 revisions and its anchor', async () => {
    const { session, upstream } = await recordedSession();
    const { anchor, revisions } = await session.revisions({
      ...{ anchor: null, config: false, products: [defender], classifications: [definitions] },
    });

    expect(anchor).toBe('9438,2026-10-04 16:33:26.750');
    expect(revisions.size).toBe(30);
    expect(revisions.get('8c55755c-2b9d-48cc-be8b-aedbf20911ec')).toBe(201);
    expect(upstream.offences).toEqual([]);
  });

  it('say which parameter is wrong', async () => {
    const { session } = await recordedSession();
    const asked = session.revisions({
      ...{ anchor: 'not an anchor', config: false, products: [defender], classifications: [definitions] },
    });

    await expect(asked).rejects.toMatchObject({ code: 'InvalidParameters', message: 'InvalidParameters (filter)' });
  });

  it('give a compressed document that is the same as the one beside it', async () => {
    const { session } = await recordedSession();
    const { documents: read, unreadable, urls } = await session.updateData([compressed]);

    expect(unreadable).toEqual([]);
    expect(read).toEqual([recordedDocument(`${compressed.id}-r200.xml`)]);
    expect([...urls]).toEqual([
      [
        '87f5bd0469585006aa5d3a77d1c662fd2895ddcd',
        {
          microsoft:
            'http://download.windowsupdate.com/c/msdownload/update/software/defu/2026/10/am_delta_87f5bd0469585006aa5d3a77d1c662fd2895ddcd.exe',
          server: '',
        },
      ],
    ]);
  });

  it('give a plain document that is the same as the one beside it', async () => {
    const { session } = await recordedSession();
    const { documents: read } = await session.updateData([plain]);

    // The exchange has it with a property element more than the document.
    expect(read).toEqual([recordedDocument(`${plain.id}-r200.xml`)]);
  });

  it('fail whole requests for an id that is not there', async () => {
    const { session } = await recordedSession();

    await expect(session.updateData([plain, { ...plain, revision: 9 }])).rejects.toEqual(
      new ServerFault('InternalServerError', ''),
    );
  });

  it('carry a whole sync: what cannot be had is told one by one', async () => {
    const { upstream, store } = await recordedSession();
    await synchronise(store, { url: upstream.url, subscription: [defender, definitions] });

    expect(store.failed.size).toBe(30);
    expect(store.updates.size).toBe(0);
    expect(upstream.offences).toEqual([]);
  });
});

describe.skipIf(anyMissing(data))(titled('recorded documents', data), () => {
  it.each([
    ['56309036-4c77-4dd9-951a-99ee9c246a94-r101.xml', 'company', 'Microsoft', null],
    ['6964aab4-c5b5-43bd-a17d-ffb4346a8e1d-r100.xml', 'family', 'Windows', '56309036-4c77-4dd9-951a-99ee9c246a94'],
  ])('%s is a category', (file, kind, name, parent) => {
    const document = recordedDocument(file);

    expect(document.type).toBe('Category');
    expect(categoryOf(document)).toEqual({ id: file.slice(0, 36), kind, name, parent });
  });

  it('a hidden bundle has its leaves, and is no update of its own', () => {
    const document = recordedDocument('1f9bd9bb-7390-4aa3-bbdb-ded99fac2583-r200.xml');

    expect(document).toMatchObject({ type: 'Software', deployable: false, expired: false, files: [] });
    expect(document.otherClauses).toEqual([definitions, defender]);
    expect(document.bundled).toHaveLength(24);
    expect(document.bundled[0]).toEqual({ id: 'f0f101fb-5f20-46fb-949f-3da68bd6f77d', revision: 200 });
  });

  it('a leaf has its files with both digests', () => {
    const document = recordedDocument(`${compressed.id}-r200.xml`);

    expect(document).toMatchObject({ handler: 'CommandLineInstallation', deployable: false, bundled: [] });
    expect(document.titles.get('en')).toMatch(/^Full Deltas 1\.459\.547\.0/);
    expect(document.files).toEqual([
      {
        name: 'AM_Delta.exe',
        size: 11_606_440,
        modified: '2026-10-04T09:39:26Z',
        sha1: '87f5bd0469585006aa5d3a77d1c662fd2895ddcd',
        sha256: '026b74ab29b2e4ab113a2c085e6e1020857be49bb8afe0a5dbc3e0f206 8b5d40'.replace(' ', ''),
      },
    ]);
  });

  it.each([
    [
      'cbs-rollupfix-267dd2b4-r200',
      'core-reduced',
      'Package_for_RollupFix~31bf3856ad364e35~arm64~~22000.1936.1.9',
      'Windows10.0-KB5026368-arm64.cab',
      479_510_336,
    ],
    [
      'cbs-dotnet-f1ff1e3d-r200',
      'core-reduced',
      'Package_for_DotNetRollup_481~31bf3856ad364e35~amd64~~10.0.9082.7',
      'Windows11.0-KB5017029-x64-NDP481.cab',
      40_121_630,
    ],
  ])('%s, a leaf of Windows, names its package', (name, core, packageIdentity, file, size) => {
    const document = fragment(name, core);
    const part = partOf(document, new Map());

    expect(part).toMatchObject({ packageIdentity, handler: 'Cbs', rebootBehavior: 'CanRequestReboot' });
    expect(part.files).toHaveLength(1);
    expect(part.files[0]).toMatchObject({ name: file, size, patchingType: 'SelfContained' });
    expect(part.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('an update by the new installer names product and release, and all of its files', () => {
    const document = fragment('osinstaller-f97b86e6-r100', 'core');
    const update = toUpdate(document, { own: partOf(document, new Map()), parts: [], missing: [] }, new Map());

    expect(update).toMatchObject({
      ...{ productName: 'Client.OS.RS2.ARM64', releaseVersion: '10.0.22621.5909', handler: 'OSInstaller' },
      products: ['72e7624a-5b00-45d2-b92f-e561c0a6a160', '0fa1201d-4330-4fa8-8ae9-b877473b6441'],
    });
    expect(update.languages).toBeUndefined();
    expect(update.files).toHaveLength(14);
    expect(update.files.reduce((sum, { size }) => sum + (size ?? 0), 0)).toBe(8_873_450_114);
    expect(update.files.find(({ name }) => name === 'Windows11.0-KB5065431-arm64.psf')?.sha1).toBe(
      '9a9ed2651a36ff4d66161 9b1a75b964c3e5ece39'.replace(' ', ''),
    );
    // Names that begin with a digest begin with this one.
    for (const { name, sha1 } of update.files) {
      const prefix = /^([0-9A-F]{40})_/.exec(name)?.[1];
      if (prefix !== undefined) expect(prefix.toLowerCase()).toBe(sha1);
    }
  });

  function fragment(name: string, core: string) {
    const parts = [`${name}.${core}.xml`, `${name}.extended.xml`].map((file) =>
      readFileSync(join(fragments, file), 'utf8'),
    );
    return readDocument(`<Update>${parts.join('')}</Update>`);
  }
});

describe('documents that nobody should send', () => {
  const head =
    '<upd:Update xmlns:upd="u"><upd:UpdateIdentity UpdateID="56309036-4c77-4dd9-951a-99ee9c246a94" RevisionNumber="1"/>';

  it.each([
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${head}</upd:Update>`],
    ['a bomb of entities', `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>${head}&c;</upd:Update>`],
    ['an undeclared entity', `${head}&xxe;</upd:Update>`],
    ['a thousand levels', `${head}${'<a>'.repeat(1000)}`],
    ['another root', '<html/>'],
    ['no end', head],
    ['no identity', '<upd:Update xmlns:upd="u"/>'],
    [
      'an id that is none',
      '<upd:Update xmlns:upd="u"><upd:UpdateIdentity UpdateID="../../etc" RevisionNumber="1"/></upd:Update>',
    ],
    ['a revision that is none', head.replace('RevisionNumber="1"', 'RevisionNumber="1e9"')],
    ['a digest that is none', `${head}<upd:Files><upd:File FileName="a" Digest="x"/></upd:Files></upd:Update>`],
    [
      'endless lists',
      `${head}<upd:Relationships><upd:SupersededUpdates>${'<upd:UpdateIdentity UpdateID="56309036-4c77-4dd9-951a-99ee9c246a94"/>'.repeat(20_001)}</upd:SupersededUpdates></upd:Relationships></upd:Update>`,
    ],
  ])('%s is refused', (_what, text) => {
    expect(() => readDocument(text)).toThrow(FormatError);
  });

  it.each([
    ['an even', '</upd:Update>'],
    ['an odd', ' </upd:Update>'],
  ])('a document whose bytes of UTF-8 came as UTF-16 is read, with %s number of them', (_what, end) => {
    const written = Buffer.from(head + end);
    const odd = written.length % 2 === 1;
    const told = written.subarray(0, odd ? -1 : undefined).toString('utf16le') + (odd ? '\ufffd' : '');

    expect(readPlainBlob(told)).toEqual(readDocument(head + end));
  });

  it('a document longer than any is refused before it is whole', () => {
    const reader = new DocumentReader();
    reader.write(head);
    const mebibyte = `<a>${'x'.repeat(2 ** 20 - 7)}</a>`;

    expect(() => {
      for (let count = 0; count < 65; count += 1) reader.write(mebibyte);
    }).toThrow(/longer than 67108864/);
  });

  it('a compressed document that says it is longer than any is refused unread', () => {
    const cabinet = Buffer.from(
      '4d53434600000000ad070000000000002c000000000000000301010001000000000000004100000001000315ffffff7f0000000000000000000020 00626c6f6200'.replace(
        ' ',
        '',
      ),
      'hex',
    );
    const reader = updateDataAnswer(nodeCompression);
    const blob = `<XmlUpdateBlobCompressed>${Buffer.concat([cabinet, Buffer.alloc(0x7ad - cabinet.length)]).toString('base64')}</XmlUpdateBlobCompressed>`;
    reader.write(
      `<s:Envelope xmlns:s="s"><s:Body><GetUpdateDataResponse><GetUpdateDataResult><updates><ServerSyncUpdateData><Id><UpdateID>${plain.id}</UpdateID><RevisionNumber>1</RevisionNumber></Id>${blob}</ServerSyncUpdateData></updates></GetUpdateDataResult></GetUpdateDataResponse></s:Body></s:Envelope>`,
    );

    expect(reader.finish().unreadable).toEqual([
      { id: plain.id, revision: 1, message: expect.stringMatching(/beyond the end|longer|split/) },
    ]);
  });
});

describe("the root of Microsoft Update's own certificate", () => {
  const certificate = new X509Certificate(microsoftRoot2011);

  it('is the one that its fingerprints name', () => {
    expect(certificate.fingerprint256).toBe(microsoftRoot2011Fingerprint);
    expect(certificate.fingerprint).toBe('8F:43:28:8A:D2:72:F3:10:3B:6F:B1:42:84:85:EA:30:14:C0:BC:FE');
    expect(certificate.subject).toMatch(/CN=Microsoft Root Certificate Authority 2011$/);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it.each([
    ['sws.update.microsoft.com', true],
    ['update.microsoft.com', true],
    ['evil-update.microsoft.com', false],
    ['update.microsoft.com.evil.invalid', false],
    ['localhost', false],
  ])('is trusted for %s: %s', (host, trusted) => {
    expect(isMicrosoftUpdate(host)).toBe(trusted);
  });
});
