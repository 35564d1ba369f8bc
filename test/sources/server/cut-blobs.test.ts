import { describe, expect, it } from 'vitest';
import { BlobCutter, unescaped } from '../../../src/sources/server/cut-blobs.ts';

const answer =
  '<a><XmlUpdateBlob>&lt;one /&gt;</XmlUpdateBlob><XmlUpdateBlobs>x</XmlUpdateBlobs><XmlUpdateBlob><![CDATA[two]]></XmlUpdateBlob>' +
  '<XmlUpdateBlobCompressed>QUJD</XmlUpdateBlobCompressed><XmlUpdateBlob/><!-- <XmlUpdateBlob>no</XmlUpdateBlob> --><b>more of it</b></a>';

function cut(text: string, size: number) {
  let rest = '';
  const cutter = new BlobCutter((piece) => {
    rest += piece;
  });
  for (let at = 0; at < text.length; at += size) cutter.write(text.slice(at, at + size));
  cutter.finish();
  return { rest, cutter };
}

describe('an answer', () => {
  it.each([1, 2, 3, 7, 13, 26, 27, 64, 1000])(
    'in pieces of %i characters loses the text of its blobs and nothing else',
    (size) => {
      const { rest, cutter } = cut(answer, size);

      expect(rest).toBe(
        '<a><XmlUpdateBlob>#0</XmlUpdateBlob><XmlUpdateBlobs>x</XmlUpdateBlobs><XmlUpdateBlob><![CDATA[two]]></XmlUpdateBlob>' +
          '<XmlUpdateBlobCompressed>#1</XmlUpdateBlobCompressed><XmlUpdateBlob/><!-- <XmlUpdateBlob>#2</XmlUpdateBlob> --><b>more of it</b></a>',
      );
      expect(cutter.take('#0')).toEqual({ text: '&lt;one /&gt;', escaped: true });
      expect(cutter.take('#1')).toEqual({ text: 'QUJD', escaped: true });
      expect(cutter.take('two')).toEqual({ text: 'two', escaped: false });
      expect(cutter.take('#7')).toEqual({ text: '#7', escaped: false });
    },
  );

  it.each([1, 5, 1000])('that is cut off inside a blob keeps what is there (pieces of %i)', (size) => {
    expect(cut('<a><XmlUpdateBlob>abc', size).rest).toBe('<a><XmlUpdateBlob>abc');
    expect(cut('<a><XmlUpdateBlob>abc</XmlUp', size).rest).toBe('<a><XmlUpdateBlob>abc</XmlUp');
    expect(cut('<a><XmlUpd', size).rest).toBe('<a><XmlUpd');
  });
});

describe('references', () => {
  it.each([
    ['&lt;a b=&quot;c&apos;&quot;&gt;&amp;lt;', `<a b="c'">&lt;`],
    ['&#65;&#x42;&#x1F600;&amp;#65;', 'AB😀&#65;'],
    ['none', 'none'],
  ])('%s', (text, read) => {
    expect(unescaped(text)).toBe(read);
  });

  it.each(['a & b', '&copy;', '&#xFFFFFFF;', '&__proto__;', '&lt', '&#;'])('%s is refused', (text) => {
    expect(() => unescaped(text)).toThrow(expect.objectContaining({ name: 'FormatError', code: 'corrupt' }));
  });
});
