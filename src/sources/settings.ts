import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { sourceKind } from './kinds.ts';

/** Where a request says something about the settings of a source. */
export interface SettingsWish {
  url?: string | undefined;
  path?: string | undefined;
  settings?: Record<string, unknown> | undefined;
}

/** The settings of a source as its kind wants them, over those that it has. Throws Problem ImgSourceInvalid. */
export function settledSettings(
  ports: Ports,
  type: string,
  { url, path, settings }: SettingsWish,
  before: Record<string, unknown> = {},
): Record<string, unknown> {
  const kind = sourceKind(type);
  const wanted: Record<string, unknown> = {
    ...before,
    ...settings,
    ...(url === undefined ? {} : { url }),
    ...(path === undefined ? {} : { path }),
  };
  if (!kind.validate(wanted)) {
    const [first] = kind.validate.errors ?? [];
    const where =
      first?.instancePath.slice(1) ||
      String(first?.params['missingProperty'] ?? first?.params['additionalProperty'] ?? '');
    throw new Problem('ImgSourceInvalid', {
      detail: `A source of the kind ${kind.type} does not take these settings: ${where} ${first?.message ?? ''}.`,
    });
  }
  return kind.settle(wanted as never, ports) as Record<string, unknown>;
}

/** What a person should hear about settings that are allowed. */
export function settingsWarnings(settings: Record<string, unknown>): string[] {
  const { url } = settings;
  if (typeof url !== 'string' || !/^http:/i.test(url)) return [];
  return [
    `${url} is plain http: what comes from it can be changed on the way. Its digests only find files; the signature of each package decides.`,
  ];
}
