/** Something that happened on the way; see schemas/v1/event.json. `time` is added where the event is written. */
export interface EngineEvent {
  level: 'debug' | 'info' | 'warning' | 'error';
  /** Dotted: step.started, step.progress, run.completed, log, ... */
  type: string;
  /** For people. Programs look at the other members. */
  message: string;
  runId?: string;
  step?: { id: string; kind: string; index?: number };
  progress?: { done: number; total: number; unit: string };
  data?: Record<string, unknown>;
}
