import { filetimeOfMilliseconds } from '../../../formats/filetime.ts';
import { transferOnlyWarning } from '../../../images/library/transfer-only.ts';
import { type WdsStored, wdsOffer } from '../../../ports/power-shell/scripts/wds.ts';
import type { Content, PointContext } from '../point.ts';
import { ended, storedFile, type Wanted } from './names.ts';
import type { WdsServer } from './server.ts';
import {
  describe,
  isMark,
  type Multicast,
  markIn,
  plannedTransmission,
  startOf,
  type Transmission,
  whyNone,
} from './transmission.ts';

export interface Offered {
  warnings: string[];
  /** What starts the transmissions; undefined: not all install images have one. */
  transmission?: string;
}

/**
 * Gives the install images of a version the transmissions that the settings ask for, and takes away others of ours. Those
 * that have theirs are left alone. A failure undoes nothing, because clients get the version all the same: it is a warning,
 * and the next send tries again.
 */
export async function offerAll(
  server: WdsServer,
  { signal, ports }: PointContext,
  about: { content: Content; wanted: readonly Wanted[]; there: readonly WdsStored[]; multicast: Multicast | undefined },
): Promise<Offered> {
  const { content, wanted, there, multicast } = about;
  const why = multicast === undefined ? undefined : whyNone(content);
  const wish = why === undefined ? multicast : undefined;
  const warnings = why === undefined ? [] : [why];
  if (wish !== undefined && content.multicast.transferOnly) warnings.push(transferOnlyWarning(content.imageName));
  const now = ports.clock.now();
  const starts: string[] = [];
  for (const { index, name } of wanted) {
    const fileName = storedFile(content.imageId, content.sourceVersion, index);
    const image = there.find((each) => each.fileName === fileName);
    if (image === undefined) continue;
    const transmission = wish && plannedTransmission(wish, { imageName: name, isOnly: wanted.length === 1, now });
    const offered = await offer(server, image, transmission).catch((error: unknown): Offered => {
      signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      return { warnings: [`the multicast transmission of ${name} was not made, and is with the next send: ${reason}`] };
    });
    warnings.push(...offered.warnings);
    if (offered.transmission !== undefined) starts.push(offered.transmission);
  }
  const [start] = starts;
  return starts.length < wanted.length || start === undefined ? { warnings } : { warnings, transmission: start };
}

/** Throws Problem. */
async function offer(server: WdsServer, image: WdsStored, wish: Transmission | undefined): Promise<Offered> {
  const mark = markIn(image.description);
  if (mark !== undefined && wish !== undefined && isMark(mark, wish))
    return { warnings: [], transmission: startOf(mark) };
  const warnings = await server.change(ended(image));
  // What is not ended is in the way of another one.
  if (wish === undefined || warnings.length > 0) return { warnings };
  await server.ask(wdsOffer, {
    ...{ imageName: image.imageName, fileName: image.fileName, transmission: wish.name, manual: wish.manual },
    clients: wish.clients ?? 0,
    startTime: wish.at === undefined ? '' : String(filetimeOfMilliseconds(wish.at.getTime())),
    newDescription: describe(image.description, wish),
  });
  return { warnings, transmission: wish.start };
}
