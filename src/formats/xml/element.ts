/** One element of a parsed XML document. Comments and processing instructions are not kept. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The character data directly inside the element, pieces joined; white space between child elements is dropped. */
  text: string;
}

/** Makes an element with text or with children. */
export function xmlElement(name: string, content: string | XmlElement[] = []): XmlElement {
  return typeof content === 'string'
    ? { name, attributes: {}, children: [], text: content }
    : { name, attributes: {}, children: content, text: '' };
}

/** First child with this name. */
export function xmlChild(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

/** All children with this name. */
export function xmlChildren(parent: XmlElement | undefined, name: string): XmlElement[] {
  return parent === undefined ? [] : parent.children.filter((child) => child.name === name);
}

/** Text of the descendant at `path` (names from the child down), '' where any element of it is missing. */
export function xmlText(parent: XmlElement | undefined, ...path: string[]): string {
  let at = parent;
  for (const name of path) at = xmlChild(at, name);
  return at?.text ?? '';
}

/** A deep copy, so that a change does not reach the document it came from. */
export function cloneXml(element: XmlElement): XmlElement {
  return { ...element, attributes: { ...element.attributes }, children: element.children.map(cloneXml) };
}

/** Puts `replacement` in the place of the first child of its name, or last; further children of that name go. */
export function setXmlChild(parent: XmlElement, replacement: XmlElement): void {
  const at = parent.children.findIndex((child) => child.name === replacement.name);
  if (at < 0) {
    parent.children.push(replacement);
    return;
  }
  parent.children[at] = replacement;
  parent.children = parent.children.filter((child, place) => place <= at || child.name !== replacement.name);
}
