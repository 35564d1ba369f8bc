/**
 * What runs as `imgupdate.cjs`: a few lines that let Node keep the compiled form of the bundle beside them, then start
 * it. Compiling the bundle anew takes longer than all else that a short command does; a cache that is switched on inside
 * the bundle itself comes too late for it.
 *
 * The cache holds code, so it lies in a folder of this user alone, never in one that others can write to. Where it
 * cannot be written, Node goes on without it. `BUNDLE` is the file to start; the build puts it in.
 */
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

declare const BUNDLE: string;

enableCompileCache(join(cacheFolder(), 'compiled'));
require(join(import.meta.dirname, BUNDLE));

function cacheFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'ImgUpdate');
  // An empty or relative one is to be ignored: it would mean the current folder.
  return join(isAbsolute(XDG_CACHE_HOME ?? '') ? `${XDG_CACHE_HOME}` : join(homedir(), '.cache'), 'imgupdate');
}
