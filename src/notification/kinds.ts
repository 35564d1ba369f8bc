/** The table of what can be told. To add a kind: a row here, its name in the schemas, a file in `facts/`. */
import type { NotificationMessage } from '../contract/generated/types.ts';

export type EventKind = NotificationMessage['event'];
export type Level = 'info' | 'warning' | 'error';

export interface KindFacts {
  description: string;
  level: Level;
  /** Id of its entries in the event log of Windows. */
  eventId: number;
}

export const eventKinds: Readonly<Record<EventKind, KindFacts>> = {
  RunSucceeded: { description: 'A run has published an image.', level: 'info', eventId: 1000 },
  RunSucceededWithErrors: {
    description: 'A run has ended, and not everything went in.',
    level: 'warning',
    eventId: 1001,
  },
  RunFailed: { description: 'A run has failed; the image is as it was.', level: 'error', eventId: 1002 },
  RunStalled: {
    description: 'The servicing tool of a run is silent for longer than is usual there; the run goes on.',
    level: 'warning',
    eventId: 1003,
  },
  ImageOld: {
    description: 'The update that an image is at is older than imageAge days.',
    level: 'warning',
    eventId: 1010,
  },
  SupportEnds: {
    description: 'The release of an image gets its last update within supportEnds days.',
    level: 'warning',
    eventId: 1011,
  },
  SyncStale: {
    description: 'A source was not synchronised for syncAge days, or its last sync failed.',
    level: 'warning',
    eventId: 1020,
  },
  NothingRan: { description: 'A run was due overdue hours ago and has not begun.', level: 'error', eventId: 1021 },
  DistributionFailed: {
    description: 'An image did not reach a distribution point.',
    level: 'error',
    eventId: 1030,
  },
  MaintenanceSucceeded: {
    description: 'A maintenance has cleaned something up.',
    level: 'info',
    eventId: 1040,
  },
  MaintenanceFailed: {
    description: 'A part of a maintenance has failed.',
    level: 'error',
    eventId: 1041,
  },
};

export const allKinds = Object.keys(eventKinds) as EventKind[];

/** For a test message. */
export const testEventId = 999;
