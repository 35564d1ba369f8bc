/** `node make-iso.ts OUT INSTALL_WIM`: an ISO image like that of Windows media, for tests in other languages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { makeDisc } from './sample-disc.ts';

const [, , out, image] = process.argv;
if (out === undefined || image === undefined) throw new Error('usage: node make-iso.ts OUT INSTALL_WIM');
const tree = { 'setup.exe': Buffer.from('MZ'), sources: { 'install.wim': readFileSync(image) } };
writeFileSync(out, makeDisc(tree, { label: 'CCCOMA_X64FRE', bridge: true }).file.bytes());
