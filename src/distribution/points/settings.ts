import { Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { pointKind } from './kinds.ts';

/** Where a request says something about the settings of a distribution point. */
export interface PointSettingsWish {
  path?: string | undefined;
  settings?: Record<string, unknown> | undefined;
}

/** The settings as the kind wants them, over those that there are. Throws Problem ImgPointInvalid. */
export function settledPointSettings(
  ports: Ports,
  type: string,
  { path, settings }: PointSettingsWish,
  before: Record<string, unknown> = {},
): Record<string, unknown> {
  const kind = pointKind(type);
  const named = { ...before, ...settings, ...(path === undefined ? {} : { path }) };
  // What was set is taken away with null.
  const wanted = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null));
  if (!kind.validate(wanted)) {
    const [first] = kind.validate.errors ?? [];
    const { missingProperty, additionalProperty } = first?.params ?? {};
    const where = first?.instancePath.slice(1) || String(missingProperty ?? additionalProperty ?? '');
    throw new Problem('ImgPointInvalid', {
      detail: `A distribution point of the kind ${kind.type} does not take these settings: ${where} ${first?.message ?? ''}.`,
    });
  }
  return kind.settle(wanted as never, ports) as Record<string, unknown>;
}
