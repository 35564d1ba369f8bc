import { describe, expect, it } from 'vitest';
import { cloneXml, setXmlChild, xmlChildren, xmlElement, xmlText } from '../../../src/formats/xml/element.ts';
import { parseXml } from '../../../src/formats/xml/parse.ts';
import { writeXml } from '../../../src/formats/xml/write.ts';

describe('parseXml', () => {
  it('reads elements, attributes, text, entities and CDATA', () => {
    const root = parseXml(
      '\ufeff<?xml version="1.0"?><!-- c --><A x="1 &amp; 2">\n <B>a&#65;&lt;<![CDATA[<c>]]></B><B/>\n</A>',
    );

    expect(root).toEqual({
      name: 'A',
      attributes: { x: '1 & 2' },
      text: '',
      children: [
        { name: 'B', attributes: {}, children: [], text: 'aA<<c>' },
        { name: 'B', attributes: {}, children: [], text: '' },
      ],
    });
  });

  it.each([
    ['nothing', '', 'corrupt'],
    ['plain text', 'hello', 'corrupt'],
    ['an element that is not closed', '<A><B></A>', 'corrupt'],
    ['an unknown entity', '<A>&foo;</A>', 'corrupt'],
    ['a second root', '<A/><B/>', 'corrupt'],
    ['a document type', '<!DOCTYPE A [<!ENTITY e "x">]><A>&e;</A>', 'corrupt'],
    ['a character that XML has not', '<A>\0</A>', 'corrupt'],
    ['deep nesting', `${'<A>'.repeat(100)}${'</A>'.repeat(100)}`, 'limit'],
    ['too long a text', `<A>${' '.repeat(33 * 1024 * 1024)}</A>`, 'limit'],
  ])('refuses %s', (_, text, code) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ name: 'FormatError', code }));
  });
});

describe('writeXml', () => {
  it.each(['quotes " and \' and <tags> & ampersands', ' spaces \t tabs \r\n and lines ', 'Größe 日本語 😀', ']]>'])(
    'gives back %j as text and as attribute',
    (value) => {
      const element = { name: 'A', attributes: { a: value }, children: [xmlElement('B', value)], text: '' };

      expect(parseXml(writeXml(element))).toEqual(element);
    },
  );

  it('replaces what XML cannot hold', () => {
    const written = writeXml(xmlElement('A', 'nul \0, half \ud800, last \uffff'));

    expect(parseXml(written).text).toBe('nul \ufffd, half \ufffd, last \ufffd');
  });
});

describe('element helpers', () => {
  const root = parseXml('<R><A>1</A><B>2</B><A>3</A><C><D>4</D></C></R>');

  it('finds text along a path', () => {
    expect([xmlText(root, 'C', 'D'), xmlText(root, 'A'), xmlText(root, 'C', 'E', 'F')]).toEqual(['4', '1', '']);
    expect(xmlChildren(root, 'A').map((child) => child.text)).toEqual(['1', '3']);
  });

  it('replaces the first child of a name, drops its namesakes, and leaves the original of a copy alone', () => {
    const copy = cloneXml(root);
    setXmlChild(copy, xmlElement('A', 'new'));
    setXmlChild(copy, xmlElement('E', 'last'));

    expect(writeXml(copy)).toBe('<R><A>new</A><B>2</B><C><D>4</D></C><E>last</E></R>');
    expect(root.children).toHaveLength(4);
  });
});
