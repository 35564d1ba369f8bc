/** The description of an update in the newer form of .msu files: an XML document called CompDB. */

import { type PackageIdentity, windowsKeyToken } from '../formats/mum/identity.ts';
import { type XmlElement, xmlChild, xmlChildren } from '../formats/xml/element.ts';
import { parseXml } from '../formats/xml/parse.ts';
import type { UpdateKind } from '../updates/kinds.ts';
import { vocabularyArchitecture } from '../updates/kinds.ts';
import { decodeText } from './package-text.ts';
import type { PackageFacts } from './types.ts';

/** Undefined for a document about something else than an update (a whole build). Throws `FormatError` when it is no XML. */
export function compDbFacts(bytes: Uint8Array, from: string): PackageFacts | undefined {
  const root = parseXml(decodeText(bytes));
  if (root.name !== 'CompDB' || root.attributes['Type'] === 'Build') return undefined;
  const feature = xmlChildren(xmlChild(root, 'Features'), 'Feature')[0];
  const kind = kindOf(feature, from);
  if (kind === undefined) return undefined;
  const target = revisionOf(root.attributes['TargetOSVersion']);
  const architecture = root.attributes['BuildArch']?.toLowerCase();
  return {
    from,
    kind,
    articleId: /KB(\d{6,8})/i.exec(feature?.attributes['FeatureID'] ?? '')?.[1],
    identity: identityOf(root, architecture),
    revision: kind === 'DotNetCumulativeUpdate' ? undefined : target,
    architecture: architecture === undefined ? undefined : vocabularyArchitecture(architecture),
    baseline: kind === 'CumulativeUpdate' || kind === 'Hotpatch' ? checkpoint(root.attributes['OSVersion']) : undefined,
  };
}

const kinds: readonly [RegExp, UpdateKind][] = [
  [/hotpatch/i, 'Hotpatch'],
  [/servicingstack|^ssu/i, 'ServicingStackUpdate'],
  [/dotnet|netfx/i, 'DotNetCumulativeUpdate'],
  [/safeos/i, 'SafeOSDynamicUpdate'],
  [/setup/i, 'SetupDynamicUpdate'],
  [/cumulativeupdate|^lcu/i, 'CumulativeUpdate'],
];

/** The name of the document comes first: a hotpatch calls its feature a cumulative update too. */
function kindOf(feature: XmlElement | undefined, from: string): UpdateKind | undefined {
  const document = from.split(/[\\/> ]/).at(-1) ?? '';
  const texts = [/hotpatch/i.test(document) ? document : '', feature?.attributes['Type'] ?? '', document];
  for (const text of texts) {
    const kind = kinds.find(([pattern]) => pattern.test(text))?.[1];
    if (text !== '' && kind !== undefined) return kind;
  }
  return undefined;
}

/** "10.0.26100.8655" is revision "26100.8655". */
function revisionOf(version: string | undefined): string | undefined {
  const [, build, revision] = /^\d+\.\d+\.(\d{4,6})\.(\d{1,6})$/.exec(version ?? '') ?? [];
  return build === undefined ? undefined : `${Number(build)}.${Number(revision)}`;
}

/** The first release of a build is no checkpoint. */
function checkpoint(version: string | undefined): string | undefined {
  const revision = revisionOf(version);
  return revision === undefined || Number(revision.split('.')[1]) <= 1 ? undefined : revision;
}

/** The identity is written without the key of its maker, or as a name alone with the version beside it. */
function identityOf(root: XmlElement, architecture = ''): PackageIdentity | undefined {
  const element = xmlChildren(xmlChild(root, 'Packages'), 'Package')[0];
  const [name = '', , own = '', language = '', version = ''] = (element?.attributes['ID'] ?? '').split('~');
  const whole = version || (element?.attributes['Version'] ?? '');
  if (name === '' || whole === '') return undefined;
  return { name, publicKeyToken: windowsKeyToken, architecture: own || architecture, language, version: whole };
}
