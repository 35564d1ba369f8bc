/**
 * The servicing tool, dism.exe, as typed calls: the only place that knows its arguments, output, codes and log.
 * Guarantees: text is always English; a call returns only when the tool said that it succeeded and its exit status agrees;
 * everything else is one `DismError` with a reason, a code and a reaction class; output is bounded; no process is started
 * except through the port. That DISM reports success proves nothing about the image: read it back.
 * To add a command: its argument list (arguments.ts), its method (types.ts and here), a parser if it answers with data.
 */
import { argumentsOf } from './arguments.ts';
import { DismError } from './dism-error.ts';
import { parseImageDetails, parseImageList } from './image-info.ts';
import { parseMountedImages } from './mounted-images.ts';
import { parsePackageList } from './package-list.ts';
import { runCommand, type Tool } from './run-command.ts';
import type { CallOptions, Dism, DismResult } from './types.ts';

/** `command` is dism.exe with its path, the emulator, or anything that behaves like them: ["node", "dism.cjs"]. */
export function createDism(tool: Tool): Dism {
  const run = async (args: string[], options: CallOptions): Promise<DismResult> =>
    (await runCommand(tool, args, options)).result;

  return {
    async getImageInfo(request) {
      const { result, lines } = await runCommand(tool, argumentsOf.getImageInfo(request), request);
      return { ...result, images: parseImageList(lines) };
    },
    async getImageInfoOf(request) {
      const { result, lines } = await runCommand(tool, argumentsOf.getImageInfo(request, request.index), request);
      const image = parseImageDetails(lines);
      if (image === undefined) throw unreadable(result, `details of index ${request.index}`, tool, request);
      return { ...result, image };
    },
    mountImage: (request) => run(argumentsOf.mountImage(request), request),
    remountImage: (request) => run(argumentsOf.remountImage(request), request),
    commitImage: (request) => run(argumentsOf.commitImage(request), request),
    unmountImage: (request) => run(argumentsOf.unmountImage(request), request),
    async getMountedImageInfo(options = {}) {
      const { result, lines } = await runCommand(tool, argumentsOf.getMountedImageInfo(), options);
      return { ...result, mountedImages: parseMountedImages(lines) };
    },
    addPackage: (request) => run(argumentsOf.addPackage(request), request),
    addDriver: (request) => run(argumentsOf.addDriver(request), request),
    addCapability: (request) => run(argumentsOf.addCapability(request), request),
    enableFeature: (request) => run(argumentsOf.enableFeature(request), request),
    async getPackages(request) {
      const { result, lines } = await runCommand(tool, argumentsOf.getPackages(request), request);
      return { ...result, packages: parsePackageList(lines) };
    },
    cleanupImage: (request) => run(argumentsOf.cleanupImage(request), request),
    exportImage: (request) => run(argumentsOf.exportImage(request), request),
    cleanupMountpoints: (options = {}) => run(argumentsOf.cleanupMountpoints(), options),
  };
}

function unreadable(result: DismResult, what: string, tool: Tool, options: CallOptions): DismError {
  return new DismError({
    reason: 'garbage',
    code: 0,
    message: `The servicing tool said that it succeeded, but did not print the ${what}.`,
    command: tool.command.join(' '),
    logPath: options.logPath,
    output: result.output,
    exitCode: result.exitCode,
  });
}
