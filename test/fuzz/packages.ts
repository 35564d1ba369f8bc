import { manifestOf, printManifest } from '../../src/formats/mum/print.ts';
import { makeCab } from '../formats/cab/sample-cab.ts';
import { lzxWim } from '../formats/wim/lzx-wim.ts';
import { MemoryFile } from '../formats/wim/sample-wim.ts';
import { cab, compDb, wimPackage } from '../packages/made-package.ts';
import { sampleSignature } from '../packages/sample-signature.ts';

/** An .msu as a cabinet, signed, and as a WIM, packages alone, and stand-ins. */
export function packages(): Uint8Array[] {
  const rollup = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.863.1.3';
  const inner = makeCab([['update.mum', manifest()]]).bytes();
  const document = compDb({
    ...{ type: 'CumulativeUpdate', article: '5039302', target: '26100.863', base: '26100.1', id: rollup },
  });
  const metadata = cab({ 'LCUCompDB_KB5039302.xml.cab': cab({ 'LCUCompDB_KB5039302.xml': document }) });
  const facts = {
    ...{ kind: 'CumulativeUpdate', articleId: '5039302', release: '24H2', installationType: 'Client' },
    ...{ build: 26100, revision: 863, architecture: 'x64' },
  };
  const standIn = { 'update.mum': manifest(), 'rehearsal.json': JSON.stringify(facts), 'payload.bin': 'files' };
  const identity = 'name="Package_for_KB5039302" version="26100.863.1.3" processorArchitecture="amd64"';
  const source = '<source location="%configsetroot%\\Windows11.0-KB5039302-x64.cab"/>';
  const xml = `<unattend xmlns="urn:schemas-microsoft-com:unattend"><servicing><package action="install">
    <assemblyIdentity ${identity}/>${source}</package></servicing></unattend>`;
  const around = {
    'Windows11.0-KB5039302-x64.xml': xml,
    'Windows11.0-KB5039302-x64-pkgProperties.txt': 'KB Article Number="5039302"\r\nLanguage="ALL"\r\n',
    'WSUSSCAN.cab': cab({ 'package.xml': xml }, 'none'),
  };
  const inWim = wimPackage({
    'a.AggregatedMetadata.cab': metadata,
    'Windows11.0-KB5039302-x64.wim': 'x',
    'SSU-26100.1-x64.cab': inner,
  });
  return [
    signed(cab({ ...around, 'Windows11.0-KB5039302-x64.cab': inner }, 'none')),
    cab({ ...around, 'Windows11.0-KB5039302-x64.cab': cab(standIn) }, 'none'),
    cab(standIn),
    inWim,
    lzxWim(new MemoryFile(inWim)).bytes(),
  ];
}

/** The cabinet with a place for a signature in its head, and one behind it. */
function signed(bytes: Uint8Array): Uint8Array {
  const signature = sampleSignature('countersigned');
  const reserve = Buffer.alloc(24);
  reserve.writeUInt16LE(20, 0);
  reserve.writeUInt32LE(0x0010_0000, 4);
  reserve.writeUInt32LE(bytes.length + reserve.length, 8);
  reserve.writeUInt32LE(signature.length, 12);
  const file = Buffer.concat([bytes.subarray(0, 36), reserve, bytes.subarray(36), signature]);
  file.writeUInt32LE(bytes.length + reserve.length, 8);
  file.writeUInt32LE(file.readUInt32LE(0x10) + reserve.length, 0x10);
  file.writeUInt16LE(4, 0x1e);
  for (let folder = 0; folder < file.readUInt16LE(0x1a); folder++) {
    const at = 36 + reserve.length + 8 * folder;
    file.writeUInt32LE(file.readUInt32LE(at) + reserve.length, at);
  }
  return Uint8Array.from(file);
}

export function manifest(): Uint8Array {
  const identity = {
    name: 'Package_for_KB5039302',
    publicKeyToken: '31bf3856ad364e35',
    architecture: 'amd64',
    language: '',
    version: '26100.863.1.3',
  };
  return Buffer.from(printManifest({ ...manifestOf(identity), releaseType: 'Update' }));
}
