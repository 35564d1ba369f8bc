/** What languages, features and drivers are put in from. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRehearsalPackage, type RehearsalPackageSpec } from '../../src/emulator/make-package.ts';
import { type DiscTree, makeDisc } from '../formats/udf/sample-disc.ts';
import type { Month } from './month.ts';

export const openSsh = 'OpenSSH.Server~~~~0.0.1.0';

/** Writes a package of a feature on demand of 24H2; `more`: what it is. */
export function writeFeature(month: Month, path: string, more: Partial<RehearsalPackageSpec>): void {
  const sink = month.ports.files.sink(path);
  const usual: RehearsalPackageSpec = {
    ...{ form: 'cab', kind: 'FeatureOnDemand', release: '24H2', installationType: 'Client' },
    ...{ build: 26100, revision: 1, architecture: 'x64' },
  };
  makeRehearsalPackage({ ...usual, ...more }, { sink, ...month.ports });
  sink.close();
}

/** A folder as Microsoft's disc has it: packs and features of these languages, and OpenSSH. */
export function featureFolder(month: Month, languages: readonly string[] = []): string {
  const folder = month.path('disc');
  const features = join(folder, 'LanguagesAndOptionalFeatures');
  mkdirSync(join(features, 'metadata'), { recursive: true });
  const make = (name: string, more: Partial<RehearsalPackageSpec>): void =>
    writeFeature(month, join(features, name), more);
  for (const language of languages) {
    const tag = language.toLowerCase();
    make(`Microsoft-Windows-Client-Language-Pack_x64_${tag}.cab`, { kind: 'LanguagePack', language });
    for (const feature of ['Basic', 'Speech']) {
      const capability = `Language.${feature}~~~${language}~0.0.1.0`;
      make(`Microsoft-Windows-LanguageFeatures-${feature}-${tag}-Package~31bf3856ad364e35~amd64~~.cab`, { capability });
    }
  }
  make('OpenSSH-Server-Package~31bf3856ad364e35~amd64~~.cab', { capability: openSsh });
  writeFileSync(join(features, 'FoDMetadata_Client.cab'), 'describes the features');
  writeFileSync(join(features, 'metadata', 'DesktopTargetCompDB_Neutral.xml.cab'), 'more of it');
  return folder;
}

/** An ISO image with what is in a folder. */
export function discOf(folder: string): string {
  const iso = `${folder}.iso`;
  writeFileSync(iso, makeDisc(treeOf(folder), { label: 'LOF' }).file.bytes());
  return iso;
}

function treeOf(folder: string): DiscTree {
  const entries = readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(
    entries.map((each) => {
      const path = join(folder, each.name);
      return [each.name, each.isDirectory() ? treeOf(path) : readFileSync(path)];
    }),
  );
}

/** A folder as sources\sxs of the media, with the payload of .NET Framework 3.5. */
export function netFx3Payload(month: Month, build = 26100): string {
  const folder = month.path('sxs');
  mkdirSync(folder);
  const file = 'microsoft-windows-netfx3-ondemand-package~31bf3856ad364e35~amd64~~.cab';
  writeFeature(month, join(folder, file), { capability: 'NetFx3~~~~', build });
  return folder;
}

/** A folder with one driver that is signed. */
export function driverFolder(month: Month): string {
  const folder = month.path('drivers');
  mkdirSync(folder);
  writeFileSync(join(folder, 'net.inf'), '[Version]\r\nSignature = "$WINDOWS NT$"\r\nCatalogFile = net.cat\r\n');
  for (const name of ['net.sys', 'net.cat']) writeFileSync(join(folder, name), name);
  return folder;
}
