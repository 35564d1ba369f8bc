/**
 * Makes stand-in update packages: what a rehearsal installs in place of a real update that it must not have. As .msu files
 * in WIM form and in CAB form, and as .cab. Guarantee: the same spec gives the same bytes (in the forms with cabinets: on
 * the same version of Node, whose Deflate is used); every package says that it is one of a rehearsal.
 * To add a form: a function beside `forms`, a line there, and its way back in `stand-in-package.ts`.
 */
import { isCapabilityName } from '../formats/mum/capability.ts';
import { printManifest } from '../formats/mum/print.ts';
import type { StandInFacts } from '../packages/stand-in/package.ts';
import type { PackageTarget } from './new-package.ts';
import { writeMsuCabinet, writePackageCabinet, writeSetupCabinet } from './package-cabinets.ts';
import { writePackageWim } from './package-wim.ts';
import { packageManifest } from './rehearsal-packages.ts';
import { parseRevision } from './windows-facts.ts';

export type { StandInFacts } from '../packages/stand-in/package.ts';

export interface RehearsalPackageSpec extends Omit<StandInFacts, 'articleId'> {
  /** Languages and features have none. */
  articleId?: string | undefined;
  /** Default: msu-wim. */
  form?: keyof typeof forms | undefined;
}

const forms = { cab: writePackageCabinet, 'msu-cab': writeMsuCabinet, 'msu-wim': writePackageWim };

/** Writes the package that `spec` describes to an empty `sink`. Throws RangeError for what this version does not make. */
export function makeRehearsalPackage(spec: RehearsalPackageSpec, to: PackageTarget): void {
  const { form = 'msu-wim', ...given } = spec;
  const facts = { ...given, articleId: (given.articleId ?? '').replace(/^KB/i, '') };
  checkFacts(facts);
  const manifest = packageManifest(facts);
  const text = `${JSON.stringify({ formatVersion: 1, ...facts }, undefined, 2)}\n`;
  if (facts.kind === 'SetupDynamicUpdate') {
    writeSetupCabinet(facts, to);
    return;
  }
  forms[form]({ facts, manifest, manifestText: encoded(printManifest(manifest)), factsText: encoded(text) }, to);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function checkFacts(facts: StandInFacts): void {
  if (!kinds.includes(facts.kind)) {
    throw new RangeError(`packages of kind ${facts.kind} are not made by this version, only ${kinds.join(', ')}`);
  }
  const isAddition = facts.kind === 'LanguagePack' || facts.kind === 'FeatureOnDemand';
  if (!(isAddition ? /^(?:\d{6,8})?$/ : /^\d{6,8}$/).test(facts.articleId)) {
    throw new RangeError(`"${facts.articleId}" is no KB number`);
  }
  checkAddition(facts);
  for (const member of ['build', 'revision'] as const) {
    const value = facts[member];
    if (!Number.isSafeInteger(value) || value < 0 || value > 999_999) throw new RangeError(`${member} is ${value}`);
  }
  if (facts.dotNet !== undefined && !/^\d{1,5}(?:\.\d{1,5}){1,3}$/.test(facts.dotNet)) {
    throw new RangeError(`dotNet "${facts.dotNet}" is no version like 10.0.9321.3 or 4.8.1`);
  }
  if (facts.baseline !== undefined && parseRevision(facts.baseline) === undefined) {
    throw new RangeError(`the baseline "${facts.baseline}" is no revision like 26100.1742`);
  }
}

function checkAddition({ kind, language = '', capability = '' }: StandInFacts): void {
  if (kind === 'LanguagePack' && !/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/.test(language)) {
    throw new RangeError(`language "${language}" is no tag of a language, for example de-DE`);
  }
  if (kind === 'FeatureOnDemand' && !isCapabilityName(capability)) {
    throw new RangeError(`capability "${capability}" is no name like Language.Basic~~~de-DE~0.0.1.0`);
  }
}

const kinds = [
  'CumulativeUpdate',
  'CumulativeUpdatePreview',
  'DynamicCumulativeUpdate',
  'ServicingStackUpdate',
  'DotNetCumulativeUpdate',
  'DotNetCumulativeUpdatePreview',
  'SafeOSDynamicUpdate',
  'SetupDynamicUpdate',
  'LanguagePack',
  'FeatureOnDemand',
];
