import { expect, it } from 'vitest';
import type { WimImageInfo, WimVersion } from '../../src/formats/wim/types.ts';
import type { WindowsFacts } from '../../src/images/hive-facts.ts';
import { versionOf } from '../../src/images/version.ts';

const inXml: WimVersion = { major: 10, minor: 0, build: 19041, spBuild: 2965, spLevel: 0 };

it('takes build and revision from the registry, whatever the XML says', () => {
  expect(version({ build: 19045, ubr: 3000 }, inXml)).toEqual({ build: 19045, ubr: 3000, warnings: [] });
});

it('takes both from the XML, with a warning, when there is no registry', () => {
  expect(version(undefined, inXml)).toEqual({ build: 19041, ubr: 2965, warnings: [expect.stringContaining('XML')] });
});

it('takes the revision from the XML when the registry has none and both are about one build', () => {
  expect(version({ build: 19041, ubr: null }, inXml)).toMatchObject({ build: 19041, ubr: 2965 });
});

it('leaves the revision open when the XML is about another build', () => {
  expect(version({ build: 19045, ubr: null }, inXml)).toMatchObject({ build: 19045, ubr: null });
});

it('says nothing where nothing is said', () => {
  expect(version(undefined, undefined)).toEqual({ build: null, ubr: null, warnings: [] });
});

function version(windows: Partial<WindowsFacts> | undefined, xml: WimVersion | undefined) {
  return versionOf({ version: xml } as WimImageInfo, windows as WindowsFacts | undefined);
}
