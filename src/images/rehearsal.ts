import type { WimFile } from '../formats/wim/types.ts';
import { xmlText } from '../formats/xml/element.ts';

/**
 * Whether the emulator made, committed or exported this file: it leaves `<IMGUPDATE><REHEARSAL>1</REHEARSAL></IMGUPDATE>`
 * in the XML of every WIM that it writes. Such a file is never published over one without the mark.
 */
export function isRehearsal(wim: Pick<WimFile, 'root'>): boolean {
  return xmlText(wim.root, 'IMGUPDATE', 'REHEARSAL') === '1';
}
