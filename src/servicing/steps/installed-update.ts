import type { AssignedUpdate } from '../plan/assign.ts';

/** An update that went in, and what it is proved by. */
export type InstalledUpdate = Pick<AssignedUpdate, 'articleId' | 'title' | 'kind' | 'revision' | 'package'>;
