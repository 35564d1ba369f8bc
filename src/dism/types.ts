import type { ImageDetails, ImageSummary } from './image-info.ts';
import type { MountedImage } from './mounted-images.ts';
import type { PackageError } from './package-errors.ts';
import type { PackageState } from './package-list.ts';

/** What every call takes besides its own members. */
export interface CallOptions {
  /** One log file for this call (`/LogPath`). Without it dism.exe writes to its own place under the Windows folder. */
  logPath?: string;
  /** An existing local folder (`/ScratchDir`); two calls that run at once need different ones. */
  scratchDir?: string;
  /** Whole or fractional percent, 0 to 100, and the caption line that the bar stands under. May repeat and jump. */
  onProgress?: (percent: number, caption: string) => void;
  /** Told once, before any output: what recovery needs to know to end or await the tool later. */
  onStarted?: (pid: number, startTime: string) => void;
  /** Aborting ends the tool with everything it started; the call then throws `DismError` with reason 'cancelled'. */
  signal?: AbortSignal;
}

/** Result of a call that ended well. That DISM says so is no proof: the caller reads the image back. */
export interface DismResult {
  ok: true;
  /** 0, or 3010 when the tool asks for a restart (no effect offline). */
  code: number;
  message: string;
  /** Packages that failed although the command as a whole succeeded. */
  packageErrors: PackageError[];
  /** The last part of what the tool printed, without progress bars. */
  output: string;
  exitCode: number;
}

export interface GetImageInfoRequest extends CallOptions {
  imageFile: string;
}
export interface MountImageRequest extends CallOptions {
  imageFile: string;
  index: number;
  mountDir: string;
  readOnly?: boolean;
  checkIntegrity?: boolean;
}
export interface UnmountImageRequest extends CallOptions {
  mountDir: string;
  /** true: save the changes into the image file; false: throw them away. */
  commit: boolean;
  checkIntegrity?: boolean;
}
export interface MountDirRequest extends CallOptions {
  mountDir: string;
}
export interface AddPackageRequest extends MountDirRequest {
  /** One .msu or .cab file; several are added in the given order. */
  packagePath: string | string[];
  ignoreCheck?: boolean;
  preventPending?: boolean;
}
export interface AddDriverRequest extends MountDirRequest {
  /** Paths of .inf files. */
  drivers: readonly string[];
  /** Drivers without a signature as well. */
  forceUnsigned?: boolean;
}
export interface AddCapabilityRequest extends MountDirRequest {
  /** Whole name: "Language.Basic~~~de-DE~0.0.1.0". */
  capability: string;
  /** Folders that hold features on demand; nothing else is asked. */
  sources: readonly string[];
}
export interface EnableFeatureRequest extends MountDirRequest {
  feature: string;
  /** Folder with its payload; without it the image must hold it. No update service is asked. */
  source?: string;
}
export interface CleanupImageRequest extends MountDirRequest {
  startComponentCleanup: true;
  resetBase?: boolean;
  /** What takes long is left to maintenance; with resetBase alone. */
  defer?: boolean;
}
export type Compression = 'none' | 'fast' | 'max' | 'recovery';
export interface ExportImageRequest extends CallOptions {
  sourceImageFile: string;
  sourceIndex: number;
  /** DISM appends to a file that exists: whoever wants a compact copy passes a new name. */
  destinationImageFile: string;
  destinationName?: string;
  compress?: Compression;
  checkIntegrity?: boolean;
}

/** dism.exe, one typed method a command. Each call starts one process, awaits its end, and returns or throws `DismError`. */
export interface Dism {
  getImageInfo(request: GetImageInfoRequest): Promise<DismResult & { images: ImageSummary[] }>;
  getImageInfoOf(request: GetImageInfoRequest & { index: number }): Promise<DismResult & { image: ImageDetails }>;
  mountImage(request: MountImageRequest): Promise<DismResult>;
  remountImage(request: MountDirRequest): Promise<DismResult>;
  commitImage(request: MountDirRequest): Promise<DismResult>;
  unmountImage(request: UnmountImageRequest): Promise<DismResult>;
  getMountedImageInfo(request?: CallOptions): Promise<DismResult & { mountedImages: MountedImage[] }>;
  addPackage(request: AddPackageRequest): Promise<DismResult>;
  addDriver(request: AddDriverRequest): Promise<DismResult>;
  addCapability(request: AddCapabilityRequest): Promise<DismResult>;
  /** With all features that it builds on. */
  enableFeature(request: EnableFeatureRequest): Promise<DismResult>;
  getPackages(request: MountDirRequest): Promise<DismResult & { packages: PackageState[] }>;
  cleanupImage(request: CleanupImageRequest): Promise<DismResult>;
  exportImage(request: ExportImageRequest): Promise<DismResult>;
  cleanupMountpoints(request?: CallOptions): Promise<DismResult>;
}
