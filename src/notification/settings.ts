import type { Ports } from '../ports/index.ts';
import { channelOf } from './channels.ts';
import { invalidSetting } from './setting-checks.ts';

/** Settings of a channel as it wants them. Throws Problem ImgNotificationInvalid. */
export function settledSettings(
  ports: Ports,
  type: string,
  settings: Record<string, unknown>,
): { settings: Record<string, unknown>; warnings: string[] } {
  const channel = channelOf(type);
  if (!channel.validate(settings)) {
    const [first] = channel.validate.errors ?? [];
    const member = String(
      first?.instancePath.slice(1) || (first?.params['missingProperty'] ?? first?.params['additionalProperty'] ?? ''),
    );
    throw invalidSetting(member, first?.message ?? 'does not fit');
  }
  const settled = channel.settle(settings as never, ports) as never;
  return { settings: settled, warnings: channel.warnings(settled) };
}
