import { createCab } from '../formats/cab/write.ts';
import type { PackageIdentity } from '../formats/mum/identity.ts';
import { writePe } from '../formats/pe/write.ts';
import { member } from '../packages/stand-in/members.ts';
import type { StandInFacts } from '../packages/stand-in/package.ts';
import { filler } from './filler.ts';
import { madeAt } from './image-spec.ts';
import { memorySink } from './memory-sink.ts';
import type { NewPackage, PackageTarget } from './new-package.ts';
import { PAYLOAD_BYTES, payloadSeed } from './payload.ts';
import { architectures } from './windows-facts.ts';

/** A package as servicing takes it: a cabinet with a manifest and files. */
export function writePackageCabinet({ facts, manifestText, factsText }: NewPackage, to: PackageTarget): void {
  writeCabinet(to, 'MSZIP', [
    { name: member.manifest, size: manifestText.length, content: () => [manifestText] },
    { name: member.facts, size: factsText.length, content: () => [factsText] },
    { name: member.payload, size: PAYLOAD_BYTES, content: () => filler(payloadSeed(facts), PAYLOAD_BYTES) },
  ]);
}

/**
 * An .msu as it was before 24H2: a cabinet with the package's cabinet, the answer file that has it installed, properties,
 * and what an update agent searches.
 */
export function writeMsuCabinet(made: NewPackage, to: PackageTarget): void {
  const name = `${productName(made.facts)}-KB${made.facts.articleId}-${made.facts.architecture}`;
  const inner = memorySink();
  writePackageCabinet(made, { ...to, sink: inner });
  writeCabinet(to, 'none', [
    whole('WSUSSCAN.cab', scanCabinet(made, to)),
    whole(`${name}.cab`, inner.bytes()),
    whole(`${name}-pkgProperties.txt`, lines(properties(made))),
    whole(`${name}.xml`, lines(answerFile(made.manifest.identity, `${name}.cab`))),
  ]);
}

/** A dynamic update of Setup: no package, but files that are laid over those of media. */
export function writeSetupCabinet(facts: StandInFacts, to: PackageTarget): void {
  const files = ['setup.exe', 'setuphost.exe', 'setupcore.dll', 'SetupPlatform.dll', 'en-us\\setup.exe.mui'];
  const of = `${facts.build}.${facts.revision}`;
  const machine = architectures[facts.architecture].peMachine;
  writeCabinet(
    to,
    'MSZIP',
    files.map((name) => {
      const mark = lines([`${name} of the dynamic update ${of} (ImgUpdate rehearsal)`]);
      // Libraries say their version, which decides whether they take the place of others.
      return whole(name, /\.dll$/i.test(name) ? writePe({ machine, version: `10.0.${of}`, mark }) : mark);
    }),
  );
}

interface Member {
  name: string;
  size: number;
  content: () => Iterable<Uint8Array>;
}

function writeCabinet(to: PackageTarget, compression: 'none' | 'MSZIP', members: readonly Member[]): void {
  const cabinet = createCab(to.sink, { compression, deflateRaw: to.compression.deflateRaw });
  const modified = madeAt.toISOString().slice(0, 19);
  for (const each of members) cabinet.add({ ...each, modified });
  cabinet.finish();
}

function whole(name: string, bytes: Uint8Array): Member {
  return { name, size: bytes.length, content: () => [bytes] };
}

function lines(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text}\r\n`).join(''));
}

/** The name that file names begin with; Server 2022 is of the older one. */
function productName({ build }: StandInFacts): string {
  return build >= 22000 ? 'Windows11.0' : 'Windows10.0';
}

/** No rules are in it: the emulator decides by what the package says of itself. */
function scanCabinet({ facts }: NewPackage, to: PackageTarget): Uint8Array {
  const document = `<OfflineSyncPackage PackageId="rehearsal-${facts.articleId}"><Updates/></OfflineSyncPackage>`;
  const cabinetOf = (name: string, bytes: Uint8Array): Uint8Array => {
    const sink = memorySink();
    writeCabinet({ ...to, sink }, 'MSZIP', [whole(name, bytes)]);
    return sink.bytes();
  };
  return cabinetOf(
    'package.cab',
    cabinetOf('package.xml', lines(['<?xml version="1.0" encoding="utf-8"?>', document])),
  );
}

function properties({ facts, manifest }: NewPackage): string[] {
  const values = {
    'Applies to': 'Windows 10.0',
    'Build Date': madeAt.toISOString().slice(0, 10).replaceAll('-', '/'),
    Company: 'ImgUpdate, for rehearsals',
    'File Version': '1',
    'Installation Type': 'FULL',
    'Installer Engine': 'Component Based Servicing',
    'Installer Version': '6.0.0.0',
    'KB Article Number': facts.articleId,
    Language: 'ALL',
    'Package Type': manifest.releaseType,
    'Processor Architecture': architectures[facts.architecture].servicing,
    'Product Name': 'Windows 10.0',
    'Support Link': manifest.supportInformation,
  };
  return Object.entries(values).map(([key, value]) => `${key}="${value}"`);
}

function answerFile({ name, version, architecture, publicKeyToken }: PackageIdentity, cabinet: string): string[] {
  const identity = `name="${name}" version="${version}" language="neutral" processorArchitecture="${architecture}"`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<unattend xmlns="urn:schemas-microsoft-com:unattend">',
    '    <servicing>',
    '        <package action="install">',
    `            <assemblyIdentity ${identity} publicKeyToken="${publicKeyToken}"/>`,
    `            <source location="%configsetroot%\\${cabinet}" />`,
    '        </package>',
    '    </servicing>',
    '</unattend>',
  ];
}
