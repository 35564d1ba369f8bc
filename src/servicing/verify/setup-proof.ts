import type { Proof } from '../../contract/generated/types.ts';
import { digestOf } from '../../formats/digest-of.ts';
import { foldName } from '../../formats/wim/names.ts';
import { fileBelow } from '../../images/library/below.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import type { Work } from '../steps/step.ts';
import { setupPrograms, setupProgramsIn } from './setup-programs.ts';

export type SetupProof = NonNullable<Proof['setup']>;

/** Far above any program of Setup. */
const mostProgramBytes = 256 * 1024 * 1024;

/**
 * What becomes of the files of Setup, and whether its programs will be the same on the media and in boot.wim: each is read
 * where it will come from. Undefined where nothing of Setup was renewed.
 */
export async function proveSetup(work: Work): Promise<SetupProof | undefined> {
  const { ports, outcome, plan, folder, signal } = work;
  if (plan.setup === null || outcome.setup.files.size === 0) return undefined;
  const media = plan.setup.folder;
  const digest = async (path: string | undefined): Promise<string | null> =>
    path === undefined ? null : (await ports.files.digest(path, ['sha256'], { signal })).sha256;
  const files: SetupProof['files'] = [];
  for (const { names, sha256, size } of outcome.setup.files.values()) {
    const sha256Before = await digest(fileBelow(ports.files, media, names));
    if (sha256 === null || sha256Before === sha256) continue;
    files.push({ path: `\\${names.join('\\')}`, sha256Before, sha256After: sha256, size });
  }
  const bootPath = outcome.boot.installed.size > 0 ? folder.boot.image : plan.setup.bootImage;
  const inBoot = bootPath === null ? new Map<string, string>() : programsOf(work, bootPath);
  const programs: SetupProof['programs'] = [];
  for (const name of setupPrograms) {
    const names = ['sources', name];
    const renewed = outcome.setup.files.get(foldName(names.join('\\')));
    const onMedia = await digest(renewed?.file ?? fileBelow(ports.files, media, names));
    const bootImage = inBoot.get(name) ?? null;
    if (bootImage !== null) programs.push({ name, media: onMedia, bootImage, equal: onMedia === bootImage });
  }
  const missing = programs
    .filter(({ equal }) => !equal)
    .map(({ name }) => `${name} in sources is not the one of boot.wim.`);
  return { updates: outcome.setup.updates, files, programs, missing };
}

/** SHA-256 of the programs of Setup in boot.wim. */
function programsOf({ ports }: Work, path: string): Map<string, string> {
  const { wim, close } = openImageFile(ports, path);
  try {
    return new Map(
      [...setupProgramsIn(wim)].map(([name, sha1]) => [
        name,
        digestOf(ports.newDigest, 'sha256', wim.readAll(sha1, mostProgramBytes)),
      ]),
    );
  } catch (error) {
    throw imageProblem(error, path);
  } finally {
    close();
  }
}
