/**
 * Multicast transmissions of install images. The module of the server tells of no image whether it has one, so its description
 * does, which says what was made and nothing else. Pure.
 */
import type { PointWdsSettings } from '../../../contract/generated/types.ts';
import { invalidSetting } from '../invalid-setting.ts';
import type { Content } from '../point.ts';

export type Multicast = NonNullable<PointWdsSettings['multicast']>;

export interface Transmission {
  name: string;
  /** It is started by hand. */
  manual: boolean;
  /** Clients that it waits for. */
  clients?: number;
  /** When it starts at the latest. */
  at?: Date;
  /** What starts it, in words. */
  start: string;
}

/** Throws Problem ImgPointInvalid for what does not go together. */
export function checkMulticast({ start = 'first-client', clients, at }: Multicast): void {
  const isNamed = clients !== undefined || at !== undefined;
  if (start === 'scheduled' && !isNamed) {
    throw invalidSetting('multicast names neither clients nor at, and a scheduled start needs one of them');
  }
  if (start !== 'scheduled' && isNamed) {
    throw invalidSetting(`multicast names clients or at, which go with a scheduled start and not with ${start}`);
  }
}

/** Why an image is offered in no transmission although the settings ask for one; undefined: nothing speaks against it. */
export function whyNone({ imageName, multicast }: Pick<Content, 'imageName' | 'multicast'>): string | undefined {
  if (!multicast.allow) {
    return `${imageName} is offered without a multicast transmission, because it may not be sent to many. Allow it (\`imgupdate image set NAME --multicast-allow\`, or Set-ImgImage NAME -MulticastAllow $true) and send again, or take the setting multicast away.`;
  }
  if (!multicast.encrypt) return undefined;
  return `${imageName} is offered without a multicast transmission, because it asks for encryption and Windows Deployment Services does not encrypt. Send it with \`imgupdate multicast send\` (Send-ImgMulticast), or do without (\`imgupdate image set NAME --multicast-encrypt=false\`, or Set-ImgImage NAME -MulticastEncrypt $false) and send again.`;
}

/** The transmission of one install image; `isOnly`: the image becomes no other one. */
export function plannedTransmission(
  { start = 'first-client', clients, at, name }: Multicast,
  { imageName, isOnly, now }: { imageName: string; isOnly: boolean; now: Date },
): Transmission {
  const own = { name: name === undefined || isOnly ? (name ?? imageName) : `${name} (${imageName})` };
  if (start === 'first-client') return { ...own, manual: false, start: 'first client' };
  if (start === 'manual') return { ...own, manual: true, start: 'by hand' };
  const moment = at === undefined ? undefined : nextTimeOfDay(at, now);
  const conditions = [
    ...(clients === undefined ? [] : [clients === 1 ? '1 client' : `${clients} clients`]),
    ...(moment === undefined ? [] : [shownTime(moment)]),
  ];
  return {
    ...{ ...own, manual: false, start: conditions.join(' or ') },
    ...(clients === undefined ? {} : { clients }),
    ...(moment === undefined ? {} : { at: moment }),
  };
}

/** The next moment at which the clock of this machine shows a time of day, 22:00. */
function nextTimeOfDay(time: string, now: Date): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const onDay = (more: number): Date =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + more, hours, minutes);
  const today = onDay(0);
  return today > now ? today : onDay(1);
}

/** 2026-12-01 22:00, by the clock of this machine. */
function shownTime(moment: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

const described = /^(.*, SHA-256 [0-9a-f]{64})(?:, (multicast .*))?$/s;

/** The description of an image with a transmission, or without one. */
export function describe(description: string, transmission: Transmission | undefined): string {
  const bare = described.exec(description)?.[1] ?? description;
  return transmission === undefined ? bare : `${bare}, ${markOf(transmission)}`;
}

/** What a description says of a transmission; undefined: there is none of ours. */
export function markIn(description: string): string | undefined {
  return described.exec(description)?.[2];
}

export function markOf({ name, start }: Transmission): string {
  return `multicast ${JSON.stringify(name)}: ${start}`;
}

/** Is it this one? The day of a time of day passes, and the transmission stays the one that was asked for. */
export function isMark(mark: string, transmission: Transmission): boolean {
  const undated = (text: string): string => text.replace(/\d{4}-\d\d-\d\d (?=\d\d:\d\d$)/, '');
  return undated(mark) === undated(markOf(transmission));
}

/** What starts the transmission that a mark tells of. */
export function startOf(mark: string): string {
  return mark.replace(/^multicast "(?:[^"\\]|\\.)*": /s, '');
}
