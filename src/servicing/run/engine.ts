import type { EngineEvent } from '../../contract/event.ts';
import type { Ports } from '../../ports/index.ts';
import type { Installation } from '../../site/installation.ts';
import type { Site } from '../../site/site.ts';

/** What the parts of a run need from whoever runs them: a worker, or an operation that looks after one. */
export interface Engine {
  ports: Ports;
  site: Site;
  installation: Installation;
  emit(event: EngineEvent): void;
}
