import type { ContentSave, SavedContent } from '../contract/generated/types.ts';
import type { SaveRow } from './save/jobs.ts';
import { aboutFile } from './save/save-contents.ts';
import type { WantedContent } from './save/wanted.ts';

/** The document of a save in the background: its files as planned until it ends. */
export function saveDocument(row: SaveRow): ContentSave {
  const { save_id: saveId, created, started, completed, bytes, bytes_done: bytesDownloaded } = row;
  const results: SavedContent[] = JSON.parse(row.results_json);
  const wanted: WantedContent[] = JSON.parse(row.wanted_json);
  return {
    ...{ saveId, created, started, completed, bytes, bytesDownloaded },
    status: row.status as ContentSave['status'],
    files: results.length > 0 ? results : wanted.map(aboutFile),
    problem: row.problem_json === null ? null : JSON.parse(row.problem_json),
  };
}
