import type { XmlElement } from './element.ts';

/** The element and all in it as text, without a declaration and without added white space. */
export function writeXml(element: XmlElement): string {
  const parts: string[] = [];
  writeElement(element, parts);
  return parts.join('');
}

function writeElement(element: XmlElement, parts: string[]): void {
  parts.push('<', element.name);
  for (const [name, value] of Object.entries(element.attributes)) parts.push(' ', name, '="', escapeXml(value), '"');
  if (element.text === '' && element.children.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>', escapeXml(element.text));
  for (const child of element.children) writeElement(child, parts);
  parts.push('</', element.name, '>');
}

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes what has a meaning in XML and line ends; characters that XML cannot hold at all become U+FFFD. */
function escapeXml(text: string): string {
  return text.toWellFormed().replace(/[&<>"\ufffe\uffff\p{Cc}]/gu, (character) => {
    const unit = character.charCodeAt(0);
    if (unit === 9 || unit === 10 || unit === 13) return `&#${unit};`;
    return ESCAPED[character] ?? (unit >= 0x7f && unit <= 0x9f ? character : '\ufffd');
  });
}
