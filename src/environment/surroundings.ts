import type { EnvironmentCheck, EnvironmentCheckRequest } from '../contract/generated/types.ts';
import type { Problem } from '../errors.ts';
import type { ImageTable } from '../images/tables.ts';
import type { Ports } from '../ports/index.ts';
import type { Installation } from '../site/installation.ts';
import type { Settings } from '../site/settings.ts';
import type { Site } from '../site/site.ts';
import type { FoundTool } from './find-tool.ts';

export type { EnvironmentCheck } from '../contract/generated/types.ts';

/** What a site adds to a machine. */
export interface SiteFacts {
  site: Site;
  settings: Settings;
  /** The images that are looked at: all, or the one that was asked for. */
  images: ImageTable[];
  /** The site's servicing tool. */
  tool: FoundTool;
  /** Our folder on the servicing drive: only below it does the engine ever work. */
  servicingFolder: string;
}

/** Everything that the checks look at. */
export interface Surroundings {
  ports: Ports;
  installation: Installation;
  platform: string;
  /** Version of the Node that runs the engine, without the v. */
  node: string;
  powerShell: EnvironmentCheckRequest['powerShell'];
  /** This process may do what others may not. */
  elevated: boolean;
  /** The problem where the site cannot be opened: then only the machine is looked at. */
  facts: SiteFacts | Problem;
}

/** One or more lines of the answer; none where there is nothing to look at. */
export type Examination = (surroundings: Surroundings) => EnvironmentCheck[] | Promise<EnvironmentCheck[]>;

/** An examination that needs a site that can be opened. */
export function ofSite(
  examine: (facts: SiteFacts, surroundings: Surroundings) => EnvironmentCheck[] | Promise<EnvironmentCheck[]>,
): Examination {
  return (surroundings) => ('site' in surroundings.facts ? examine(surroundings.facts, surroundings) : []);
}

export function ok(id: EnvironmentCheck['id'], message: string): EnvironmentCheck {
  return { id, status: 'ok', message };
}

export function warning(id: EnvironmentCheck['id'], message: string, remedy: string): EnvironmentCheck {
  return { id, status: 'warning', message, remedy };
}

export function failed(id: EnvironmentCheck['id'], message: string, remedy: string): EnvironmentCheck {
  return { id, status: 'failed', message, remedy };
}
