import { type XmlElement, xmlElement } from '../formats/xml/element.ts';

/**
 * The mark that everything carries which the emulator made, committed or exported: an element below the root of the
 * WIM's XML, and words in the description of each image. It says that no Windows was patched there.
 */
export const REHEARSAL_WORDS = '(ImgUpdate rehearsal, not a real Windows)';

export function rehearsalMark(): XmlElement {
  return xmlElement('IMGUPDATE', [xmlElement('REHEARSAL', '1')]);
}

/** A description with the words of the mark, once. */
export function markedDescription(description: string): string {
  return description.includes(REHEARSAL_WORDS) ? description : `${description} ${REHEARSAL_WORDS}`.trim();
}
