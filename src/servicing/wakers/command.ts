import type { DistributionServeRequest } from '../../contract/generated/types.ts';
import type { Engine } from '../run/engine.ts';

/**
 * Program and arguments of a worker that runs what is due and ends. It names everything by its whole path, so that it
 * needs neither a profile nor an environment, and it has no console.
 */
export function workerCommand({ site, installation }: Pick<Engine, 'site' | 'installation'>): string[] {
  return [...installation.engine, 'worker', 'run', '--once', siteArgument(site.folder), '--events=none'];
}

/** What tells a command for this site from one for another. */
export function siteArgument(folder: string): string {
  return `--site=${folder}`;
}

/** Program and arguments that serve a distribution point until they are ended. `token` is a name, never the token itself. */
export function servingCommand(
  { site, installation }: Pick<Engine, 'site' | 'installation'>,
  { point, token }: { point: string; token: DistributionServeRequest['token'] },
): string[] {
  const wanted = token === undefined ? [] : [`--token=${JSON.stringify(token)}`];
  return [
    ...installation.engine,
    ...['distribution', 'serve', `--name=${point}`, ...wanted, siteArgument(site.folder), '--events=none'],
  ];
}
