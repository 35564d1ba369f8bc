import type { NewWimEntry } from '../formats/wim/types.ts';
import { createWim } from '../formats/wim/write.ts';
import { member } from '../packages/stand-in/members.ts';
import { filler } from './filler.ts';
import { madeAt } from './image-spec.ts';
import { guidOf } from './make-image.ts';
import type { NewPackage, PackageTarget } from './new-package.ts';
import { PAYLOAD_BYTES, payloadSeed } from './payload.ts';
import { markedDescription, rehearsalMark } from './rehearsal-mark.ts';
import { fileTimeOf } from './windows-facts.ts';

/** An .msu as it is since 24H2: a WIM file. */
export function writePackageWim({ facts, manifestText, factsText }: NewPackage, to: PackageTarget): void {
  const writer = createWim(to.sink, {
    compression: 'none',
    newDigest: to.newDigest,
    guid: guidOf(`package ${JSON.stringify(facts)}`, to.newDigest),
  });
  const file = (name: string, content: Iterable<Uint8Array>, size: number): NewWimEntry => ({
    ...entry(name, 0x20),
    sha1: writer.addBlob(content, size),
  });
  const children = [
    file(member.manifest, [manifestText], manifestText.length),
    file(member.facts, [factsText], factsText.length),
    file(member.payload, filler(payloadSeed(facts), PAYLOAD_BYTES), PAYLOAD_BYTES),
  ];
  const name = `KB${facts.articleId}`;
  writer.addImage({ root: { ...entry('', 0x10), children } }, { name, description: markedDescription(name) });
  writer.finish({ rootElements: [rehearsalMark()] });
}

function entry(name: string, attributes: number): NewWimEntry {
  const time = fileTimeOf(madeAt);
  return { name, attributes, created: time, accessed: time, modified: time };
}
