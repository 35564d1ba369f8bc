import type { ImageIndex } from '../contract/generated/types.ts';
import { baseBuild } from '../updates/known-releases.ts';
import type { FoundTool } from './find-tool.ts';
import { type EnvironmentCheck, failed, ofSite, ok, warning } from './surroundings.ts';

const other = 'Name another one with `imgupdate site set --dism PATH`.';

/** Which tool services images, and whether it answers as dism.exe does. */
export const examineTool = ofSite(({ tool }, { platform }) => {
  const { command, version, error, isReal } = tool;
  const program = command[0] ?? '';
  if (!isReal && error === undefined) {
    const message = 'The emulator stands in for DISM: images that it made can be serviced, real ones only read.';
    const remedy = platform === 'win32' ? other : 'Service real images on Windows.';
    return [warning('ServicingTool', message, remedy)];
  }
  if (error === undefined || (error.reason === 'failed' && version !== undefined)) {
    return [ok('ServicingTool', `${program}, version ${version ?? 'unknown'} (${originOf(tool)}).`)];
  }
  if (error.reason === 'not-elevated') {
    const message = `${program} (${originOf(tool)}) tells its version to an elevated session only.`;
    return [warning('ServicingTool', message, 'Check again from an elevated prompt.')];
  }
  return [failed('ServicingTool', `${program} cannot be used: ${error.message}`, `Install DISM. ${other}`)];
});

/** The DISM of an assessment and deployment kit is as new as the kit, whatever the host is. */
function originOf({ command: [program = ''] }: FoundTool): string {
  return /Assessment and Deployment Kit/i.test(program) ? 'of an ADK' : 'of this host';
}

/** DISM must be as new as the image or newer: an older one fails with 50, or changes the image wrongly. */
export const examineImageBuilds = ofSite(({ tool, images }): EnvironmentCheck[] => {
  const real = images.filter(({ rehearsal }) => rehearsal === 0);
  if (!tool.isReal || tool.version === undefined || real.length === 0) return [];
  const own = baseBuild(Number(tool.version.split('.')[2]));
  const tooNew = real.flatMap(({ name, inspection_json }) => {
    const { indexes }: { indexes: Pick<ImageIndex, 'build'>[] } = JSON.parse(inspection_json);
    const builds = indexes.map(({ build }) => build ?? 0).filter((build) => baseBuild(build) > own);
    return builds.length === 0 ? [] : [{ name, build: Math.max(...builds) }];
  });
  const [first] = tooNew;
  if (first === undefined) return [ok('ImageBuild', `DISM ${tool.version} is new enough for all images.`)];
  const more = tooNew.length === 1 ? '' : ` and ${tooNew.length - 1} more`;
  const message = `DISM ${tool.version} is older than ${first.name} (build ${first.build})${more}.`;
  return [failed('ImageBuild', message, `Use a newer host, or the DISM of a newer ADK. ${other}`)];
});
