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

/** Program and arguments that serve a distribution point until they are ended. */
export function servingCommand({ site, installation }: Pick<Engine, 'site' | 'installation'>, point: string): string[] {
  return [
    ...installation.engine,
    ...['distribution', 'serve', `--name=${point}`, siteArgument(site.folder), '--events=none'],
  ];
}
