import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { imageInfos } from '../../../src/formats/wim/image-info.ts';
import { encodeWimXml, imageXml } from '../../../src/formats/wim/image-xml.ts';
import { xmlElement, xmlText } from '../../../src/formats/xml/element.ts';
import { parseXml } from '../../../src/formats/xml/parse.ts';
import { writeXml } from '../../../src/formats/xml/write.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';

/** Facts of an image of Windows Server 2019 evaluation media. */
const SERVER = `<WIM><TOTALBYTES>4461218778</TOTALBYTES><IMAGE INDEX="1">
  <DIRCOUNT>15107</DIRCOUNT><FILECOUNT>69439</FILECOUNT><TOTALBYTES>8230200012</TOTALBYTES>
  <HARDLINKBYTES>2923654813</HARDLINKBYTES>
  <CREATIONTIME><HIGHPART>0x01D56513</HIGHPART><LOWPART>0x11AF3869</LOWPART></CREATIONTIME>
  <LASTMODIFICATIONTIME><HIGHPART>0x01D56517</HIGHPART><LOWPART>0x9682BB84</LOWPART></LASTMODIFICATIONTIME>
  <WIMBOOT>0</WIMBOOT>
  <WINDOWS><ARCH>9</ARCH><EDITIONID>ServerStandardEval</EDITIONID><INSTALLATIONTYPE>Server Core</INSTALLATIONTYPE>
    <SERVICINGDATA><GDRDUREVISION>0</GDRDUREVISION></SERVICINGDATA>
    <PRODUCTTYPE>ServerNT</PRODUCTTYPE><PRODUCTSUITE>Enterprise</PRODUCTSUITE>
    <LANGUAGES><LANGUAGE>en-US</LANGUAGE><DEFAULT>en-US</DEFAULT></LANGUAGES>
    <VERSION><MAJOR>10</MAJOR><MINOR>0</MINOR><BUILD>17763</BUILD><SPBUILD>737</SPBUILD><SPLEVEL>0</SPLEVEL>
      <BRANCH>rs5_release</BRANCH></VERSION><SYSTEMROOT>WINDOWS</SYSTEMROOT></WINDOWS>
  <NAME>Windows Server 2019 SERVERSTANDARDCORE</NAME><FLAGS>ServerStandardEvalCore</FLAGS>
</IMAGE></WIM>`;

describe('imageInfos', () => {
  it('reads what the XML of real media says', () => {
    expect(imageInfos(parseXml(SERVER), 1)[0]).toMatchObject({
      index: 1,
      name: 'Windows Server 2019 SERVERSTANDARDCORE',
      description: '',
      flags: 'ServerStandardEvalCore',
      directoryCount: 15_107,
      fileCount: 69_439,
      totalBytes: 8_230_200_012,
      hardLinkBytes: 2_923_654_813,
      created: 0x01d5_6513_11af_3869n,
      modified: 0x01d5_6517_9682_bb84n,
      architecture: 9,
      editionId: 'ServerStandardEval',
      installationType: 'Server Core',
      productType: 'ServerNT',
      productSuite: 'Enterprise',
      languages: ['en-US'],
      defaultLanguage: 'en-US',
      version: { major: 10, minor: 0, build: 17_763, spBuild: 737, spLevel: 0 },
      systemRoot: 'WINDOWS',
    });
  });

  it('orders images by their index and gives an empty record to one that is left out', () => {
    const root = parseXml('<WIM><IMAGE INDEX="3"><NAME>c</NAME></IMAGE><IMAGE INDEX="1"><NAME>a</NAME></IMAGE></WIM>');

    expect(imageInfos(root, 3).map((image) => [image.index, image.name])).toEqual([
      [1, 'a'],
      [2, ''],
      [3, 'c'],
    ]);
    expect(imageInfos(root, 3)[1]).toMatchObject({ architecture: undefined, version: undefined, created: 0n });
  });

  it.each([
    ['an index that occurs twice', '<WIM><IMAGE INDEX="1"/><IMAGE INDEX="1"/></WIM>'],
    ['an index beyond the images', '<WIM><IMAGE INDEX="3"/></WIM>'],
    ['index 0', '<WIM><IMAGE INDEX="0"/></WIM>'],
    ['no index', '<WIM><IMAGE/></WIM>'],
    ['an index that is no number', '<WIM><IMAGE INDEX="one"/></WIM>'],
  ])('refuses %s', (_, xml) => {
    expect(() => imageInfos(parseXml(xml), 2)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it.each(['', '-5', '1e9', '99999999999999999999', 'x'])('takes %j for no number', (value) => {
    const root = parseXml(`<WIM><IMAGE INDEX="1"><FILECOUNT>${value}</FILECOUNT></IMAGE></WIM>`);

    expect(imageInfos(root, 1)[0]?.fileCount).toBe(0);
  });
});

describe('imageXml', () => {
  const [server] = imageInfos(parseXml(SERVER), 1);
  if (server === undefined) throw new Error('the XML has an image');

  it('gives back an image as it was read, unknown elements included', () => {
    expect(imageXml(server)).toEqual(server.xml);
    expect(imageXml({ ...server, xml: server.xml, index: 4 }).attributes).toEqual({ INDEX: '4' });
  });

  it('makes an element from members alone that reads as the same', () => {
    const { xml: _, ...members } = server;
    const made = imageXml(members);
    const [read] = imageInfos(xmlElement('WIM', [parseXml(writeXml(made))]), 1);

    expect({ ...read, xml: undefined }).toEqual({ ...members, xml: undefined });
  });

  it('changes only what is given, and never the element it starts from', () => {
    const before = writeXml(server.xml);
    const changed = imageXml({
      index: 1,
      xml: server.xml,
      name: '',
      description: 'a & b',
      modified: 0n,
      version: { major: 10, minor: 0, build: 17_763, spBuild: 8000, spLevel: 0 },
    });

    expect(xmlText(changed, 'DESCRIPTION')).toBe('a & b');
    expect(xmlText(changed, 'WINDOWS', 'VERSION', 'SPBUILD')).toBe('8000');
    expect(xmlText(changed, 'WINDOWS', 'VERSION', 'BRANCH')).toBe('rs5_release');
    expect(xmlText(changed, 'WINDOWS', 'SERVICINGDATA', 'GDRDUREVISION')).toBe('0');
    expect(changed.children.some((child) => ['NAME', 'LASTMODIFICATIONTIME'].includes(child.name))).toBe(false);
    expect(writeXml(server.xml)).toBe(before);
  });

  it('is stored as UTF-16LE with a byte order mark', () => {
    expect(encodeWimXml(xmlElement('É'))).toEqual(Uint8Array.from([0xff, 0xfe, 0x3c, 0, 0xc9, 0, 0x2f, 0, 0x3e, 0]));
  });
});

const serverXml = requires.shared('wim-xml/server2019-eval-17763.737-install.wim.xml');
const bootXml = requires.shared('wim-xml/boot.wim-18362.418.xml');

describe('the XML of whole real files', () => {
  it.skipIf(anyMissing(serverXml))(titled('describes four images of a server', serverXml), () => {
    const root = parseXml(new TextDecoder('utf-16le').decode(readFileSync(serverXml.path)));
    const images = imageInfos(root, 4);

    expect(images.map((image) => image.installationType)).toEqual(['Server Core', 'Server', 'Server Core', 'Server']);
    expect(images.every((image) => image.version?.build === 17_763 && image.version.spBuild === 737)).toBe(true);
    expect(images.map((image) => imageXml(image))).toEqual(images.map((image) => image.xml));
  });

  it.skipIf(anyMissing(bootXml))(titled('describes two images of Windows PE', bootXml), () => {
    const images = imageInfos(parseXml(readFileSync(bootXml.path, 'utf8')), 2);

    expect(images.map((image) => image.version?.build)).toEqual([18_362, 18_362]);
    expect(images.map((image) => image.installationType)).toEqual(['WindowsPE', 'WindowsPE']);
  });
});
