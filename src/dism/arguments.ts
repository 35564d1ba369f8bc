import type {
  AddCapabilityRequest,
  AddDriverRequest,
  AddPackageRequest,
  CallOptions,
  CleanupImageRequest,
  EnableFeatureRequest,
  ExportImageRequest,
  GetImageInfoRequest,
  MountDirRequest,
  MountImageRequest,
  UnmountImageRequest,
} from './types.ts';

/**
 * Argument lists of the commands that ImgUpdate uses. Each option is one argument, "/Option:value", with no quotes in it:
 * whoever starts the process quotes the whole argument, which dism.exe accepts.
 */
export const argumentsOf = {
  getImageInfo: (request: GetImageInfoRequest, index?: number) => [
    '/Get-ImageInfo',
    option('ImageFile', request.imageFile),
    ...(index === undefined ? [] : [option('Index', index)]),
  ],
  mountImage: (request: MountImageRequest) => [
    '/Mount-Image',
    option('ImageFile', request.imageFile),
    option('Index', request.index),
    option('MountDir', request.mountDir),
    ...flag('ReadOnly', request.readOnly),
    ...flag('CheckIntegrity', request.checkIntegrity),
  ],
  remountImage: (request: MountDirRequest) => ['/Remount-Image', option('MountDir', request.mountDir)],
  commitImage: (request: MountDirRequest) => ['/Commit-Image', option('MountDir', request.mountDir)],
  unmountImage: (request: UnmountImageRequest) => [
    '/Unmount-Image',
    option('MountDir', request.mountDir),
    request.commit ? '/Commit' : '/Discard',
    ...flag('CheckIntegrity', request.checkIntegrity),
  ],
  getMountedImageInfo: () => ['/Get-MountedImageInfo'],
  addPackage: (request: AddPackageRequest) => [
    option('Image', request.mountDir),
    '/Add-Package',
    ...[request.packagePath].flat().map((path) => option('PackagePath', path)),
    ...flag('IgnoreCheck', request.ignoreCheck),
    ...flag('PreventPending', request.preventPending),
  ],
  addDriver: (request: AddDriverRequest) => [
    option('Image', request.mountDir),
    '/Add-Driver',
    ...request.drivers.map((path) => option('Driver', path)),
    ...flag('ForceUnsigned', request.forceUnsigned),
  ],
  addCapability: (request: AddCapabilityRequest) => [
    option('Image', request.mountDir),
    '/Add-Capability',
    option('CapabilityName', request.capability),
    ...request.sources.map((folder) => option('Source', folder)),
    '/LimitAccess',
  ],
  enableFeature: (request: EnableFeatureRequest) => [
    option('Image', request.mountDir),
    '/Enable-Feature',
    option('FeatureName', request.feature),
    '/All',
    ...(request.source === undefined ? [] : [option('Source', request.source)]),
    '/LimitAccess',
  ],
  getPackages: (request: MountDirRequest) => [option('Image', request.mountDir), '/Get-Packages'],
  cleanupImage: (request: CleanupImageRequest) => [
    option('Image', request.mountDir),
    '/Cleanup-Image',
    '/StartComponentCleanup',
    ...flag('ResetBase', request.resetBase),
    ...flag('Defer', request.defer),
  ],
  exportImage: (request: ExportImageRequest) => [
    '/Export-Image',
    option('SourceImageFile', request.sourceImageFile),
    option('SourceIndex', request.sourceIndex),
    option('DestinationImageFile', request.destinationImageFile),
    ...(request.destinationName === undefined ? [] : [option('DestinationName', request.destinationName)]),
    ...(request.compress === undefined ? [] : [option('Compress', request.compress)]),
    ...flag('CheckIntegrity', request.checkIntegrity),
  ],
  cleanupMountpoints: () => ['/Cleanup-Mountpoints'],
};

/** Options that every call may carry. Text is always asked for in English: everything else here reads English. */
export function commonArguments(options: CallOptions): string[] {
  return [
    '/English',
    ...(options.logPath === undefined ? [] : [logPathArgument(options.logPath)]),
    ...(options.scratchDir === undefined ? [] : [option('ScratchDir', options.scratchDir)]),
  ];
}

/** The argument that tells a call of ours from every other process: each call of a run logs into the run's own folder. */
export function logPathArgument(logPath: string): string {
  return option('LogPath', logPath);
}

/** A separator at the end of a path would escape the closing quote on Windows; only a root keeps it. */
function option(name: string, value: string | number): string {
  const text = String(value);
  const bare = text.replace(/[\\/]+$/, '');
  return `/${name}:${bare === '' || bare.endsWith(':') ? text : bare}`;
}

function flag(name: string, on: boolean | undefined): string[] {
  return on ? [`/${name}`] : [];
}
