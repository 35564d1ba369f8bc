/**
 * Makes stand-in update packages: what a rehearsal installs in place of a real update that it must not have. In the WIM
 * form of .msu files. Guarantee: the same spec gives the same bytes; every package carries the mark of a rehearsal.
 */
import type { ByteSink, NewDigest } from '../formats/bytes.ts';
import { printManifest } from '../formats/mum/print.ts';
import type { NewWimEntry } from '../formats/wim/types.ts';
import { createWim } from '../formats/wim/write.ts';
import { filler } from './filler.ts';
import { madeAt } from './image-spec.ts';
import { guidOf } from './make-image.ts';
import { PAYLOAD_BYTES, payloadSeed } from './payload.ts';
import { markedDescription, rehearsalMark } from './rehearsal-mark.ts';
import { rollupIdentity, rollupManifest } from './rehearsal-packages.ts';
import { member, type StandInFacts } from './stand-in-package.ts';
import { fileTimeOf, parseRevision } from './windows-facts.ts';

export type { StandInFacts } from './stand-in-package.ts';

export interface RehearsalPackageSpec extends StandInFacts {
  form?: 'cab' | 'msu-cab' | 'msu-wim' | undefined;
}

/** Writes the package that `spec` describes to an empty `sink`. Throws RangeError for what this version does not make. */
export function makeRehearsalPackage(spec: RehearsalPackageSpec, to: { sink: ByteSink; newDigest: NewDigest }): void {
  const { form = 'msu-wim', ...facts } = spec;
  if (form !== 'msu-wim') {
    throw new RangeError(`packages of the form ${form} are not made by this version, only msu-wim`);
  }
  checkFacts(facts);
  const articleId = facts.articleId.replace(/^KB/i, '');
  const manifest = rollupManifest(rollupIdentity(facts), articleId);
  const writer = createWim(to.sink, {
    compression: 'none',
    newDigest: to.newDigest,
    guid: guidOf(`package ${JSON.stringify(facts)}`, to.newDigest),
  });
  const file = (name: string, content: Iterable<Uint8Array>, size: number): NewWimEntry => ({
    ...entry(name, 0x20),
    sha1: writer.addBlob(content, size),
  });
  const text = (name: string, content: string): NewWimEntry => {
    const bytes = new TextEncoder().encode(content);
    return file(name, [bytes], bytes.length);
  };
  const children = [
    text(member.manifest, printManifest(manifest)),
    text(member.facts, `${JSON.stringify({ formatVersion: 1, ...facts, articleId }, undefined, 2)}\n`),
    file(member.payload, filler(payloadSeed(facts), PAYLOAD_BYTES), PAYLOAD_BYTES),
  ];
  const name = `KB${articleId}`;
  writer.addImage({ root: { ...entry('', 0x10), children } }, { name, description: markedDescription(name) });
  writer.finish({ rootElements: [rehearsalMark()] });
}

function checkFacts(facts: StandInFacts): void {
  if (!kinds.includes(facts.kind)) {
    throw new RangeError(`packages of kind ${facts.kind} are not made by this version, only ${kinds.join(', ')}`);
  }
  if (!/^(?:KB)?\d{6,8}$/i.test(facts.articleId)) throw new RangeError(`"${facts.articleId}" is no KB number`);
  for (const member of ['build', 'revision'] as const) {
    const value = facts[member];
    if (!Number.isSafeInteger(value) || value < 0 || value > 999_999) throw new RangeError(`${member} is ${value}`);
  }
  if (facts.baseline !== undefined && parseRevision(facts.baseline) === undefined) {
    throw new RangeError(`the baseline "${facts.baseline}" is no revision like 26100.1742`);
  }
}

function entry(name: string, attributes: number): NewWimEntry {
  const time = fileTimeOf(madeAt);
  return { name, attributes, created: time, accessed: time, modified: time };
}

const kinds = ['CumulativeUpdate', 'CumulativeUpdatePreview', 'DynamicCumulativeUpdate'];
