// Made by `npm run generate` from schemas/v1. Do not edit.
/**
 * Processor architecture.
 */
export type Architecture = ("x86" | "x64" | "arm64")
/**
 * Kind of an update.
 */
export type Kind = ("CumulativeUpdate" | "CumulativeUpdatePreview" | "DynamicCumulativeUpdate" | "ServicingStackUpdate" | "DotNetCumulativeUpdate" | "DotNetCumulativeUpdatePreview" | "SafeOSDynamicUpdate" | "SetupDynamicUpdate" | "DynamicUpdate" | "MonthlyRollup" | "MonthlyRollupPreview" | "SecurityOnly" | "SecurityUpdate" | "EnablementPackage" | "FeatureUpdate" | "LanguagePack" | "FeatureOnDemand" | "Hotpatch" | "Driver" | "Definition" | "Tool" | "Other" | "Unknown")
/**
 * Day of the week.
 */
export type WeekDay = ("Sunday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday")

export interface Contract {
architecture?: Architecture
"boot-file"?: BootFile
"boot-image.add.request"?: BootImageAddRequest
"boot-image.add.result"?: BootImageAddResult
"boot-image"?: BootImage
"boot-image.list.request"?: BootImageListRequest
"boot-image.list.result"?: BootImageListResult
"boot-image.remove.request"?: BootImageRemoveRequest
"boot-image.remove.result"?: BootImageRemoveResult
"boot-image.set.request"?: BootImageSetRequest
"boot-image.set.result"?: BootImageSetResult
"boot-image.show.request"?: BootImageShowRequest
"boot-image.show.result"?: BootImageShowResult
"boot-minimums"?: BootMinimums
"bundle-error"?: BundleError
"bundle-key"?: BundleKey
"bundle.export.request"?: BundleExportRequest
"bundle.export.result"?: BundleExportResult
"bundle.import.request"?: BundleImportRequest
"bundle.import.result"?: BundleImportResult
candidate?: Candidate
category?: Category
"category.list.request"?: CategoryListRequest
"category.list.result"?: CategoryListResult
"category.set.request"?: CategorySetRequest
"category.set.result"?: CategorySetResult
"cleared-content"?: ClearedContent
"configmgr-update"?: ConfigmgrUpdate
"configmgr.schedule.request"?: ConfigmgrScheduleRequest
"configmgr.schedule.result"?: ConfigmgrScheduleResult
"content-save"?: ContentSave
"content.add.request"?: ContentAddRequest
"content.add.result"?: ContentAddResult
"content.clear.request"?: ContentClearRequest
"content.clear.result"?: ContentClearResult
content?: Content
"content.list.request"?: ContentListRequest
"content.list.result"?: ContentListResult
"content.save.request"?: ContentSaveRequest
"content.save.result"?: ContentSaveResult
"content.verify.request"?: ContentVerifyRequest
"content.verify.result"?: ContentVerifyResult
"distribution-point"?: DistributionPoint
"distribution-status"?: DistributionStatus
"distribution-target"?: DistributionTarget
"distribution.add.request"?: DistributionAddRequest
"distribution.add.result"?: DistributionAddResult
"distribution.list.request"?: DistributionListRequest
"distribution.list.result"?: DistributionListResult
"distribution.remove.request"?: DistributionRemoveRequest
"distribution.remove.result"?: DistributionRemoveResult
"distribution.send.request"?: DistributionSendRequest
"distribution.send.result"?: DistributionSendResult
"distribution.serve.request"?: DistributionServeRequest
"distribution.serve.result"?: DistributionServeResult
"distribution.set.request"?: DistributionSetRequest
"distribution.set.result"?: DistributionSetResult
"distribution.show.request"?: DistributionShowRequest
"distribution.show.result"?: DistributionShowResult
"distribution.status.request"?: DistributionStatusRequest
"distribution.status.result"?: DistributionStatusResult
"environment.check.request"?: EnvironmentCheckRequest
"environment.check.result"?: EnvironmentCheckResult
event?: Event
exception?: Exception
feature?: Feature
"image-difference"?: ImageDifference
"image-index"?: ImageIndex
"image-inspection"?: ImageInspection
"image-version"?: ImageVersion
"image-version.remove.request"?: ImageVersionRemoveRequest
"image-version.remove.result"?: ImageVersionRemoveResult
"image.add.request"?: ImageAddRequest
"image.add.result"?: ImageAddResult
"image.advice.request"?: ImageAdviceRequest
"image.advice.result"?: ImageAdviceResult
"image.compare.request"?: ImageCompareRequest
"image.compare.result"?: ImageCompareResult
"image.export.request"?: ImageExportRequest
"image.export.result"?: ImageExportResult
"image.files.request"?: ImageFilesRequest
"image.files.result"?: ImageFilesResult
"image.inspect.request"?: ImageInspectRequest
"image.inspect.result"?: ImageInspectResult
"image.installed.request"?: ImageInstalledRequest
"image.installed.result"?: ImageInstalledResult
image?: Image
"image.list.request"?: ImageListRequest
"image.list.result"?: ImageListResult
"image.read.request"?: ImageReadRequest
"image.read.result"?: ImageReadResult
"image.refresh.request"?: ImageRefreshRequest
"image.refresh.result"?: ImageRefreshResult
"image.remove.request"?: ImageRemoveRequest
"image.remove.result"?: ImageRemoveResult
"image.restore.request"?: ImageRestoreRequest
"image.restore.result"?: ImageRestoreResult
"image.save.request"?: ImageSaveRequest
"image.save.result"?: ImageSaveResult
"image.set.request"?: ImageSetRequest
"image.set.result"?: ImageSetResult
"image.show.request"?: ImageShowRequest
"image.show.result"?: ImageShowResult
"image.status.request"?: ImageStatusRequest
"image.status.result"?: ImageStatusResult
"image.verify.request"?: ImageVerifyRequest
"image.verify.result"?: ImageVerifyResult
"image.versions.request"?: ImageVersionsRequest
"image.versions.result"?: ImageVersionsResult
"import-error"?: ImportError
"installable-update"?: InstallableUpdate
"installed-update"?: InstalledUpdate
kind?: Kind
"log.show.request"?: LogShowRequest
"log.show.result"?: LogShowResult
"maintenance-part"?: MaintenancePart
"maintenance-run"?: MaintenanceRun
maintenance?: Maintenance
"maintenance.list.request"?: MaintenanceListRequest
"maintenance.list.result"?: MaintenanceListResult
"maintenance.run.request"?: MaintenanceRunRequest
"maintenance.run.result"?: MaintenanceRunResult
"media-file"?: MediaFile
"media.export.request"?: MediaExportRequest
"media.export.result"?: MediaExportResult
"media.update-boot-manager.request"?: MediaUpdateBootManagerRequest
"media.update-boot-manager.result"?: MediaUpdateBootManagerResult
"multicast-receiver"?: MulticastReceiver
"multicast.receive.request"?: MulticastReceiveRequest
"multicast.receive.result"?: MulticastReceiveResult
"multicast.send.request"?: MulticastSendRequest
"multicast.send.result"?: MulticastSendResult
"not-found"?: NotFound
"not-understood"?: NotUnderstood
"notification-message"?: NotificationMessage
"notification.add.request"?: NotificationAddRequest
"notification.add.result"?: NotificationAddResult
"notification.command.settings"?: NotificationCommandSettings
"notification.event-log.settings"?: NotificationEventLogSettings
notification?: Notification
"notification.list.request"?: NotificationListRequest
"notification.list.result"?: NotificationListResult
"notification.mail.settings"?: NotificationMailSettings
"notification.remove.request"?: NotificationRemoveRequest
"notification.remove.result"?: NotificationRemoveResult
"notification.set.request"?: NotificationSetRequest
"notification.set.result"?: NotificationSetResult
"notification.show.request"?: NotificationShowRequest
"notification.show.result"?: NotificationShowResult
"notification.test.request"?: NotificationTestRequest
"notification.test.result"?: NotificationTestResult
"notification.webhook.settings"?: NotificationWebhookSettings
"package.inspect.request"?: PackageInspectRequest
"package.inspect.result"?: PackageInspectResult
package?: Package
"partial-content"?: PartialContent
"plan-step"?: PlanStep
"plan.export.request"?: PlanExportRequest
"plan.export.result"?: PlanExportResult
plan?: Plan
"plan.show.request"?: PlanShowRequest
"plan.show.result"?: PlanShowResult
"point-check"?: PointCheck
"point-image-index"?: PointImageIndex
"point-image"?: PointImage
"point-manifest-file"?: PointManifestFile
"point-manifest"?: PointManifest
"point-version"?: PointVersion
"point.configmgr.settings"?: PointConfigmgrSettings
"point.folder.settings"?: PointFolderSettings
"point.http.settings"?: PointHttpSettings
"point.s3.settings"?: PointS3Settings
"point.wds.settings"?: PointWdsSettings
problem?: Problem
proof?: Proof
published?: Published
"quarantined-content"?: QuarantinedContent
recommended?: Recommended
recurrence?: Recurrence
"rehearsal.image.request"?: RehearsalImageRequest
"rehearsal.image.result"?: RehearsalImageResult
"rehearsal.package.request"?: RehearsalPackageRequest
"rehearsal.package.result"?: RehearsalPackageResult
"release.import.request"?: ReleaseImportRequest
"release.import.result"?: ReleaseImportResult
release?: Release
"release.list.request"?: ReleaseListRequest
"release.list.result"?: ReleaseListResult
"rule.add.request"?: RuleAddRequest
"rule.add.result"?: RuleAddResult
"rule.evaluate.request"?: RuleEvaluateRequest
"rule.evaluate.result"?: RuleEvaluateResult
rule?: Rule
"rule.list.request"?: RuleListRequest
"rule.list.result"?: RuleListResult
"rule.remove.request"?: RuleRemoveRequest
"rule.remove.result"?: RuleRemoveResult
"rule.set.request"?: RuleSetRequest
"rule.set.result"?: RuleSetResult
"rule.show.request"?: RuleShowRequest
"rule.show.result"?: RuleShowResult
"run-stall"?: RunStall
"run-step"?: RunStep
run?: Run
"run.list.request"?: RunListRequest
"run.list.result"?: RunListResult
"run.show.request"?: RunShowRequest
"run.show.result"?: RunShowResult
"run.start.request"?: RunStartRequest
"run.start.result"?: RunStartResult
"run.stop.request"?: RunStopRequest
"run.stop.result"?: RunStopResult
"run.wait.request"?: RunWaitRequest
"run.wait.result"?: RunWaitResult
"saved-content"?: SavedContent
"saved-image"?: SavedImage
"schedule.add.request"?: ScheduleAddRequest
"schedule.add.result"?: ScheduleAddResult
"schedule.clear.request"?: ScheduleClearRequest
"schedule.clear.result"?: ScheduleClearResult
"schedule.convert.request"?: ScheduleConvertRequest
"schedule.convert.result"?: ScheduleConvertResult
schedule?: Schedule
"schedule.list.request"?: ScheduleListRequest
"schedule.list.result"?: ScheduleListResult
"schedule.preview.request"?: SchedulePreviewRequest
"schedule.preview.result"?: SchedulePreviewResult
"schedule.set.request"?: ScheduleSetRequest
"schedule.set.result"?: ScheduleSetResult
"schedule.show.request"?: ScheduleShowRequest
"schedule.show.result"?: ScheduleShowResult
"schema.show.request"?: SchemaShowRequest
"schema.show.result"?: SchemaShowResult
"selection-warning"?: SelectionWarning
"servicing-advice"?: ServicingAdvice
"servicing.repair.request"?: ServicingRepairRequest
"servicing.repair.result"?: ServicingRepairResult
silence?: Silence
"site-report"?: SiteReport
"site.set.request"?: SiteSetRequest
"site.set.result"?: SiteSetResult
"site.show.request"?: SiteShowRequest
"site.show.result"?: SiteShowResult
skipped?: Skipped
"source.add.request"?: SourceAddRequest
"source.add.result"?: SourceAddResult
"source.bundle.settings"?: SourceBundleSettings
"source.catalog-site.settings"?: SourceCatalogSiteSettings
"source.configmgr.settings"?: SourceConfigmgrSettings
"source.folder.settings"?: SourceFolderSettings
source?: Source
"source.list.request"?: SourceListRequest
"source.list.result"?: SourceListResult
"source.remove.request"?: SourceRemoveRequest
"source.remove.result"?: SourceRemoveResult
"source.server.settings"?: SourceServerSettings
"source.set.request"?: SourceSetRequest
"source.set.result"?: SourceSetResult
"source.show.request"?: SourceShowRequest
"source.show.result"?: SourceShowResult
"source.test.request"?: SourceTestRequest
"source.test.result"?: SourceTestResult
"source.wsus.settings"?: SourceWsusSettings
"source.wsusscn2.settings"?: SourceWsusscn2Settings
sync?: Sync
"sync.list.request"?: SyncListRequest
"sync.list.result"?: SyncListResult
"sync.show.request"?: SyncShowRequest
"sync.show.result"?: SyncShowResult
task?: Task
"task.list.request"?: TaskListRequest
"task.list.result"?: TaskListResult
"task.register.request"?: TaskRegisterRequest
"task.register.result"?: TaskRegisterResult
"task.unregister.request"?: TaskUnregisterRequest
"task.unregister.result"?: TaskUnregisterResult
"time-span"?: TimeSpan2
"trust.show.request"?: TrustShowRequest
"trust.show.result"?: TrustShowResult
"update-file"?: UpdateFile
"update-line"?: UpdateLine
"update-result"?: UpdateResult
"update-status"?: UpdateStatus
"update.classify.request"?: UpdateClassifyRequest
"update.classify.result"?: UpdateClassifyResult
"update.decline.request"?: UpdateDeclineRequest
"update.decline.result"?: UpdateDeclineResult
"update.import.request"?: UpdateImportRequest
"update.import.result"?: UpdateImportResult
"update.install.request"?: UpdateInstallRequest
"update.install.result"?: UpdateInstallResult
update?: Update
"update.list.request"?: UpdateListRequest
"update.list.result"?: UpdateListResult
"update.recommend.request"?: UpdateRecommendRequest
"update.recommend.result"?: UpdateRecommendResult
"update.set.request"?: UpdateSetRequest
"update.set.result"?: UpdateSetResult
"update.show.request"?: UpdateShowRequest
"update.show.result"?: UpdateShowResult
"update.sync.request"?: UpdateSyncRequest
"update.sync.result"?: UpdateSyncResult
"upgrade-package.add.request"?: UpgradePackageAddRequest
"upgrade-package.add.result"?: UpgradePackageAddResult
"upgrade-package"?: UpgradePackage
"upgrade-package.list.request"?: UpgradePackageListRequest
"upgrade-package.list.result"?: UpgradePackageListResult
"upgrade-package.remove.request"?: UpgradePackageRemoveRequest
"upgrade-package.remove.result"?: UpgradePackageRemoveResult
"upgrade-package.set.request"?: UpgradePackageSetRequest
"upgrade-package.set.result"?: UpgradePackageSetResult
"upgrade-package.show.request"?: UpgradePackageShowRequest
"upgrade-package.show.result"?: UpgradePackageShowResult
"week-day"?: WeekDay
"why-not"?: WhyNot
"worker.run.request"?: WorkerRunRequest
"worker.run.result"?: WorkerRunResult
}
/**
 * A boot program, as it was read from where it lies.
 */
export interface BootFile {
/**
 * On the media, or inside the image or boot sector image; begins with a backslash.
 */
path: string
/**
 * media: on the media itself; boot-image: in boot.wim; image: in the image of Windows; recovery: in its recovery image.
 */
place: ("media" | "boot-image" | "image" | "recovery")
/**
 * The image, or the boot sector image of a disc (efisys*.bin), that holds it; empty for the file or media that was asked about.
 */
container: string
/**
 * Index of the image; null on media.
 */
index: (number | null)
/**
 * What it is for, by the name of the file.
 */
program: ("bootmgfw" | "bootmgr" | "winload" | "cdboot" | "wdsmgfw")
architecture: (string | null)
size: number
sha256: string
/**
 * File version.
 */
version: (string | null)
/**
 * The authority that issued the certificate of its signature; null where it is not signed.
 */
issuer: (string | null)
/**
 * Secure version number, major.minor; null where it has none.
 */
svn: (string | null)
/**
 * The minimum that it is measured against; null where there is none.
 */
minimumSvn: (string | null)
/**
 * Common name in the certificate of its signature.
 */
signer: (string | null)
/**
 * verified: unchanged, and issued by the authority with the pinned thumbprint; name-only: it only names its issuer; broken: changed after signing or no signature; null: not signed.
 */
proof: ("verified" | "name-only" | "broken" | null)
/**
 * Why it is not verified, or why it cannot be read; else empty.
 */
reason: string
/**
 * Of every signature, in the order of the file.
 */
issuers: string[]
/**
 * Which machines start it; only of boot managers, and of what firmware starts in a boot sector image.
 * 
 * Items: 2011-only: trusts the authority of 2011 alone; both: trusts both; revoked: has revoked 2011 and asks for the minimum.
 */
startsOn: ("2011-only" | "both" | "revoked")[]
[k: string]: unknown
}
/**
 * Registers a boot image.
 */
export interface BootImageAddRequest {
/**
 * Boot image (boot.wim).
 */
path: string
/**
 * Name in the library; one line. Default: the name of the file.
 */
name?: string
/**
 * Version of the administrator.
 */
version?: string
/**
 * Remark.
 */
description?: string
}
/**
 * The boot image.
 */
export interface BootImageAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
bootImage: BootImage
applied: boolean
[k: string]: unknown
}
/**
 * A registered boot image: a boot.wim with Windows PE, and Setup in it where it comes from media.
 */
export interface BootImage {
id: string
name: string
/**
 * The file.
 */
path: string
/**
 * Version that the administrator gave.
 */
version: string
description: string
/**
 * Empty in a dry run that would make the file.
 */
sha256: string
/**
 * Bytes; 0 in a dry run that would make the file.
 */
size: number
/**
 * Counts the published versions of the file.
 */
sourceVersion: number
rehearsal: boolean
indexes: ImageIndex[]
added: string
scheduledUpdatesDate: (string | null)
scheduledUpdatesStatus: (string | null)
/**
 * State of the schedule, 0 to 4.
 */
scheduledUpdatesStatusCode?: (number | null)
lastServiced: (string | null)
warnings?: string[]
[k: string]: unknown
}
/**
 * One Windows inside an image file.
 */
export interface ImageIndex {
index: number
name: string
description: string
edition: (string | null)
installationType: (string | null)
family: (string | null)
release: (string | null)
architecture: (string | null)
languages: string[]
defaultLanguage: (string | null)
build: (number | null)
ubr: (number | null)
/**
 * build.revision
 */
revision: (string | null)
/**
 * Version of .NET Framework 4 in the registry, for example 4.8.1.
 */
dotNet?: (string | null)
fileCount: number
directoryCount: number
totalBytes: number
created: (string | null)
modified: (string | null)
/**
 * As the registry has it, else the XML.
 */
productName?: (string | null)
/**
 * When superseded updates were last removed for good.
 */
lastResetBase?: (string | null)
/**
 * What waits for the first start: pending.xml, RebootPending, SessionsPending, PackagesPending.
 */
pending?: string[]
/**
 * Where a fact comes from.
 */
sources?: {
build: ("registry" | "xml" | null)
revision: ("registry" | "xml" | null)
edition: ("registry" | "xml" | null)
productName: ("registry" | "xml" | null)
[k: string]: unknown
}
/**
 * Only when they were asked for.
 */
packages?: Package[]
/**
 * Only when they were asked for.
 */
features?: Feature[]
/**
 * The recovery image inside; only when it was asked for, null when there is none.
 */
winre?: ({
path: string
size: number
sha1: string
/**
 * As the indexes of a file.
 */
indexes: {
[k: string]: unknown
}[]
warnings: string[]
[k: string]: unknown
} | null)
[k: string]: unknown
}
/**
 * A package inside an image.
 */
export interface Package {
identity: string
name: string
version: string
architecture: string
/**
 * Empty for neutral.
 */
language: string
releaseType: (string | null)
/**
 * State as DISM names it.
 */
state: string
installTime: (string | null)
articleId: (string | null)
[k: string]: unknown
}
/**
 * A part of Windows that can be switched on and off.
 */
export interface Feature {
name: string
/**
 * As the manifest has it; often the number of a resource.
 */
displayName: (string | null)
/**
 * State as DISM names it.
 */
state: string
/**
 * Identity of the package that brings it.
 */
package: (string | null)
/**
 * What the state rests on: the record of the package, with its manifest or without it, or only the choice of an administrator.
 */
source: ("registry and manifest" | "registry" | "selection")
[k: string]: unknown
}
/**
 * Lists the registered boot images.
 */
export interface BootImageListRequest {
/**
 * Wildcard on the name.
 */
name?: string
id?: string[]
limit?: number
after?: string
}
/**
 * Boot images, newest first.
 */
export interface BootImageListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
bootImages: BootImage[]
next: (string | null)
[k: string]: unknown
}
/**
 * Takes a boot image out of the library. Its file stays, unless content is asked for.
 */
export interface BootImageRemoveRequest {
/**
 * Name or id.
 */
bootImage: string
/**
 * Delete the file and its kept versions too.
 */
content?: boolean
}
/**
 * The boot image that was removed.
 */
export interface BootImageRemoveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
bootImage: BootImage
removedFiles: string[]
applied: boolean
[k: string]: unknown
}
/**
 * Changes what the library says of a boot image.
 */
export interface BootImageSetRequest {
/**
 * Name or id.
 */
bootImage: string
/**
 * New name.
 */
name?: string
/**
 * New place of the same file.
 */
path?: string
version?: string
description?: string
}
/**
 * The boot image.
 */
export interface BootImageSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
bootImage: BootImage
applied: boolean
[k: string]: unknown
}
/**
 * Shows a boot image.
 */
export interface BootImageShowRequest {
/**
 * Name or id.
 */
bootImage: string
}
/**
 * The boot image.
 */
export interface BootImageShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
bootImage: BootImage
[k: string]: unknown
}
/**
 * The lowest secure version numbers of boot programs that firmware accepts where the authority of 2011 is revoked, as of a date.
 */
export interface BootMinimums {
/**
 * When it was published.
 */
asOf: string
/**
 * Where it was taken from.
 */
source: string
/**
 * @maxItems 100
 */
minimums: {
program: ("bootmgfw" | "cdboot" | "wdsmgfw")
/**
 * major.minor
 */
svn: string
/**
 * When it rose to this.
 */
since?: string
/**
 * What it protects from.
 */
advisory?: string
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * What of a bundle was not taken.
 */
export interface BundleError {
/**
 * File or record.
 */
name: string
/**
 * Why.
 */
message: string
[k: string]: unknown
}
/**
 * The key of a site for its bundles.
 */
export interface BundleKey {
/**
 * SHA-256 of the public key, hexadecimal.
 */
fingerprint: string
/**
 * Public key (Ed25519, SubjectPublicKeyInfo in base64).
 */
publicKey: string
[k: string]: unknown
}
/**
 * Writes catalog, release table and content of this site into a folder that another site can import: the way over an air gap. What lies there already is not copied again.
 */
export interface BundleExportRequest {
/**
 * Folder of the bundle; made when it is not there.
 */
to: string
/**
 * Only these updates: unique ids or KBs.
 * 
 * @minItems 1
 * @maxItems 10000
 */
update?: [string, ...(string)[]]
/**
 * Only what this registered image should get.
 */
image?: string
/**
 * Only what this rule chooses, for its images or for the one that is named.
 */
rule?: string
/**
 * Only updates that came or changed, and content that was stored, after this time.
 */
since?: string
/**
 * Inventory of the other site: what it has is left out.
 */
for?: string
/**
 * Takes the package files along.
 */
content?: boolean
/**
 * File to write: what this site holds, for a bundle in the other direction.
 */
inventory?: string
}
/**
 * The bundle.
 */
export interface BundleExportResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Folder of the bundle.
 */
path: string
/**
 * Of the key that signed it; the importing site trusts it by this. Null in a dry run of a site without a key.
 */
fingerprint: (string | null)
/**
 * The key itself.
 */
publicKey: (string | null)
/**
 * Updates in the bundle.
 */
updates: number
/**
 * Rows of the release table in it.
 */
releases: number
/**
 * Package files in it, with those that the other side has.
 */
contents: number
/**
 * Files that were written.
 */
copied: number
/**
 * Bytes of them.
 */
copiedBytes: number
/**
 * Files that lay there already.
 */
present: number
/**
 * Files that the other side has.
 */
leftOut: number
/**
 * What is not in the bundle though it should be.
 */
errors: BundleError[]
/**
 * Inventory that was written.
 */
inventory: (string | null)
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * Takes a bundle of another site: its signature is checked first, then every file. What is here already is not copied again.
 */
export interface BundleImportRequest {
/**
 * Folder of the bundle.
 */
path: string
/**
 * Keys to trust from now on: fingerprints (SHA-256, hexadecimal, with or without colons) or public keys.
 * 
 * @minItems 1
 * @maxItems 100
 */
trust?: [string, ...(string)[]]
/**
 * Takes the package files too.
 */
content?: boolean
/**
 * File to write: what this site then holds, for the next bundle.
 */
inventory?: string
}
/**
 * What came in.
 */
export interface BundleImportResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Folder of the bundle.
 */
path: string
/**
 * Of the key that signed it.
 */
fingerprint: string
/**
 * When it was made, RFC 3339.
 */
made: string
/**
 * Source under which its records are kept.
 */
source: string
sync: Sync
/**
 * Package files that were stored.
 */
copied: number
/**
 * Bytes of them.
 */
copiedBytes: number
/**
 * Package files that were here already.
 */
present: number
/**
 * What was not taken.
 */
errors: BundleError[]
/**
 * Inventory that was written.
 */
inventory: (string | null)
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * One synchronisation of one source, or one import of a file.
 */
export interface Sync {
/**
 * Id.
 */
syncId: string
/**
 * Name of the source.
 */
source: string
/**
 * Its kind; file is an import.
 */
type: string
/**
 * How it ended.
 */
status: ("Running" | "Succeeded" | "SucceededWithErrors" | "Failed" | "Canceled")
/**
 * Everything was asked for again.
 */
full: boolean
/**
 * RFC 3339, UTC.
 */
started: string
/**
 * RFC 3339, UTC.
 */
ended: (string | null)
/**
 * Updates that the source told of.
 */
told: number
/**
 * New in the catalog.
 */
added: number
/**
 * Changed in the catalog.
 */
changed: number
/**
 * As they were.
 */
unchanged: number
/**
 * Withdrawn since the sync before.
 */
expired: number
/**
 * Records that could not be read.
 */
failed: number
/**
 * Rows of the release table that are new or changed.
 */
releases: number
/**
 * Categories told of.
 */
categories: number
/**
 * Requests over the network.
 */
requests: number
/**
 * Bytes that came in.
 */
bytes: number
/**
 * The first 1,000 records that could not be read.
 */
errors: {
key: string
message: string
[k: string]: unknown
}[]
warnings: string[]
problem: (Problem | null)
/**
 * Of an import: its file.
 */
path?: string
/**
 * In a dry run: what the source would be asked for.
 */
wouldAsk?: string[]
[k: string]: unknown
}
/**
 * What went wrong (RFC 9457 and our members).
 */
export interface Problem {
type: string
title: string
detail: string
instance?: string
id: string
/**
 * ErrorCategory in PowerShell.
 */
category?: string
exitCode: number
retryable: boolean
remedy: string
/**
 * Items: One thing that is wrong in an input.
 */
errors?: {
/**
 * JSON pointer.
 */
pointer: string
message: string
[k: string]: unknown
}[]
/**
 * What an outside tool said.
 */
native?: {
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * One update that competed in a line, and what became of it.
 */
export interface Candidate {
uniqueId: string
title: string
articleId: string
/**
 * family | release | architecture | kind
 */
line: string
decision: ("chosen" | "rejected")
/**
 * Reason in one sentence.
 */
reason: string
/**
 * Reason as a word for scripts.
 */
reasonCode: string
/**
 * What the decision rests on.
 */
facts: {
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * A product, a classification or a language that a source files updates under.
 */
export interface Category {
/**
 * GUID; of a language its tag.
 */
id: string
/**
 * What it is.
 */
kind: ("product" | "classification" | "language" | "family" | "company" | "detectoid" | "other")
/**
 * Name, in English.
 */
name: string
/**
 * Name of the category that it belongs to.
 */
parent: (string | null)
/**
 * Name of the source.
 */
source: string
/**
 * Whether a sync asks for it.
 */
subscribed: boolean
/**
 * False while the source did not tell of it: it is known from the beginning.
 */
told: boolean
[k: string]: unknown
}
/**
 * Lists the products, classifications and languages that sources file updates under, and which of them a sync asks for.
 */
export interface CategoryListRequest {
/**
 * Wildcards (* and ?) on the name, or GUIDs.
 */
name?: string[]
/**
 * Only these kinds. Default: product, classification and language.
 */
kind?: ("product" | "classification" | "language" | "family" | "company" | "detectoid" | "other")[]
/**
 * Only those that a sync asks for, or only the others.
 */
subscribed?: boolean
/**
 * Names of sources, with wildcards. Default: all that have categories.
 */
source?: string[]
}
/**
 * Categories by source, kind and name.
 */
export interface CategoryListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
categories: Category[]
next: null
[k: string]: unknown
}
/**
 * Chooses what a sync asks its sources for. What is not named stays as it is; the next sync brings what is new in the choice.
 */
export interface CategorySetRequest {
/**
 * Products: wildcards (* and ?) on names, or GUIDs. They replace those that were chosen.
 * 
 * @minItems 1
 */
product?: [string, ...(string)[]]
/**
 * Classifications: wildcards on names, or GUIDs.
 * 
 * @minItems 1
 */
classification?: [string, ...(string)[]]
/**
 * Languages: wildcards on names, or tags, for example German or de. Updates for other languages are passed over; * is every language.
 * 
 * @minItems 1
 */
language?: [string, ...(string)[]]
/**
 * Adds what is named to what was chosen instead of replacing it.
 */
add?: boolean
/**
 * Goes back to the usual choice: Windows 10, Windows 11 and the servers from 2016 on with dynamic updates and .NET; security updates, updates, update rollups, critical updates, service packs; every language.
 */
reset?: boolean
/**
 * Names of sources, with wildcards. Default: all that have categories.
 */
source?: string[]
}
/**
 * What a sync asks for now.
 */
export interface CategorySetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * All that are subscribed to, of the sources that were named.
 */
categories: Category[]
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * A file that was cleared, or kept.
 */
export interface ClearedContent {
/**
 * A stored file, a bad one, or one that did not come whole.
 */
kind: ("content" | "quarantine" | "partial")
/**
 * Name of the file.
 */
name: string
/**
 * Update that it is for.
 */
uniqueId: string
/**
 * Bytes that become free with it.
 */
size: number
/**
 * Where it lies, or lay.
 */
path: string
/**
 * Why it goes, or why it stays.
 */
reason: string
[k: string]: unknown
}
/**
 * An update as Configuration Manager knows it.
 */
export interface ConfigmgrUpdate {
/**
 * Unique id (CI_UniqueID).
 */
uniqueId: string
/**
 * Knowledge base article, digits only.
 */
articleId: string
/**
 * Title.
 */
title: string
/**
 * Its content is downloaded there.
 */
isContentProvisioned: boolean
/**
 * It can be put into an image there.
 */
isOfflineServiceable: boolean
[k: string]: unknown
}
/**
 * Lets Configuration Manager do the servicing: New-CMOperatingSystemImageUpdateSchedule for updates that were chosen here.
 */
export interface ConfigmgrScheduleRequest {
/**
 * Name of the configmgr source whose site it is; left out where there is only one.
 */
source?: string
/**
 * Name or package id of the operating system image there.
 */
target: string
/**
 * Updates: unique ids or KBs.
 * 
 * @minItems 1
 * @maxItems 500
 */
update?: [string, ...(string)[]]
/**
 * A registered image here: what it should get.
 */
image?: string
/**
 * A rule here: what it chooses.
 */
rule?: string
/**
 * When; left out: as soon as possible.
 */
at?: string
/**
 * Goes on with the next update after one that fails.
 */
continueOnError?: boolean
/**
 * Removes superseded components afterwards.
 */
removeSupersededUpdates?: boolean
/**
 * Updates the distribution points afterwards.
 */
updateDistributionPoint?: boolean
}
/**
 * The schedule.
 */
export interface ConfigmgrScheduleResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * The source.
 */
source: string
/**
 * The image there.
 */
target: {
/**
 * Name.
 */
name: string
/**
 * Package id.
 */
packageId: string
[k: string]: unknown
}
/**
 * Updates of the schedule.
 */
updates: ConfigmgrUpdate[]
/**
 * Updates that are not in it.
 */
skipped: Skipped[]
/**
 * Id of the schedule there; null in a dry run.
 */
scheduleId: (string | null)
/**
 * When it begins, RFC 3339; null: as soon as possible.
 */
at: (string | null)
/**
 * What to know.
 */
warnings: string[]
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * An update that a plan does not take.
 */
export interface Skipped {
uniqueId: string
title: string
reasonCode: string
reason: string
[k: string]: unknown
}
/**
 * A save that a worker does.
 */
export interface ContentSave {
/**
 * Id of the save.
 */
saveId: string
/**
 * What became of it.
 */
status: ("Pending" | "Running" | "Succeeded" | "SucceededWithErrors" | "Failed" | "Canceled")
/**
 * When it was asked for.
 */
created: string
/**
 * When a worker took it.
 */
started: (string | null)
/**
 * When it ended.
 */
completed: (string | null)
/**
 * Bytes that were to come when it was asked for.
 */
bytes: number
/**
 * Bytes that are here.
 */
bytesDownloaded: number
/**
 * Its files; as planned until it ends.
 */
files: SavedContent[]
/**
 * Why none of it was done.
 */
problem: (Problem | null)
[k: string]: unknown
}
/**
 * One file of a save, and what became of it.
 */
export interface SavedContent {
/**
 * Update that it is for.
 */
uniqueId: string
/**
 * Digits, without KB; empty when unknown.
 */
articleId: string
/**
 * Title of the update.
 */
title: string
/**
 * Name of the file, as the record has it.
 */
name: string
/**
 * Bytes; null when nobody says.
 */
size: (number | null)
/**
 * Lower-case hexadecimal; null while it is not known.
 */
sha256: (string | null)
/**
 * saved: it came now. present: it was there. planned: a dry run, or a worker will bring it. failed: see problem.
 */
state: ("saved" | "present" | "planned" | "failed")
/**
 * Where it is stored; null when it is not.
 */
path: (string | null)
/**
 * What vouches for the file; null when it is not here.
 */
verification: ("digest" | "signature" | "stand-in" | "unverified" | null)
/**
 * Why it is unverified; empty when it is not.
 */
verificationReason: string
/**
 * Bytes that travelled.
 */
bytesDownloaded: number
/**
 * The address that gave it, without secrets.
 */
url: (string | null)
problem: (Problem | null)
[k: string]: unknown
}
/**
 * Verifies a package file and stores it.
 */
export interface ContentAddRequest {
/**
 * Package file.
 */
path: string
/**
 * Update that it belongs to.
 */
uniqueId?: string
/**
 * The file is a stand-in made by rehearsal package.
 */
standIn?: boolean
}
/**
 * What was stored.
 */
export interface ContentAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
content: Content
warnings: string[]
applied: boolean
[k: string]: unknown
}
/**
 * A package file in the content library.
 */
export interface Content {
sha256: string
sha1: string
name: string
size: number
/**
 * Where it is stored.
 */
path: string
uniqueId: string
articleId: string
title: string
/**
 * How the file was recognised.
 */
matchedBy: ("sha256" | "sha1" | "name-and-size" | "stand-in")
standIn: boolean
added: string
/**
 * What vouches for the file: digest (a trusted SHA-256), signature (its own, of Microsoft), stand-in (for rehearsals only), unverified (nothing; no run uses it).
 */
verification: ("digest" | "signature" | "stand-in" | "unverified")
/**
 * Why it is unverified; empty when it is not.
 */
verificationReason: string
[k: string]: unknown
}
/**
 * Removes files from the content library. A dry run says which and how many bytes.
 */
export interface ContentClearRequest {
/**
 * Files of these updates.
 */
uniqueId?: string[]
/**
 * Files that were stored so many days ago or longer.
 */
olderThan?: number
/**
 * Files of updates that are superseded or expired.
 */
superseded?: boolean
/**
 * The oldest files, until the library has at most so many bytes.
 */
maximumSize?: number
/**
 * Everything in quarantine.
 */
quarantine?: boolean
/**
 * Files that did not come whole, unless they are being downloaded.
 */
unfinished?: boolean
/**
 * Saves in the background that are to stop.
 */
saveId?: string[]
/**
 * Also what a pending run or a schedule needs.
 */
force?: boolean
}
/**
 * What was removed.
 */
export interface ContentClearResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
removed: ClearedContent[]
/**
 * What was meant and stays.
 */
kept: ClearedContent[]
/**
 * Saves that were asked to stop.
 */
stopped: string[]
/**
 * Bytes that became free.
 */
bytes: number
/**
 * False when nothing was removed (dry run).
 */
applied: boolean
[k: string]: unknown
}
/**
 * Lists the content library.
 */
export interface ContentListRequest {
uniqueId?: string[]
limit?: number
after?: string
}
/**
 * Contents, newest first.
 */
export interface ContentListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
contents: Content[]
next: (string | null)
/**
 * Bad files, the newest first.
 */
quarantined: QuarantinedContent[]
/**
 * Files that did not come whole yet.
 */
partial: PartialContent[]
/**
 * The last saves in the background, the newest first.
 */
saves: ContentSave[]
[k: string]: unknown
}
/**
 * A file that was bad; it is never used.
 */
export interface QuarantinedContent {
/**
 * Name of the file, as the record had it.
 */
name: string
/**
 * Update that it was for.
 */
uniqueId: string
/**
 * Of the bad file.
 */
sha256: string
/**
 * Bytes.
 */
size: number
/**
 * One word: wrong-digest, wrong-length, not-a-package, broken-signature, another-update.
 */
reason: string
/**
 * What was wrong.
 */
detail: string
/**
 * Where it came from, without secrets; empty when it was not downloaded.
 */
url: string
/**
 * Where it lies.
 */
path: string
/**
 * When it was found.
 */
found: string
[k: string]: unknown
}
/**
 * A file that did not come whole yet; the next save goes on with it.
 */
export interface PartialContent {
/**
 * Name of the file, as the record has it.
 */
name: string
/**
 * Update that it is for.
 */
uniqueId: string
/**
 * Bytes of the whole file; null when nobody says.
 */
size: (number | null)
/**
 * Bytes that are here.
 */
bytesHere: number
/**
 * Where they lie.
 */
path: string
/**
 * A process is downloading it now.
 */
isActive: boolean
[k: string]: unknown
}
/**
 * Downloads the package files that updates, an image, a rule or a schedule need, and stores them verified. A dry run lists them with their bytes.
 */
export interface ContentSaveRequest {
/**
 * Updates: identities, or KBs.
 * 
 * @minItems 1
 */
uniqueId?: [string, ...(string)[]]
/**
 * Name or id of a registered image: everything that it needs.
 */
image?: string
/**
 * An image file: everything that it needs.
 */
path?: string
/**
 * Index of the image; default all.
 */
index?: number
/**
 * Name of a rule: what it chooses for the image, or for all registered images.
 */
rule?: string
/**
 * What a schedule would put in now.
 */
scheduleId?: string
/**
 * Do previews compete? Default exclude.
 */
preview?: ("include" | "exclude")
/**
 * Do out-of-band updates compete? Default include.
 */
outOfBand?: ("include" | "prefer-regular" | "exclude")
/**
 * So many cumulative updates back from the newest; 1 for a bad month.
 */
previous?: number
/**
 * Days that an update must have been public.
 */
deferralDays?: number
/**
 * KBs that are never chosen while the hold lasts.
 */
holds?: Exception[]
/**
 * KBs that are chosen in their lines, whatever is newer, while the pin lasts.
 */
pins?: Exception[]
/**
 * Only these roles; default all but the enablement package.
 */
role?: ("ServicingStackUpdate" | "Checkpoint" | "CumulativeUpdate" | "EnablementPackage" | "DotNetCumulativeUpdate" | "SafeOSDynamicUpdate" | "SetupDynamicUpdate")[]
/**
 * Release that an enablement package shall switch on, for example 25H2.
 */
enablement?: string
/**
 * The catalog as it was at this date or time.
 */
asOf?: string
/**
 * A worker does it, which outlives this process; the answer is the save as it begins.
 */
background?: boolean
}
/**
 * A KB that is treated apart: held back, or pinned.
 */
export interface Exception {
/**
 * Article, with or without KB.
 */
articleId: string
/**
 * Why, for people.
 */
reason?: string
/**
 * Last day (YYYY-MM-DD) or moment (RFC 3339, UTC) on which it holds; default without end.
 */
until?: string
}
/**
 * What was saved.
 */
export interface ContentSaveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * The files that the answer names.
 */
files: SavedContent[]
/**
 * Updates that have no file to save.
 */
without: {
/**
 * Identity.
 */
uniqueId: string
/**
 * Title.
 */
title: string
/**
 * Why.
 */
reason: string
/**
 * What helps; absent where nothing is known to.
 */
remedy?: string
[k: string]: unknown
}[]
/**
 * What the answer could not find, and files that are stored and not used.
 */
warnings: string[]
/**
 * No file failed.
 */
ok: boolean
/**
 * Bytes that were to come.
 */
bytes: number
/**
 * Bytes that travelled.
 */
bytesDownloaded: number
/**
 * The save that a worker does; null when this process did it.
 */
save: (ContentSave | null)
/**
 * False when nothing was downloaded (dry run).
 */
applied: boolean
[k: string]: unknown
}
/**
 * Reads stored files again: digests, and signatures where they vouch. What is bad goes to quarantine.
 */
export interface ContentVerifyRequest {
/**
 * Only files of these updates; default all.
 */
uniqueId?: string[]
}
/**
 * What is bad in the content library.
 */
export interface ContentVerifyResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Nothing was bad.
 */
ok: boolean
/**
 * Files that were looked at.
 */
checked: number
/**
 * Bytes that were read.
 */
bytes: number
bad: {
/**
 * Update.
 */
uniqueId: string
/**
 * File.
 */
name: string
/**
 * As it was stored.
 */
sha256: string
/**
 * wrong-digest, missing, not-a-package, broken-signature, another-update.
 */
reason: string
/**
 * What is wrong.
 */
detail: string
/**
 * Where it lies now; null when the file is gone, or in a dry run.
 */
quarantinePath: (string | null)
[k: string]: unknown
}[]
/**
 * Files that nothing vouches for; no run uses them.
 */
unverified: {
/**
 * Update.
 */
uniqueId: string
/**
 * File.
 */
name: string
/**
 * Digest.
 */
sha256: string
/**
 * Why.
 */
reason: string
[k: string]: unknown
}[]
/**
 * False when nothing was moved (dry run).
 */
applied: boolean
[k: string]: unknown
}
/**
 * Where published images are sent.
 */
export interface DistributionPoint {
/**
 * Name.
 */
name: string
/**
 * Kind.
 */
type: string
/**
 * Folder or share.
 */
path: (string | null)
/**
 * Address.
 */
url: (string | null)
/**
 * Groups.
 */
groups: string[]
/**
 * Whether it is sent to without being named.
 */
enabled: boolean
/**
 * All settings of its kind.
 */
settings: {
[k: string]: unknown
}
/**
 * Images that it is a target of.
 */
imageCount: number
/**
 * Images whose last send to it failed.
 */
numberErrors: number
/**
 * RFC 3339, UTC.
 */
created: string
/**
 * RFC 3339, UTC.
 */
modified: string
[k: string]: unknown
}
/**
 * Where an image was sent, counted as Configuration Manager does.
 */
export interface DistributionStatus {
/**
 * Id of the image.
 */
imageId: string
/**
 * Its name.
 */
imageName: string
/**
 * Its current version.
 */
sourceVersion: number
/**
 * Bytes of its file.
 */
sourceSize: number
/**
 * Distribution points that it goes to.
 */
targeted: number
/**
 * Those that have the current version.
 */
numberSuccess: number
/**
 * Those that are being sent to.
 */
numberInProgress: number
/**
 * Those whose last send failed.
 */
numberErrors: number
/**
 * All others.
 */
numberUnknown: number
/**
 * Last change of any of them; RFC 3339, UTC.
 */
lastUpdateDate: (string | null)
lastError: (Problem | null)
/**
 * Each of them.
 */
targets: DistributionTarget[]
[k: string]: unknown
}
/**
 * One image at one distribution point.
 */
export interface DistributionTarget {
/**
 * Name of the distribution point.
 */
point: string
/**
 * Its kind.
 */
type: string
/**
 * Success: it has the current version; InProgress: it is being sent to, or fetches it; Error: the last send failed, or its site tells of errors; Unknown: it has an older version, or nothing was sent yet.
 */
state: ("Success" | "InProgress" | "Error" | "Unknown")
/**
 * Source version that it serves.
 */
deliveredVersion: (number | null)
/**
 * SHA-256 of that file.
 */
sha256: (string | null)
/**
 * Where it is served.
 */
path: (string | null)
/**
 * How it came: same, linked, patched, blocks, copied, told.
 */
method: (string | null)
/**
 * What starts the multicast transmission that the server offers it in: `first client`, `30 clients or 2026-12-01 22:00`, `by hand`; null: it is offered in none.
 */
transmission: (string | null)
/**
 * Bytes of content that travelled.
 */
bytesSent: number
/**
 * Bytes of content that were there already.
 */
bytesReused: number
/**
 * Attempts in a row that failed.
 */
attempts: number
/**
 * Last change of this; RFC 3339, UTC.
 */
updated: (string | null)
/**
 * When a worker sends again by itself; RFC 3339, UTC; null: nobody does.
 */
nextAttempt: (string | null)
/**
 * When a worker asks the site next how far its distribution points are; RFC 3339, UTC; null: nobody does.
 */
nextAsk: (string | null)
lastError: (Problem | null)
/**
 * What a person should know of the last send.
 */
warnings: string[]
siteReport: (SiteReport | null)
[k: string]: unknown
}
/**
 * How far a site of Configuration Manager is with its own distribution points, in its own numbers.
 */
export interface SiteReport {
/**
 * Id of the package at the site.
 */
packageId: string
/**
 * Source version of the package that the send made; numbers of an earlier one say nothing about it.
 */
awaitedVersion: number
/**
 * Source version that the numbers are about.
 */
sourceVersion: number
/**
 * Distribution points of the site that have the package.
 */
targeted: number
/**
 * Those that have this version.
 */
numberSuccess: number
/**
 * Those that fetch it.
 */
numberInProgress: number
/**
 * Those that failed.
 */
numberErrors: number
/**
 * All others.
 */
numberUnknown: number
/**
 * Names of those that failed, as far as the site tells.
 */
failed: string[]
/**
 * Last change at the site; RFC 3339, UTC.
 */
lastUpdateDate: (string | null)
/**
 * When the site said so; RFC 3339, UTC.
 */
asked: string
[k: string]: unknown
}
/**
 * Adds a distribution point. Its folder is made where it is missing, and marked.
 */
export interface DistributionAddRequest {
/**
 * Name of the distribution point.
 */
name: string
/**
 * Kind: folder, http, configmgr, s3 or wds.
 */
type: string
/**
 * Folder or share, for kinds that have one.
 */
path?: string
/**
 * Groups that the distribution point belongs to.
 * 
 * @maxItems 100
 */
groups?: string[]
/**
 * Further settings of the kind; the schema point.<type>.settings names them.
 */
settings?: {
[k: string]: unknown
}
/**
 * False leaves the distribution point out of everything that does not name it.
 */
enabled?: boolean
}
/**
 * The distribution point.
 */
export interface DistributionAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
point: DistributionPoint
/**
 * False in a dry run.
 */
applied: boolean
/**
 * What a person should know.
 */
warnings: string[]
[k: string]: unknown
}
/**
 * Lists distribution points.
 */
export interface DistributionListRequest {
/**
 * Wildcard (* and ?) on the name.
 */
name?: string
/**
 * Only those of this group.
 */
group?: string
}
/**
 * Distribution points by name.
 */
export interface DistributionListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * The distribution points.
 */
points: DistributionPoint[]
next: null
[k: string]: unknown
}
/**
 * Forgets a distribution point. What lies there stays.
 */
export interface DistributionRemoveRequest {
/**
 * Name of the distribution point.
 */
name: string
}
/**
 * The distribution point that was removed.
 */
export interface DistributionRemoveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
point: DistributionPoint
/**
 * False in a dry run.
 */
applied: boolean
/**
 * What a person should know.
 */
warnings: string[]
[k: string]: unknown
}
/**
 * Sends the published file of images to distribution points. One that has it is looked at, and sent only what is missing or damaged.
 */
export interface DistributionSendRequest {
/**
 * Names or ids of images; wildcards (* and ?) are taken.
 * 
 * @minItems 1
 */
image: [string, ...(string)[]]
/**
 * Names of distribution points; they become targets of the images.
 * 
 * @minItems 1
 */
point?: [string, ...(string)[]]
/**
 * Groups of distribution points; they become targets of the images.
 * 
 * @minItems 1
 */
group?: [string, ...(string)[]]
/**
 * Only to targets whose last send failed.
 */
failed?: boolean
}
/**
 * Where the images are now.
 */
export interface DistributionSendResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * One for each image, with the targets that were sent to.
 */
statuses: DistributionStatus[]
/**
 * Every target has the current version.
 */
ok: boolean
/**
 * False in a dry run.
 */
applied: boolean
/**
 * What a person should know.
 */
warnings: string[]
[k: string]: unknown
}
/**
 * Serves an http distribution point, read-only, until it is told to end (Ctrl+C, or the end of its service).
 */
export interface DistributionServeRequest {
/**
 * Name of the distribution point.
 */
name: string
/**
 * Name or address of the interface to listen on, instead of that of the settings.
 */
address?: string
/**
 * TCP port instead of that of the settings; 0 = a free one.
 */
port?: number
/**
 * Bearer token that clients must send, instead of that of the settings: the name of an environment variable of this process, or of a secret of SecretManagement.
 */
token?: {
/**
 * Name of an environment variable.
 */
environment?: string
/**
 * Name of a secret of PowerShell SecretManagement.
 */
secret?: string
/**
 * Vault of the secret; left out: as SecretManagement decides.
 */
vault?: string
}
}
/**
 * What was served until the end.
 */
export interface DistributionServeResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Address that was served.
 */
url: string
/**
 * Fingerprint of the key that signs the manifest (SHA-256, hexadecimal): what clients trust.
 */
fingerprint: string
/**
 * Requests that were answered.
 */
requests: number
/**
 * Bytes of answers.
 */
bytesSent: number
[k: string]: unknown
}
/**
 * Changes a distribution point; what is not named stays.
 */
export interface DistributionSetRequest {
/**
 * Name of the distribution point.
 */
name: string
/**
 * Another name.
 */
newName?: string
/**
 * Folder or share, for kinds that have one.
 */
path?: string
/**
 * Groups that the distribution point belongs to.
 * 
 * @maxItems 100
 */
groups?: string[]
/**
 * Further settings of the kind; the schema point.<type>.settings names them. Null takes one away.
 */
settings?: {
[k: string]: unknown
}
/**
 * False leaves the distribution point out of everything that does not name it.
 */
enabled?: boolean
}
/**
 * The distribution point as it is now.
 */
export interface DistributionSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
point: DistributionPoint
/**
 * False in a dry run.
 */
applied: boolean
/**
 * What a person should know.
 */
warnings: string[]
[k: string]: unknown
}
/**
 * Shows one distribution point, and tries it.
 */
export interface DistributionShowRequest {
/**
 * Name of the distribution point.
 */
name: string
/**
 * Tries it too: reaches it, and sees whether it can be written.
 */
test?: boolean
}
/**
 * The distribution point.
 */
export interface DistributionShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
point: DistributionPoint
/**
 * Of the test; empty without one.
 */
checks: PointCheck[]
[k: string]: unknown
}
/**
 * One line of a test of a distribution point.
 */
export interface PointCheck {
/**
 * What was tried.
 */
what: string
/**
 * Whether it worked.
 */
ok: boolean
/**
 * What came of it.
 */
message: string
[k: string]: unknown
}
/**
 * Shows where images were sent.
 */
export interface DistributionStatusRequest {
/**
 * Name or id of an image; a wildcard (* and ?) is taken.
 */
image?: string
/**
 * Only this distribution point.
 */
point?: string
/**
 * Reads what lies at the distribution points and compares it with its digest; sites are asked also where they were done.
 */
verify?: boolean
}
/**
 * One status for each image that has targets.
 */
export interface DistributionStatusResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * By name of the image.
 */
statuses: DistributionStatus[]
/**
 * No target is in error.
 */
ok: boolean
next: null
[k: string]: unknown
}
/**
 * Checks what servicing needs on this machine, before it is needed; changes nothing.
 */
export interface EnvironmentCheckRequest {
/**
 * Name or id of a registered image: only it is looked at, not all images.
 */
image?: string
/**
 * The PowerShell that asks, where one does.
 */
powerShell?: {
/**
 * Its version, for example 5.1.26100.1 or 7.6.9.
 */
version: string
/**
 * Its edition.
 */
edition: ("Desktop" | "Core")
}
}
/**
 * What was checked, in the order of reading.
 */
export interface EnvironmentCheckResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
checks: EnvironmentCheck[]
[k: string]: unknown
}
/**
 * One thing that was checked.
 */
export interface EnvironmentCheck {
/**
 * What was checked; does not change and is not translated.
 */
id: ("PowerShell" | "Engine" | "Installation" | "Site" | "SiteRights" | "Database" | "Elevation" | "ServicingTool" | "ImageBuild" | "FreeSpace" | "Memory" | "LongPaths" | "Antivirus" | "Leftovers" | "Schedules" | "Wakers")
/**
 * warning: it works, or may work, with a limit; failed: servicing would fail.
 */
status: ("ok" | "warning" | "failed")
/**
 * What was found, one sentence.
 */
message: string
/**
 * What to do; missing where nothing is to be done.
 */
remedy?: string
[k: string]: unknown
}
/**
 * One line on stderr with --events json, and the notification of serve.
 */
export interface Event {
time: string
level: ("debug" | "info" | "warning" | "error")
type: string
/**
 * For people; never parsed.
 */
message: string
runId?: string
step?: {
[k: string]: unknown
}
/**
 * How far a piece of work is.
 */
progress?: {
done: number
total: number
unit: string
[k: string]: unknown
}
data?: {
[k: string]: unknown
}
problem?: Problem
[k: string]: unknown
}
/**
 * One line of a comparison; a side is null where the image does not have it.
 */
export interface ImageDifference {
referenceIndex: (number | null)
differenceIndex: (number | null)
area: ("index" | "fact" | "language" | "package" | "feature" | "file")
name: string
change: ("added" | "removed" | "changed" | "equal")
reference: (string | null)
difference: (string | null)
/**
 * Of a file: its bytes in the reference.
 */
referenceBytes?: (number | null)
/**
 * Of a file: its bytes in the other image.
 */
differenceBytes?: (number | null)
[k: string]: unknown
}
/**
 * What an image file holds.
 */
export interface ImageInspection {
path: string
/**
 * Bytes of the file at path.
 */
size: number
iso?: Iso
format: Format
/**
 * The emulator made this file.
 */
rehearsal: boolean
indexes: ImageIndex[]
warnings: string[]
[k: string]: unknown
}
/**
 * Only of an ISO image: which image inside it was read, in place.
 */
export interface Iso {
/**
 * Of the disc; may be empty.
 */
label: string
/**
 * Path on the disc; of a split set that of its first part.
 */
file: string
/**
 * Where it begins in the ISO image, in bytes; null where it does not lie there in one piece.
 */
offset: (number | null)
/**
 * Bytes of the image, all parts of a set together.
 */
size: number
[k: string]: unknown
}
/**
 * How the file is built.
 */
export interface Format {
compression: ("none" | "XPRESS" | "LZX" | "LZMS")
/**
 * Bytes.
 */
chunkSize: number
solid: boolean
partNumber: number
totalParts: number
/**
 * 0 = none.
 */
bootIndex: number
[k: string]: unknown
}
/**
 * A kept version of an image.
 */
export interface ImageVersion {
sourceVersion: number
path: string
sha256: string
size: number
published: string
runId: (string | null)
current: boolean
/**
 * The file is there.
 */
available: boolean
revision: (string | null)
[k: string]: unknown
}
/**
 * Removes one kept version of an image; the current one is never removed, and no other version is lost.
 */
export interface ImageVersionRemoveRequest {
/**
 * Name or id.
 */
image: string
/**
 * The version to remove.
 */
sourceVersion: number
}
/**
 * What was removed, and what that changed of the versions that stay.
 */
export interface ImageVersionRemoveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Name of the image.
 */
image: string
version: ImageVersion
/**
 * Bytes on disk that come free; negative where a version that is kept as a whole from now on takes more.
 */
freedBytes: number
/**
 * Older versions that were kept as what this one has not, and how they are kept from now on.
 */
rebased: {
sourceVersion: number
/**
 * Version that it builds on now; null: it is a whole file.
 */
base: (number | null)
/**
 * What it takes on disk then.
 */
bytes: number
[k: string]: unknown
}[]
/**
 * Files that could not be removed because a program uses them; the next maintenance, publication or restore removes them.
 */
left: string[]
applied: boolean
[k: string]: unknown
}
/**
 * Registers an image. What an ISO image holds is taken out to a file of its own first.
 */
export interface ImageAddRequest {
/**
 * Image file (WIM), or an ISO image of Windows media, which stays untouched.
 */
path: string
/**
 * Name in the library; one line. Default: the name of the file that is registered.
 */
name?: string
/**
 * Version of the administrator.
 */
version?: string
/**
 * Remark.
 */
description?: string
/**
 * The licence terms of the image were read and accepted.
 */
acceptEula?: boolean
/**
 * Take only this index: it is extracted to a new file, and the source stays untouched.
 */
index?: number
/**
 * With an index, an ISO image, a solid file (ESD) or a split set: the new file, which must not exist. Default: beside the source, for example Win11.wim for Win11.iso.
 */
to?: string
/**
 * For pre-cache: only clients of this architecture fetch the image ahead.
 */
architecture?: ("x86" | "x64" | "arm64")
/**
 * For pre-cache: only clients of this language fetch the image ahead, for example en-US.
 */
language?: string
}
/**
 * The image.
 */
export interface ImageAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
image: Image
applied: boolean
[k: string]: unknown
}
/**
 * A registered image.
 */
export interface Image {
id: string
name: string
/**
 * The file.
 */
path: string
/**
 * Version that the administrator gave.
 */
version: string
description: string
/**
 * Empty in a dry run that would make the file.
 */
sha256: string
/**
 * Bytes; 0 in a dry run that would make the file.
 */
size: number
/**
 * Counts the published versions of the file.
 */
sourceVersion: number
rehearsal: boolean
acceptEula: boolean
/**
 * Which clients fetch the image ahead, as the administrator gave it; null is any. It is not what the image holds.
 */
preCache: {
architecture: (string | null)
language: (string | null)
[k: string]: unknown
}
/**
 * Which earlier versions of this image are kept, where it differs from the site; null is as the site is set.
 */
retention: {
retainVersion: (number | null)
retainDays: (number | null)
retainBytes: (number | null)
[k: string]: unknown
}
/**
 * Whether the image may be sent to many at once, whether encrypted, and whether clients get it in no other way.
 */
multicast: {
allow: boolean
encrypt: boolean
transferOnly: boolean
[k: string]: unknown
}
indexes: ImageIndex[]
added: string
scheduledUpdatesDate: (string | null)
scheduledUpdatesStatus: (string | null)
/**
 * State of the schedule, 0 to 4.
 */
scheduledUpdatesStatusCode?: (number | null)
lastServiced: (string | null)
warnings?: string[]
/**
 * What it is registered as. The image of an upgrade package is its install.wim.
 */
kind?: ("Image" | "UpgradePackage" | "BootImage")
[k: string]: unknown
}
/**
 * Says for an image whether to service it offline, to install updates while deploying, or to capture it anew.
 */
export interface ImageAdviceRequest {
/**
 * Name or id of a registered image.
 */
image: string
}
/**
 * The advice.
 */
export interface ImageAdviceResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
advice: ServicingAdvice
[k: string]: unknown
}
/**
 * How to keep an image patched, with the reasons and the figures of this site.
 */
export interface ServicingAdvice {
imageId: string
imageName: string
recommendation: ("ServiceOffline" | "InstallWhileDeploying" | "Recapture")
/**
 * Stable.
 */
reasonCode: ("UpdatesMissing" | "UpToDate" | "SupportEnds" | "Applications" | "NotPlannable" | "NothingFits")
/**
 * Why, in a sentence.
 */
reason: string
singleIndex: {
/**
 * Whether to reduce the file to the index that is deployed.
 */
advised: boolean
/**
 * Indexes of the file.
 */
indexes: number
/**
 * What a run takes less with its slowest index alone; null where no run would do anything now.
 */
secondsSaved: (number | null)
/**
 * Why.
 */
reason: string
[k: string]: unknown
}
removeSupersededUpdates: {
/**
 * Whether the next run should clean up with ResetBase.
 */
advised: boolean
/**
 * Why.
 */
reason: string
[k: string]: unknown
}
/**
 * The three ways, what they take, and what speaks for and against each.
 */
ways: {
way: ("ServiceOffline" | "InstallWhileDeploying" | "Recapture")
/**
 * It is the one that is recommended.
 */
advised: boolean
/**
 * Time at the site, once; null where it is not known.
 */
seconds: (number | null)
/**
 * Bytes that travel to the distribution points that have the image, as a whole file.
 */
bytesSent: number
/**
 * Bytes of updates that each computer downloads; null where it is not known.
 */
bytesEach: (number | null)
advantages: string[]
disadvantages: string[]
[k: string]: unknown
}[]
figures: {
/**
 * Bytes of the file.
 */
size: number
/**
 * Its indexes.
 */
indexes: number
/**
 * What would go in now.
 */
updates: {
uniqueId: string
articleId: string
kind: string
/**
 * Bytes.
 */
size: number
[k: string]: unknown
}[]
/**
 * Bytes of these updates.
 */
updateBytes: (number | null)
/**
 * What a run takes now; null where it would do nothing.
 */
seconds: (number | null)
/**
 * Whether the times come from runs of this site, or are those of the field.
 */
secondsFrom: ("history" | "field" | null)
/**
 * The last run that published the image.
 */
lastRun: ({
/**
 * How long it took.
 */
seconds: number
completed: string
[k: string]: unknown
} | null)
/**
 * Distribution points that have the image.
 */
distributionPoints: number
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * Compares two images, or two versions of one: build, packages, features, languages, and files.
 */
export interface ImageCompareRequest {
/**
 * Name or id of a registered image, or a file.
 */
reference: string
/**
 * One index of it; default all.
 */
referenceIndex?: number
/**
 * A kept version of a registered image; default the current one.
 */
referenceVersion?: number
/**
 * Name or id of a registered image, or a file. Default: the reference.
 */
difference?: string
/**
 * One index of it; default all.
 */
differenceIndex?: number
/**
 * A kept version of a registered image; default the current one.
 */
differenceVersion?: number
/**
 * Also compares the files below this folder of the images by SHA-1; \ is everything.
 */
under?: string
/**
 * Also lists what is equal.
 */
includeEqual?: boolean
/**
 * Also compares the recovery images.
 */
winre?: boolean
/**
 * Most lines about files; more are counted, not listed.
 */
limit?: number
}
/**
 * What differs.
 */
export interface ImageCompareResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * What was compared.
 */
reference: {
/**
 * Name of the registered image; null for a file.
 */
image: (string | null)
path: string
/**
 * Version of the registered image; null for a file.
 */
sourceVersion: (number | null)
[k: string]: unknown
}
/**
 * What was compared.
 */
difference: {
/**
 * Name of the registered image; null for a file.
 */
image: (string | null)
path: string
/**
 * Version of the registered image; null for a file.
 */
sourceVersion: (number | null)
[k: string]: unknown
}
/**
 * Nothing that was compared differs.
 */
equal: boolean
differences: ImageDifference[]
/**
 * Lines about files that were left out because of limit.
 */
truncated: number
/**
 * Packages of updates that only one of the two has.
 */
updates: {
/**
 * Items: An update as a package; its KB is null where nothing says it.
 */
added: {
identity: string
articleId: (string | null)
[k: string]: unknown
}[]
/**
 * Items: An update as a package; its KB is null where nothing says it.
 */
removed: {
identity: string
articleId: (string | null)
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * How many files differ, and their bytes; null where files were not compared.
 */
files: ({
/**
 * Files that only the other image has.
 */
added: number
/**
 * Files that only the reference has.
 */
removed: number
/**
 * Files with other content.
 */
changed: number
/**
 * Bytes of the files that were added.
 */
addedBytes: number
/**
 * Bytes of the files that were removed.
 */
removedBytes: number
/**
 * Bytes of the changed files, as they are in the other image.
 */
changedBytes: number
[k: string]: unknown
} | null)
/**
 * The two files as they are stored; null where they are stored in different ways: solid, split, or with another compression.
 */
bytes: ({
/**
 * Bytes of the reference.
 */
reference: number
/**
 * Bytes of the other file.
 */
difference: number
/**
 * Bytes of the other file that the reference has not.
 */
new: number
/**
 * Bytes of the other file that the reference has.
 */
shared: number
[k: string]: unknown
} | null)
warnings: string[]
[k: string]: unknown
}
/**
 * Writes one index or more of an image to a new file; what is stored compressed is taken over as it is.
 */
export interface ImageExportRequest {
/**
 * Name or id of a registered image.
 */
image?: string
/**
 * An image file, or an ISO image of Windows media.
 */
path?: string
/**
 * The indexes, in the order that they get; default all.
 * 
 * @minItems 1
 */
index?: [number, ...(number)[]]
/**
 * File that is written; it must not exist.
 */
to: string
/**
 * keep takes content over as it is stored, but a solid file (ESD) becomes one with XPRESS; none and XPRESS make it anew; recovery makes a solid file with LZMS, the smallest, which cannot be mounted. Default: recovery where the name ends in .esd, else keep.
 */
compression?: ("keep" | "none" | "XPRESS" | "recovery")
/**
 * Writes an integrity table; default as in the source.
 */
integrity?: boolean
}
/**
 * The file that was written.
 */
export interface ImageExportResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path: string
to: string
/**
 * Number in the source, number in the new file.
 */
indexes: {
index: number
newIndex: number
name: string
[k: string]: unknown
}[]
compression: ("none" | "XPRESS" | "LZX" | "LZMS")
/**
 * The contents lie together (ESD): the file can be read and applied, not mounted.
 */
solid: boolean
/**
 * The file carries the mark of a rehearsal.
 */
rehearsal: boolean
/**
 * Bytes; 0 in a dry run.
 */
size: number
/**
 * Empty in a dry run.
 */
sha256: string
applied: boolean
[k: string]: unknown
}
/**
 * Lists the files of one index of an image.
 */
export interface ImageFilesRequest {
/**
 * Name or id of a registered image.
 */
image?: string
/**
 * An image file, or an ISO image of Windows media.
 */
path?: string
/**
 * The index; may be left out when the file has only one.
 */
index?: number
/**
 * Folder inside the image, beginning with a backslash.
 */
under?: string
limit?: number
after?: string
}
/**
 * Entries in order of path.
 */
export interface ImageFilesResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Items: A file or folder inside an image.
 */
entries: {
path: string
size: number
sha1: string
attributes: number
linkCount: number
/**
 * Items: An alternate stream.
 */
streams: {
name: string
size: number
sha1: string
[k: string]: unknown
}[]
[k: string]: unknown
}[]
next: (string | null)
[k: string]: unknown
}
/**
 * Reads what an image file holds, without mounting it.
 */
export interface ImageInspectRequest {
/**
 * Image file (.wim, .esd, .ppkg, any part of a split .swm set), an ISO image of Windows media, or a folder: then all image files in it.
 */
path?: string
/**
 * One index; default all.
 */
index?: number
/**
 * List the packages and their states.
 */
packages?: boolean
/**
 * Several image files or folders.
 * 
 * @minItems 1
 * @maxItems 10000
 */
paths?: [string, ...(string)[]]
/**
 * List the optional features and their states.
 */
features?: boolean
/**
 * Look into the recovery image (winre.wim) of each index.
 */
winre?: boolean
}
/**
 * What the file holds: path to warnings; of several files one entry each in images.
 */
export interface ImageInspectResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path?: string
size?: number
iso?: Iso
format?: Format
rehearsal?: boolean
indexes?: ImageIndex[]
warnings?: string[]
/**
 * Only when several files, or a folder, were asked for: in their order.
 */
images?: {
path: string
/**
 * null for a file that could not be read.
 */
inspection: (ImageInspection | null)
problem: (Problem | null)
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * Lists the updates inside an image.
 */
export interface ImageInstalledRequest {
/**
 * Name or id of a registered image.
 */
image?: string
/**
 * An image file, or an ISO image of Windows media.
 */
path?: string
/**
 * One index; default all.
 */
index?: number
}
/**
 * Updates by index.
 */
export interface ImageInstalledResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
updates: InstalledUpdate[]
/**
 * What each index is.
 */
indexes: ImageIndex[]
warnings: string[]
[k: string]: unknown
}
/**
 * An update inside an image.
 */
export interface InstalledUpdate {
index: number
articleId: (string | null)
identity: string
name: string
version: string
state: string
installTime: (string | null)
[k: string]: unknown
}
/**
 * Lists the registered images.
 */
export interface ImageListRequest {
/**
 * Wildcard on the name.
 */
name?: string
id?: string[]
limit?: number
after?: string
}
/**
 * Images, newest first.
 */
export interface ImageListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
images: Image[]
next: (string | null)
[k: string]: unknown
}
/**
 * Takes one file out of an image.
 */
export interface ImageReadRequest {
/**
 * Name or id of a registered image.
 */
image?: string
/**
 * An image file, or an ISO image of Windows media.
 */
path?: string
/**
 * The index; may be left out when the file has only one.
 */
index?: number
/**
 * Path inside the image, beginning with a backslash; \folder\file:stream is an alternate stream.
 */
file: string
/**
 * File that is written; it must not exist.
 */
to: string
}
/**
 * The file that was written.
 */
export interface ImageReadResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path: string
file: string
to: string
size: number
sha1: string
applied: boolean
[k: string]: unknown
}
/**
 * Reads a registered image file again, after an intended change.
 */
export interface ImageRefreshRequest {
/**
 * Name or id.
 */
image: string
}
/**
 * The image.
 */
export interface ImageRefreshResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
image: Image
/**
 * The file had changed.
 */
changed: boolean
applied: boolean
[k: string]: unknown
}
/**
 * Takes an image out of the library.
 */
export interface ImageRemoveRequest {
/**
 * Name or id.
 */
image: string
/**
 * Delete the file and its kept versions too.
 */
content?: boolean
}
/**
 * The image that was removed.
 */
export interface ImageRemoveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
image: Image
removedFiles: string[]
applied: boolean
[k: string]: unknown
}
/**
 * Publishes a kept version again, as a new version.
 */
export interface ImageRestoreRequest {
/**
 * Name or id.
 */
image: string
/**
 * Version to restore; default the one before the current.
 */
sourceVersion?: number
}
/**
 * The image after it.
 */
export interface ImageRestoreResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
image: Image
/**
 * sourceVersion whose bytes were published.
 */
restored: number
applied: boolean
[k: string]: unknown
}
/**
 * Fetches images from a distribution point into a folder: those that fit architecture and language of this machine, or those that are named. Of an earlier version that is there only what changed travels; what was cut goes on; a file gets its name when its digest is right.
 */
export interface ImageSaveRequest {
/**
 * Names or ids of images at the distribution point, with the wildcards * and ?; left out: all that fit this machine.
 * 
 * @minItems 1
 * @maxItems 1000
 */
image?: [string, ...(string)[]]
/**
 * Where from: an address (http or https), a folder or share, or the name of a distribution point of this site.
 */
from: string
/**
 * Folder that the images are saved into; it is made where it is missing.
 */
to: string
/**
 * x86, x64, arm64, or any. Default: that of this machine; any where images are named.
 */
architecture?: ("x86" | "x64" | "arm64" | "any")
/**
 * As in de-DE; de stands for all of it; any takes all. Default: that of this machine; any where images are named.
 */
language?: string
/**
 * Fingerprints or public keys of sites whose manifests count. Default: this site's own for a name; else the one of the save before.
 * 
 * @maxItems 100
 */
trust?: string[]
/**
 * Bearer token that the server wants: the name of an environment variable of this process, or of a secret of SecretManagement.
 */
token?: {
/**
 * Name of an environment variable.
 */
environment?: string
/**
 * Name of a secret of PowerShell SecretManagement.
 */
secret?: string
/**
 * Vault of the secret; left out: as SecretManagement decides.
 */
vault?: string
}
/**
 * File with root certificates (PEM) that are trusted besides those of the system.
 */
rootCertificate?: string
/**
 * Keeps a copy that the next version is made of in place: it takes the room of one image, and only what changed is written. The first save makes it; later it is the version before. Without this it is kept where the volume has ten times the size of the image free.
 */
spare?: boolean
/**
 * Attempts before it counts as failed.
 */
attempts?: number
/**
 * Bytes a second that may travel; 0 = no limit.
 */
bandwidthLimit?: number
/**
 * Seconds without a byte after which the distribution point counts as gone.
 */
patience?: number
}
/**
 * What was fetched, and what does not fit.
 */
export interface ImageSaveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * The images.
 */
saved: SavedImage[]
/**
 * Images that were left out.
 * 
 * Items: An image that was left out.
 */
skipped: {
/**
 * Id.
 */
imageId: string
/**
 * Name.
 */
name: string
/**
 * Why, in words that follow the name.
 */
reason: string
[k: string]: unknown
}[]
/**
 * Fingerprint of the key that signed the manifest.
 */
fingerprint: string
/**
 * When it was made; RFC 3339, UTC.
 */
manifestCreated: string
/**
 * False in a dry run.
 */
applied: boolean
/**
 * What a person should know.
 */
warnings: string[]
[k: string]: unknown
}
/**
 * An image that was fetched from a distribution point.
 */
export interface SavedImage {
/**
 * Id at the site that sent it.
 */
imageId: string
/**
 * Name.
 */
name: string
/**
 * Label of the organisation.
 */
version: string
/**
 * Version of the file.
 */
sourceVersion: number
/**
 * build.revision
 */
revision: (string | null)
/**
 * Architectures.
 */
architectures: string[]
/**
 * Languages.
 */
languages: string[]
/**
 * Editions.
 */
editions: string[]
/**
 * Where it lies.
 */
path: string
/**
 * Bytes.
 */
size: number
/**
 * SHA-256 of the file.
 */
sha256: string
/**
 * How it came: same, patched, blocks, copied; null: nothing was fetched.
 */
method: (string | null)
/**
 * Bytes that travelled, tables too.
 */
bytesReceived: number
[k: string]: unknown
}
/**
 * Changes what the library says of an image.
 */
export interface ImageSetRequest {
/**
 * Name or id.
 */
image: string
/**
 * New name.
 */
name?: string
/**
 * New place of the same file.
 */
path?: string
version?: string
description?: string
/**
 * For pre-cache: only clients of this architecture fetch the image ahead. Empty: any.
 */
architecture?: ("x86" | "x64" | "arm64" | "")
/**
 * For pre-cache: only clients of this language fetch the image ahead, for example en-US. Empty: any.
 */
language?: string
/**
 * How many earlier versions of this image are kept, whatever the site says.
 */
retainVersion?: number
/**
 * Days that an earlier version of this image is kept after another one took its place, whatever the site says; 0 = however long. The version before the current one stays.
 */
retainDays?: number
/**
 * Bytes that the earlier versions of this image may take on disk, whatever the site says; the oldest go first. 0 = however many. The version before the current one stays.
 */
retainBytes?: number
/**
 * Takes what was said of this image alone away, before the other members: its versions are kept as the site is set.
 */
retainAsSite?: boolean
/**
 * The image may be sent to many at once (multicast). Taken away, the other two go with it.
 */
multicastAllow?: boolean
/**
 * It travels encrypted then. Needs multicastAllow.
 */
multicastEncrypt?: boolean
/**
 * Clients get it by multicast alone. Needs multicastAllow, and a task sequence that downloads content locally when needed.
 */
multicastTransferOnly?: boolean
}
/**
 * The image after the change.
 */
export interface ImageSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
image: Image
applied: boolean
[k: string]: unknown
}
/**
 * Shows a registered image.
 */
export interface ImageShowRequest {
/**
 * Name or id.
 */
image: string
}
/**
 * The image.
 */
export interface ImageShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
image: Image
[k: string]: unknown
}
/**
 * Tells which updates an image has, needs or does not need.
 */
export interface ImageStatusRequest {
/**
 * Name or id of a registered image.
 */
image?: string
/**
 * An image file, or an ISO image of Windows media.
 */
path?: string
/**
 * One index; default all.
 */
index?: number
/**
 * Only these updates.
 */
uniqueId?: string[]
}
/**
 * One row per index and update.
 */
export interface ImageStatusResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
statuses: UpdateStatus[]
[k: string]: unknown
}
/**
 * State of one update for one index of an image.
 */
export interface UpdateStatus {
imageId: (string | null)
imageName: (string | null)
index: number
uniqueId: string
articleId: string
title: string
/**
 * UpdateStatus of Configuration Manager.
 */
status: ("Unknown" | "NotRequired" | "Installed" | "Applicable" | "ApplicabilityCheckNotSupported" | "InstalledApplicabilityCheckNotSupported")
/**
 * 0 to 5.
 */
statusCode: number
reason: string
reasonCode: string
/**
 * Code of the last attempt that failed.
 */
errorCode: (string | null)
appliedDateTime: (string | null)
[k: string]: unknown
}
/**
 * Reads every byte of an image file and compares every digest; of an upgrade package also the programs of Setup and the boot image beside it.
 */
export interface ImageVerifyRequest {
/**
 * Name or id of a registered image.
 */
image?: string
/**
 * An image file, or an ISO image of Windows media.
 */
path?: string
}
/**
 * What was found.
 */
export interface ImageVerifyResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
ok: boolean
path: string
resources: number
bytes: number
/**
 * Items: A resource that is not what it should be.
 */
bad: {
sha1: string
size: number
reason: string
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * Lists the versions of an image that are kept.
 */
export interface ImageVersionsRequest {
/**
 * Name or id.
 */
image: string
}
/**
 * Versions, newest first.
 */
export interface ImageVersionsResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
versions: ImageVersion[]
[k: string]: unknown
}
/**
 * A record that could not be imported.
 */
export interface ImportError {
/**
 * Line (or number of the record) in the file, from 1.
 */
line: number
/**
 * What is wrong with it.
 */
message: string
[k: string]: unknown
}
/**
 * An update that the Windows Update Agent of a computer finds missing, and what came of it.
 */
export interface InstallableUpdate {
/**
 * Id of the update.
 */
updateId: string
/**
 * Revision of its record.
 */
revisionNumber: number
/**
 * Title, in the language of the computer.
 */
title: string
/**
 * Numbers of its articles, without KB.
 */
articleIds: string[]
/**
 * Bytes to download at most.
 */
size: number
/**
 * It is not one that Windows only offers.
 */
isMandatory: boolean
/**
 * What came of it.
 */
status: ("Available" | "Installed" | "Failed" | "Skipped")
/**
 * Why it was skipped; the HRESULT with which it failed.
 */
reason: (string | null)
[k: string]: unknown
}
/**
 * Shows a log.
 */
export interface LogShowRequest {
runId?: string
source?: ("Engine" | "Dism")
/**
 * The last so many entries. Default: 200, with after all of them.
 */
tail?: number
/**
 * At least this level.
 */
level?: ("Error" | "Warning" | "Info")
/**
 * Only what was written since: the next of an answer.
 */
after?: string
/**
 * Follows the log until its run has ended; that of the site until it is interrupted. Each entry is an event.
 */
wait?: boolean
/**
 * With wait: seconds to follow it at most. That is no failure.
 */
timeout?: number
}
/**
 * Entries, oldest first.
 */
export interface LogShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path: string
/**
 * Items: A line of a log.
 */
entries: {
time: (string | null)
level: ("Error" | "Warning" | "Info")
source: string
message: string
[k: string]: unknown
}[]
/**
 * Cursor for after: what is written from here on.
 */
next: string
/**
 * The run has ended, and this is the end of its log.
 */
over: boolean
[k: string]: unknown
}
/**
 * One part of a maintenance, and what came of it.
 */
export interface MaintenancePart {
part: ("decline" | "content" | "versions" | "database")
status: ("Succeeded" | "Failed")
/**
 * What was done, or would be, in a sentence.
 */
summary: string
/**
 * How many things it is about.
 */
count: number
/**
 * Bytes that became free, or would.
 */
bytes: number
/**
 * Each of them; at most 200.
 */
items: {
name: string
reason: string
/**
 * Bytes that become free.
 */
bytes: number
[k: string]: unknown
}[]
/**
 * What was meant and stays, with the reason; at most 200.
 */
kept: {
name: string
reason: string
/**
 * Bytes that become free.
 */
bytes: number
[k: string]: unknown
}[]
/**
 * Why it failed.
 */
problem: (Problem | null)
[k: string]: unknown
}
/**
 * A maintenance that was done, or that waits for a worker.
 */
export interface MaintenanceRun {
/**
 * Null for a dry run.
 */
maintenanceId: (string | null)
/**
 * The schedule that it is of.
 */
scheduleId: (string | null)
/**
 * The time of its schedule that it is for.
 */
occurrence: (string | null)
status: ("Pending" | "Running" | "Succeeded" | "SucceededWithErrors" | "Failed")
/**
 * How often it was begun.
 */
attempt: number
created: string
/**
 * When it was begun.
 */
started: (string | null)
/**
 * When it ended.
 */
completed: (string | null)
settings: Maintenance
parts: MaintenancePart[]
/**
 * Bytes that became free, or would.
 */
bytes: number
/**
 * What came of it, in a sentence.
 */
summary: string
[k: string]: unknown
}
/**
 * What a maintenance does: which parts, and how.
 */
export interface Maintenance {
/**
 * Parts that are done, always in this order: decline, content, versions, database. Default: all.
 * 
 * @minItems 1
 */
part?: [("decline" | "content" | "versions" | "database"), ...(("decline" | "content" | "versions" | "database"))[]]
/**
 * Which updates are declined. Default: expired, itanium, beta. With superseded, a rule that defers or takes the one before has nothing left to choose.
 * 
 * @minItems 1
 */
declineRule?: [("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release"), ...(("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release"))[]]
/**
 * Besides the content of superseded and expired updates: files that were stored so many days ago or longer.
 */
contentOlderThan?: number
/**
 * Besides: the oldest files, until the library has at most so many bytes.
 */
contentMaximumSize?: number
/**
 * Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays. Default: as the site is set.
 */
retainDays?: number
/**
 * Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays. Default: as the site is set.
 */
retainBytes?: number
/**
 * Kept versions of an image besides the current one. Default: as the site is set.
 */
retainVersion?: number
}
/**
 * Lists what was maintained, newest first.
 */
export interface MaintenanceListRequest {
/**
 * Only those of this schedule.
 */
scheduleId?: string
/**
 * How many at most.
 */
limit?: number
/**
 * Cursor: next of the answer before.
 */
after?: string
}
/**
 * What was maintained, newest first.
 */
export interface MaintenanceListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
maintenances: MaintenanceRun[]
/**
 * Cursor for after; null at the end.
 */
next: (string | null)
[k: string]: unknown
}
/**
 * Does the hygiene of every month now: declines updates, cleans up content and kept versions, maintains the database. A dry run says what and how much.
 */
export interface MaintenanceRunRequest {
/**
 * A schedule of kind Maintenance: does what it says, instead of the other members.
 */
scheduleId?: string
/**
 * Parts that are done, always in this order: decline, content, versions, database. Default: all.
 * 
 * @minItems 1
 */
part?: [("decline" | "content" | "versions" | "database"), ...(("decline" | "content" | "versions" | "database"))[]]
/**
 * Which updates are declined. Default: expired, itanium, beta. With superseded, a rule that defers or takes the one before has nothing left to choose.
 * 
 * @minItems 1
 */
declineRule?: [("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release"), ...(("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release"))[]]
/**
 * Besides the content of superseded and expired updates: files that were stored so many days ago or longer.
 */
contentOlderThan?: number
/**
 * Besides: the oldest files, until the library has at most so many bytes.
 */
contentMaximumSize?: number
/**
 * Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays. Default: as the site is set.
 */
retainDays?: number
/**
 * Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays. Default: as the site is set.
 */
retainBytes?: number
/**
 * Kept versions of an image besides the current one. Default: as the site is set.
 */
retainVersion?: number
}
/**
 * What was done.
 */
export interface MaintenanceRunResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
maintenance: MaintenanceRun
/**
 * False when nothing was changed (dry run).
 */
applied: boolean
[k: string]: unknown
}
/**
 * A file of Windows media.
 */
export interface MediaFile {
/**
 * In the folder, for example \sources\setup.exe.
 */
path: string
/**
 * Bytes.
 */
size: number
/**
 * Empty in a dry run that would make the file.
 */
sha256: string
[k: string]: unknown
}
/**
 * Writes Windows media to a new folder or a new ISO image, and reads back what was written.
 */
export interface MediaExportRequest {
/**
 * Folder with Windows media; for a folder an ISO image too.
 */
path: string
/**
 * Folder or ISO image that is written; it must not exist.
 */
to: string
/**
 * Default: iso where the name ends in .iso, else folder.
 */
format?: ("folder" | "iso")
/**
 * Label of the disc; default is that of the disc that an upgrade package was taken out of, else the name of the folder.
 */
label?: string
/**
 * Bytes: a larger sources\install.wim becomes a set of .swm files, for FAT32.
 */
splitSize?: number
/**
 * recovery: sources\install.wim becomes a smaller install.esd, a solid file. It cannot be split. Default keep.
 */
compression?: ("keep" | "recovery")
/**
 * The disc starts without waiting for a key.
 */
noPrompt?: boolean
/**
 * What writes the ISO image; default is oscdimg of the ADK where it is, else IMAPI on Windows, else genisoimage.
 */
tool?: ("auto" | "oscdimg" | "imapi" | "genisoimage")
/**
 * Program of oscdimg or genisoimage, where it does not lie where it usually does.
 */
toolPath?: string
}
/**
 * What was written.
 */
export interface MediaExportResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path: string
to: string
format: ("folder" | "iso")
/**
 * Of the disc; null of a folder.
 */
label: (string | null)
/**
 * What wrote the ISO image; null of a folder.
 */
tool: (string | null)
/**
 * What the disc starts from.
 */
bootEntries: {
platform: ("bios" | "uefi")
path: string
[k: string]: unknown
}[]
/**
 * Files that were read back and found equal; in a dry run those of the media.
 */
files: number
bytes: number
/**
 * What sources\install.wim became: a split set, or install.esd; empty where it stayed as it was.
 */
parts: string[]
/**
 * Of the ISO image; 0 of a folder.
 */
size: number
/**
 * Of the ISO image; empty of a folder.
 */
sha256: string
rehearsal: boolean
warnings: string[]
applied: boolean
[k: string]: unknown
}
/**
 * Puts the boot files of 2023 from the boot image of media into place: boot manager, fonts, boot sector of discs, list of revoked files. No policy file and no firmware is touched.
 */
export interface MediaUpdateBootManagerRequest {
/**
 * Folder with Windows media.
 */
path: string
/**
 * Whose boot files.
 */
authority?: "2023"
/**
 * A file with a newer table of minimums (schema boot-minimums).
 */
minimums?: string
}
/**
 * What was put into place.
 */
export interface MediaUpdateBootManagerResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path: string
/**
 * The boot image that the files come from.
 */
container: string
index: number
files: {
/**
 * On the media.
 */
path: string
/**
 * Inside the boot image.
 */
from: string
size: number
sha256: string
/**
 * null: there was no such file.
 */
previousSha256: (string | null)
changed: boolean
[k: string]: unknown
}[]
/**
 * The verdict of trust show.
 */
before: {
verdict: string
startsOn: string[]
basis: (string | null)
reasons: string[]
[k: string]: unknown
}
/**
 * The same afterwards; null in a dry run.
 */
after: ({
verdict: string
startsOn: string[]
basis: (string | null)
reasons: string[]
[k: string]: unknown
} | null)
/**
 * Secure version number of the new boot manager.
 */
svn: (string | null)
rehearsal: boolean
warnings: string[]
applied: boolean
[k: string]: unknown
}
/**
 * One receiver of a multicast.
 */
export interface MulticastReceiver {
/**
 * It chose it for this one session.
 */
id: string
/**
 * Name of the machine, as it told.
 */
name: string
/**
 * Where its messages came from.
 */
address: string
/**
 * Waiting: in a dry run. Verified: it has the file, and said that digest and signature are right. Received: all bytes arrived, nothing more was heard. Refused: it said that what it has is not right. Lost: it did not get everything.
 */
state: ("Waiting" | "Verified" | "Received" | "Refused" | "Lost")
[k: string]: unknown
}
/**
 * Waits for an image that is sent to many, and keeps it when signature and digest are right.
 */
export interface MulticastReceiveRequest {
/**
 * Folder for the file.
 */
to: string
/**
 * Name of the image to wait for; left out: whichever comes first.
 */
image?: string
/**
 * Keys whose images are taken: fingerprints or public keys. Left out: the key of this site.
 * 
 * @maxItems 100
 */
trust?: string[]
/**
 * Gives up when so long nothing came.
 */
waitMinutes?: number
/**
 * Multicast address (IPv4) on which both sides meet; data goes to the address after it.
 */
address?: string
/**
 * UDP port; the next one is used too.
 */
port?: number
/**
 * Name or IPv4 address of the network interface; left out: the system's choice.
 */
interface?: string
/**
 * Replaces a file of the same name.
 */
force?: boolean
}
/**
 * What was received.
 */
export interface MulticastReceiveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Name; null in a dry run.
 */
image: (string | null)
sourceVersion: (number | null)
/**
 * The file; the folder in a dry run.
 */
path: string
/**
 * Bytes.
 */
size: number
sha256: (string | null)
/**
 * Of the key that signed.
 */
fingerprint: (string | null)
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * Sends the published file of an image to all receivers that wait for it, once for all of them.
 */
export interface MulticastSendRequest {
/**
 * Name or id.
 */
image: string
/**
 * Begins as soon as so many receivers wait.
 */
receivers?: number
/**
 * Waits so long for them at most; what waits then is sent to.
 */
waitMinutes?: number
/**
 * Multicast address (IPv4) on which both sides meet; data goes to the address after it.
 */
address?: string
/**
 * UDP port; the next one is used too.
 */
port?: number
/**
 * Name or IPv4 address of the network interface; left out: the system's choice.
 */
interface?: string
/**
 * Bytes a second on the wire.
 */
bandwidthLimit?: number
/**
 * How many routers the packets pass.
 */
timeToLive?: number
}
/**
 * To whom the image was sent.
 */
export interface MulticastSendResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
image: string
imageId: string
sourceVersion: number
fileName: string
/**
 * Bytes.
 */
size: number
sha256: string
address: string
port: number
/**
 * The image asks for it (multicastEncrypt).
 */
encrypted: boolean
/**
 * Of the key that signed; receivers name it. Null in a dry run of a site without a key.
 */
fingerprint: (string | null)
receivers: MulticastReceiver[]
/**
 * From the first packet of the file to the end.
 */
seconds: number
/**
 * Every receiver verified the file.
 */
ok: boolean
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
[k: string]: unknown
}
/**
 * A role for which nothing could be chosen.
 */
export interface NotFound {
role: string
reasonCode: string
reason: string
indexes: number[]
[k: string]: unknown
}
/**
 * Records of a system that were not understood: among them may be what an answer lacks.
 */
export interface NotUnderstood {
family: string
release: (string | null)
count: number
/**
 * The newest of them.
 */
newest: {
uniqueId: string
title: string
[k: string]: unknown
}
/**
 * The same for people.
 */
message: string
[k: string]: unknown
}
/**
 * One event, as one notification tells it.
 */
export interface NotificationMessage {
event: ("RunSucceeded" | "RunSucceededWithErrors" | "RunFailed" | "RunStalled" | "ImageOld" | "SupportEnds" | "SyncStale" | "NothingRan" | "DistributionFailed" | "MaintenanceSucceeded" | "MaintenanceFailed")
/**
 * One line.
 */
title: string
status: ("Pending" | "Sent" | "Failed")
image: (string | null)
/**
 * How often it was tried.
 */
attempts: number
/**
 * When it was noticed. RFC 3339, UTC.
 */
created: string
/**
 * RFC 3339, UTC.
 */
sent: (string | null)
/**
 * RFC 3339, UTC.
 */
nextAttempt: (string | null)
problem: (Problem | null)
[k: string]: unknown
}
/**
 * Says who is told of what, and how.
 */
export interface NotificationAddRequest {
/**
 * Name of the notification.
 */
name: string
/**
 * How it is told: mail, webhook, event-log or command.
 */
channel: string
/**
 * Settings of the channel; the schema notification.<channel>.settings names them.
 */
settings: {
[k: string]: unknown
}
/**
 * Kinds of events that are told. Left out: all.
 * 
 * @minItems 1
 */
event?: [("RunSucceeded" | "RunSucceededWithErrors" | "RunFailed" | "RunStalled" | "ImageOld" | "SupportEnds" | "SyncStale" | "NothingRan" | "DistributionFailed" | "MaintenanceSucceeded" | "MaintenanceFailed"), ...(("RunSucceeded" | "RunSucceededWithErrors" | "RunFailed" | "RunStalled" | "ImageOld" | "SupportEnds" | "SyncStale" | "NothingRan" | "DistributionFailed" | "MaintenanceSucceeded" | "MaintenanceFailed"))[]]
/**
 * Images that it is about, with the wildcards * and ?. Left out: all.
 * 
 * @minItems 1
 */
image?: [string, ...(string)[]]
/**
 * ImageOld: days since the update that an image is at.
 */
imageAge?: number
/**
 * SupportEnds: days before the last update of a release.
 */
supportEnds?: number
/**
 * SyncStale: days since a source was synchronised.
 */
syncAge?: number
/**
 * NothingRan: hours since a run was due.
 */
overdue?: number
/**
 * False: nothing is told.
 */
enabled?: boolean
}
/**
 * The new notification.
 */
export interface NotificationAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
notification: Notification
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
[k: string]: unknown
}
/**
 * Who is told of what, and how.
 */
export interface Notification {
name: string
/**
 * mail, webhook, event-log or command.
 */
channel: string
/**
 * False: nothing is told.
 */
enabled: boolean
/**
 * Settings of the channel. A secret is named here, and nowhere written.
 */
settings: {
[k: string]: unknown
}
/**
 * Kinds of events that are told.
 */
event: ("RunSucceeded" | "RunSucceededWithErrors" | "RunFailed" | "RunStalled" | "ImageOld" | "SupportEnds" | "SyncStale" | "NothingRan" | "DistributionFailed" | "MaintenanceSucceeded" | "MaintenanceFailed")[]
/**
 * Images that it is about; empty = all.
 */
image: string[]
/**
 * Days.
 */
imageAge: number
/**
 * Days.
 */
supportEnds: number
/**
 * Days.
 */
syncAge: number
/**
 * Hours.
 */
overdue: number
/**
 * never: nothing was sent yet; ok; failing: the last attempt failed and is made again.
 */
state: ("never" | "ok" | "failing")
/**
 * RFC 3339, UTC.
 */
stateSince: (string | null)
/**
 * RFC 3339, UTC.
 */
lastSent: (string | null)
lastProblem: (Problem | null)
/**
 * Events that were told.
 */
sent: number
/**
 * Events that are still to be told.
 */
pending: number
/**
 * Events that were given up.
 */
failed: number
/**
 * RFC 3339, UTC.
 */
created: string
/**
 * RFC 3339, UTC.
 */
modified: string
[k: string]: unknown
}
/**
 * Settings of the channel command: a program that gets the events as JSON on its standard input.
 */
export interface NotificationCommandSettings {
/**
 * The program and its arguments. No shell is between: each argument arrives as it is.
 * 
 * @minItems 1
 * @maxItems 100
 */
command: [string, ...(string)[]]
/**
 * Seconds after which the program is ended.
 */
timeout?: number
}
/**
 * Settings of the channel event-log: the event log of Windows.
 */
export interface NotificationEventLogSettings {
/**
 * Name of the log.
 */
log?: string
/**
 * Name of the source; it is registered with the first event, which takes elevated rights once.
 */
source?: string
}
/**
 * Lists notifications.
 */
export interface NotificationListRequest {
/**
 * Names, with the wildcards * and ?.
 */
name?: string
}
/**
 * Notifications by name.
 */
export interface NotificationListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
notifications: Notification[]
/**
 * Channels that there are.
 */
channels: {
type: string
description: string
[k: string]: unknown
}[]
/**
 * Kinds of events that there are.
 */
events: {
kind: ("RunSucceeded" | "RunSucceededWithErrors" | "RunFailed" | "RunStalled" | "ImageOld" | "SupportEnds" | "SyncStale" | "NothingRan" | "DistributionFailed" | "MaintenanceSucceeded" | "MaintenanceFailed")
description: string
[k: string]: unknown
}[]
next: null
[k: string]: unknown
}
/**
 * Settings of the channel mail.
 */
export interface NotificationMailSettings {
/**
 * Name or address of the SMTP server.
 */
host: string
/**
 * Port; left out: 587 with starttls, 465 with tls, 25 with none.
 */
port?: number
/**
 * starttls: TLS is demanded after the greeting; tls: from the first byte; none: without TLS, and never with a password.
 */
security?: ("starttls" | "tls" | "none")
/**
 * Address of the sender.
 */
from: string
/**
 * Addresses of those who are told.
 * 
 * @minItems 1
 * @maxItems 100
 */
to: [string, ...(string)[]]
/**
 * Name with which to log on.
 */
user?: string
/**
 * Password of the user. The name of an environment variable of the worker, or of a secret of SecretManagement.
 */
password?: {
/**
 * Name of an environment variable.
 */
environment?: string
/**
 * Name of a secret of PowerShell SecretManagement.
 */
secret?: string
/**
 * Vault of the secret; left out: as SecretManagement decides.
 */
vault?: string
}
/**
 * File with root certificates (PEM) that are trusted besides those of the system.
 */
rootCertificate?: string
/**
 * Name with which this machine greets the server.
 */
clientName?: string
}
/**
 * Removes a notification; what it has not told yet is not told.
 */
export interface NotificationRemoveRequest {
/**
 * Name of the notification.
 */
name: string
}
/**
 * The notification that is gone.
 */
export interface NotificationRemoveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
notification: Notification
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
[k: string]: unknown
}
/**
 * Changes a notification; what is not named stays.
 */
export interface NotificationSetRequest {
/**
 * Name of the notification.
 */
name: string
/**
 * Another name.
 */
newName?: string
/**
 * Settings of the channel; the schema notification.<channel>.settings names them.
 */
settings?: {
[k: string]: unknown
}
/**
 * Kinds of events that are told. Replaces those so far.
 * 
 * @minItems 1
 */
event?: [("RunSucceeded" | "RunSucceededWithErrors" | "RunFailed" | "RunStalled" | "ImageOld" | "SupportEnds" | "SyncStale" | "NothingRan" | "DistributionFailed" | "MaintenanceSucceeded" | "MaintenanceFailed"), ...(("RunSucceeded" | "RunSucceededWithErrors" | "RunFailed" | "RunStalled" | "ImageOld" | "SupportEnds" | "SyncStale" | "NothingRan" | "DistributionFailed" | "MaintenanceSucceeded" | "MaintenanceFailed"))[]]
/**
 * Images that it is about, with the wildcards * and ?. Replaces those so far.
 * 
 * @minItems 1
 */
image?: [string, ...(string)[]]
/**
 * ImageOld: days since the update that an image is at.
 */
imageAge?: number
/**
 * SupportEnds: days before the last update of a release.
 */
supportEnds?: number
/**
 * SyncStale: days since a source was synchronised.
 */
syncAge?: number
/**
 * NothingRan: hours since a run was due.
 */
overdue?: number
/**
 * False: nothing is told.
 */
enabled?: boolean
}
/**
 * The notification after the change.
 */
export interface NotificationSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
notification: Notification
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
[k: string]: unknown
}
/**
 * Shows a notification with the messages of the last time.
 */
export interface NotificationShowRequest {
/**
 * Name of the notification.
 */
name: string
}
/**
 * One notification.
 */
export interface NotificationShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
notification: Notification
/**
 * The newest 50.
 */
messages: NotificationMessage[]
[k: string]: unknown
}
/**
 * Sends a test message.
 */
export interface NotificationTestRequest {
/**
 * Name of the notification.
 */
name: string
}
/**
 * What came of a test message.
 */
export interface NotificationTestResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * It was taken.
 */
ok: boolean
channel: string
/**
 * What became of it.
 */
message: string
problem: (Problem | null)
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * Settings of the channel webhook.
 */
export interface NotificationWebhookSettings {
/**
 * Address, when it holds no secret: without user, password and query.
 */
url?: string
/**
 * Where the address stands, for addresses that are secrets themselves, as those of Teams are. The name of an environment variable of the worker, or of a secret of SecretManagement.
 */
urlFrom?: {
/**
 * Name of an environment variable.
 */
environment?: string
/**
 * Name of a secret of PowerShell SecretManagement.
 */
secret?: string
/**
 * Vault of the secret; left out: as SecretManagement decides.
 */
vault?: string
}
/**
 * json: the events as a plain document; teams: an adaptive card.
 */
format?: ("json" | "teams")
/**
 * Key of the signature (HMAC-SHA-256) that each request carries. The name of an environment variable of the worker, or of a secret of SecretManagement.
 */
key?: {
/**
 * Name of an environment variable.
 */
environment?: string
/**
 * Name of a secret of PowerShell SecretManagement.
 */
secret?: string
/**
 * Vault of the secret; left out: as SecretManagement decides.
 */
vault?: string
}
/**
 * File with root certificates (PEM) that are trusted besides those of the system.
 */
rootCertificate?: string
}
/**
 * Says what an update package is, and whether it can be put into an image.
 */
export interface PackageInspectRequest {
/**
 * Package file (.msu, .cab).
 */
path: string
/**
 * Check the signature; all of the file is read for it.
 */
signature?: boolean
}
/**
 * What the package is.
 */
export interface PackageInspectResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path: string
size: number
format: ("msu-cab" | "msu-wim" | "cab")
kind: Kind
articleId: (string | null)
identity: (string | null)
version: (string | null)
/**
 * build.revision that it brings.
 */
revision: (string | null)
architecture: (string | null)
/**
 * Empty for neutral.
 */
language: (string | null)
releaseType: (string | null)
/**
 * When it was made, as it says itself: RFC 3339, or the day alone.
 */
created: (string | null)
/**
 * Systems that it names, in its own words.
 */
appliesTo: string[]
/**
 * Page about it, as it says itself.
 */
supportUrl: (string | null)
/**
 * Packages one of which must be in the image.
 */
parents: {
identity: string
buildCompare: string
serviceCompare: string
[k: string]: unknown
}[]
/**
 * Lowest servicing stack: a revision, or a version.
 */
requiresSsu: (string | null)
/**
 * Checkpoint that it builds on, build.revision.
 */
baseline: (string | null)
payload: ("full" | "express" | "unknown")
isOfflineServiceable: boolean
/**
 * Why not, or what to heed; else empty.
 */
reason: string
/**
 * Made by rehearsal package.
 */
standIn: boolean
/**
 * Signature of the file itself (Authenticode). Revocation is not checked.
 */
signature: {
present: boolean
/**
 * null: it could not be told, or was not asked for; reason says why.
 */
verified: (boolean | null)
reason: string
publisher: (string | null)
signer: (string | null)
digestAlgorithm: ("sha1" | "sha256" | null)
/**
 * As a time-stamping authority confirmed.
 */
signedAt: (string | null)
chain: ("trusted" | "incomplete" | "untrusted" | null)
/**
 * The pinned root that the chain ends at.
 */
root: (string | null)
[k: string]: unknown
}
/**
 * At most 1000.
 */
members: {
name: string
size: number
[k: string]: unknown
}[]
memberCount: number
/**
 * What was read for it.
 */
evidence: string[]
warnings: string[]
/**
 * Which Windows it says that it is for; only packages of rehearsals say it outright.
 */
target?: ({
release: string
installationType: string
build: number
dotNet: (string | null)
[k: string]: unknown
} | null)
[k: string]: unknown
}
/**
 * One step of a plan.
 */
export interface PlanStep {
id: string
kind: string
index?: number
/**
 * What it works on.
 */
target: string
/**
 * Why it is there.
 */
reason: string
/**
 * Bytes that it handles.
 */
bytes?: number
/**
 * How long it takes, about.
 */
seconds?: number
/**
 * What its time is estimated from: earlier runs of this site, or medians of the field.
 */
estimatedFrom?: ("history" | "field")
/**
 * Kind of the update that it puts in.
 */
updateKind?: string
uniqueId?: string
articleId?: string
/**
 * Language that it puts in.
 */
language?: string
/**
 * Feature on demand that it puts in.
 */
capability?: string
/**
 * Optional feature that it enables.
 */
feature?: string
/**
 * Number of the recovery image that the step works on. One that lies in several indexes has one number, and is serviced once.
 */
recovery?: number
/**
 * It is about boot.wim of the media, not about the image.
 */
bootImage?: boolean
[k: string]: unknown
}
/**
 * Writes what a run would do now as a PowerShell script for the cmdlets of DISM.
 */
export interface PlanExportRequest {
/**
 * uniqueIds, KB articles or package files.
 */
updates?: string[]
/**
 * Choose the latest cumulative update when the run starts.
 */
latest?: boolean
/**
 * Name of a rule that chooses when the run starts.
 */
rule?: string
/**
 * Go on after an update that failed.
 */
continueOnError?: boolean
/**
 * Clean up with ResetBase, then export.
 */
removeSupersededUpdates?: boolean
/**
 * What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors.
 */
cleanupWhenPending?: ("fail" | "skip")
/**
 * Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources.
 */
languages?: string[]
/**
 * Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.
 */
capabilities?: string[]
/**
 * Folders or ISO images with language packs and features on demand of the release.
 */
capabilitySources?: string[]
/**
 * Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.
 */
features?: string[]
/**
 * Folder with the payload of features that the image does not hold: sources\sxs of the media, for .NET Framework 3.5.
 */
featureSource?: string
/**
 * Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them.
 */
driverFolder?: string
/**
 * Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others.
 */
strict?: boolean
/**
 * Drivers without a catalog file as well.
 */
forceUnsigned?: boolean
/**
 * Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so.
 */
includeDotNet?: boolean
/**
 * Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings.
 */
includeWinRE?: boolean
/**
 * Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows.
 */
includeBootImage?: boolean
/**
 * Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim.
 */
includeSetup?: boolean
/**
 * What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim).
 */
profile?: ("image" | "upgrade-folder" | "media")
/**
 * Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched.
 */
updateBootManager?: "2023"
/**
 * Send the new version to the distribution points.
 */
updateDistributionPoint?: boolean
/**
 * Only these indexes; default all.
 */
indexes?: number[]
/**
 * Name or id of a registered image.
 */
image: string
/**
 * File that is written (.ps1); it must not exist.
 */
to: string
}
/**
 * The script.
 */
export interface PlanExportResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * File of the script.
 */
path: string
/**
 * Bytes.
 */
size: number
/**
 * Steps of the plan.
 */
steps: number
/**
 * Whether it was written.
 */
applied: boolean
[k: string]: unknown
}
/**
 * What a run will do, made before anything runs.
 */
export interface Plan {
steps: PlanStep[]
skipped: Skipped[]
/**
 * What it takes.
 */
estimates: {
/**
 * Free space on the servicing drive.
 */
bytes: number
seconds: number
[k: string]: unknown
}
rehearsal: boolean
/**
 * Updates that the image has, or that go in with another one.
 */
alreadyThere?: Skipped[]
/**
 * What somebody should know before the run.
 */
warnings?: string[]
[k: string]: unknown
}
/**
 * Shows what a run would do now.
 */
export interface PlanShowRequest {
/**
 * uniqueIds, KB articles or package files.
 */
updates?: string[]
/**
 * Choose the latest cumulative update when the run starts.
 */
latest?: boolean
/**
 * Name of a rule that chooses when the run starts.
 */
rule?: string
/**
 * Go on after an update that failed.
 */
continueOnError?: boolean
/**
 * Clean up with ResetBase, then export.
 */
removeSupersededUpdates?: boolean
/**
 * What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors.
 */
cleanupWhenPending?: ("fail" | "skip")
/**
 * Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources.
 */
languages?: string[]
/**
 * Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.
 */
capabilities?: string[]
/**
 * Folders or ISO images with language packs and features on demand of the release.
 */
capabilitySources?: string[]
/**
 * Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.
 */
features?: string[]
/**
 * Folder with the payload of features that the image does not hold: sources\sxs of the media, for .NET Framework 3.5.
 */
featureSource?: string
/**
 * Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them.
 */
driverFolder?: string
/**
 * Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others.
 */
strict?: boolean
/**
 * Drivers without a catalog file as well.
 */
forceUnsigned?: boolean
/**
 * Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so.
 */
includeDotNet?: boolean
/**
 * Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings.
 */
includeWinRE?: boolean
/**
 * Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows.
 */
includeBootImage?: boolean
/**
 * Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim.
 */
includeSetup?: boolean
/**
 * What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim).
 */
profile?: ("image" | "upgrade-folder" | "media")
/**
 * Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched.
 */
updateBootManager?: "2023"
/**
 * Send the new version to the distribution points.
 */
updateDistributionPoint?: boolean
/**
 * Only these indexes; default all.
 */
indexes?: number[]
/**
 * Name or id of a registered image.
 */
image: string
}
/**
 * The plan.
 */
export interface PlanShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
plan: Plan
[k: string]: unknown
}
/**
 * One Windows in the file.
 */
export interface PointImageIndex {
/**
 * Number.
 */
index: number
/**
 * Name.
 */
name: string
/**
 * Edition.
 */
edition: (string | null)
/**
 * Family.
 */
family: (string | null)
/**
 * Release.
 */
release: (string | null)
/**
 * x86, x64 or arm64.
 */
architecture: (string | null)
/**
 * Languages.
 */
languages: string[]
/**
 * Default language.
 */
defaultLanguage: (string | null)
/**
 * build.revision
 */
revision: (string | null)
[k: string]: unknown
}
/**
 * An image as a distribution point serves it.
 */
export interface PointImage {
/**
 * Id.
 */
imageId: string
/**
 * Name.
 */
name: string
/**
 * Label of the organisation.
 */
version: string
/**
 * For pre-cache: the architecture that fetches it ahead; null: as the indexes say.
 */
architecture: (string | null)
/**
 * For pre-cache: the language that fetches it ahead; null: as the indexes say.
 */
language: (string | null)
/**
 * Name in the folder itself that always is the current version.
 */
fixedName: (string | null)
/**
 * What is in it.
 */
indexes: PointImageIndex[]
/**
 * The current version, then earlier ones.
 * 
 * @minItems 1
 */
versions: [PointVersion, ...(PointVersion)[]]
[k: string]: unknown
}
/**
 * One version of the file.
 */
export interface PointVersion {
/**
 * Version.
 */
sourceVersion: number
/**
 * Path below the distribution point, with slashes.
 */
file: string
/**
 * Bytes.
 */
size: number
/**
 * SHA-256, lower-case hexadecimal.
 */
sha256: string
/**
 * build.revision
 */
revision: (string | null)
/**
 * When it came; RFC 3339, UTC.
 */
sent: string
/**
 * Addresses where the same bytes are, besides the file itself.
 * 
 * @maxItems 20
 */
urls?: []|[string]|[string, string]|[string, string, string]|[string, string, string, string]|[string, string, string, string, string]|[string, string, string, string, string, string]|[string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]|[string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string, string]
[k: string]: unknown
}
/**
 * manifest.json of a distribution point: a text, and the signature over its bytes.
 */
export interface PointManifestFile {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * The document point-manifest as JSON text.
 */
manifest: string
/**
 * Ed25519 public key of the site (SubjectPublicKeyInfo, base64).
 */
publicKey: string
/**
 * Ed25519 signature of the UTF-8 bytes of manifest, base64.
 */
signature: string
[k: string]: unknown
}
/**
 * What a distribution point serves: the signed part of its manifest.json.
 */
export interface PointManifest {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Name of the distribution point.
 */
point: string
/**
 * RFC 3339, UTC.
 */
created: string
/**
 * By name.
 */
images: PointImage[]
[k: string]: unknown
}
/**
 * Settings of a configmgr distribution point: a site of Configuration Manager, whose own distribution points are updated from the source of the package (module ConfigurationManager).
 */
export interface PointConfigmgrSettings {
/**
 * Code of the site.
 */
siteCode: string
/**
 * Name of the SMS Provider's computer.
 */
siteServer: string
/**
 * Package ids or names of operating system images at the site, by the name or id of the image here. Default: the image of the same name.
 */
packages?: {
[k: string]: string
}
/**
 * Folder that published images are brought to before the site is told, where it takes the sources of its packages from. Left out: the source of the package is the registered file itself.
 */
path?: string
/**
 * Versions that are kept at the distribution point beside the current one.
 */
keepPrevious?: number
/**
 * Attempts of one send, before it counts as failed.
 */
attempts?: number
/**
 * Bytes a second that may travel; 0 = no limit.
 */
bandwidthLimit?: number
/**
 * When the limit holds, by the clock of this machine: 08:00-18:00. Left out: all day.
 */
bandwidthWindow?: string
/**
 * Seconds without an answer after which the distribution point counts as gone.
 */
patience?: number
/**
 * Keeps a copy at the distribution point that the next version is made of in place, where the file system cannot share blocks. It takes the space that the next send would take.
 */
spare?: boolean
}
/**
 * Settings of a folder distribution point: a folder of this machine, a share or any mount.
 */
export interface PointFolderSettings {
/**
 * Folder or share.
 */
path: string
/**
 * Versions that are kept at the distribution point beside the current one.
 */
keepPrevious?: number
/**
 * Attempts of one send, before it counts as failed.
 */
attempts?: number
/**
 * Bytes a second that may travel; 0 = no limit.
 */
bandwidthLimit?: number
/**
 * When the limit holds, by the clock of this machine: 08:00-18:00. Left out: all day.
 */
bandwidthWindow?: string
/**
 * Seconds without an answer after which the distribution point counts as gone.
 */
patience?: number
/**
 * Keeps a copy at the distribution point that the next version is made of in place, where the file system cannot share blocks. It takes the space that the next send would take.
 */
spare?: boolean
/**
 * Address under which a web server of your own serves this folder; the manifest names it. A user, a password or a query is not taken.
 */
url?: string
}
/**
 * Settings of an http distribution point: a folder of this machine that `distribution serve` offers, read-only.
 */
export interface PointHttpSettings {
/**
 * Folder that is served.
 */
path: string
/**
 * Name or address of the interface to listen on; left out: all of them.
 */
address?: string
/**
 * TCP port.
 */
port?: number
/**
 * Address that clients use, where it is not this machine's name and port; the manifest names it.
 */
url?: string
/**
 * File with the server's certificate and those of its issuers (PEM); it is read when the server starts.
 */
certificate?: string
/**
 * File with the private key of the certificate (PEM).
 */
key?: string
/**
 * Bearer token that clients must send. The name of an environment variable of the server, or of a secret of SecretManagement.
 */
token?: {
/**
 * Name of an environment variable.
 */
environment?: string
/**
 * Name of a secret of PowerShell SecretManagement.
 */
secret?: string
/**
 * Vault of the secret; left out: as SecretManagement decides.
 */
vault?: string
}
/**
 * Versions that are kept at the distribution point beside the current one.
 */
keepPrevious?: number
/**
 * Attempts of one send, before it counts as failed.
 */
attempts?: number
/**
 * Bytes a second that all clients together may fetch; 0 = no limit.
 */
bandwidthLimit?: number
/**
 * When the limit holds, by the clock of this machine: 08:00-18:00. Left out: all day.
 */
bandwidthWindow?: string
/**
 * Seconds without an answer after which the distribution point counts as gone.
 */
patience?: number
/**
 * Keeps a copy at the distribution point that the next version is made of in place, where the file system cannot share blocks. It takes the space that the next send would take.
 */
spare?: boolean
}
/**
 * Settings of an s3 distribution point: a bucket of Amazon S3 or of a service that speaks its protocol.
 */
export interface PointS3Settings {
/**
 * Name of the bucket; it must be there.
 */
bucket: string
/**
 * Beginning of all keys, like a folder; left out: the whole bucket.
 */
prefix?: string
/**
 * Region of the bucket; left out: as the environment or the profile says.
 */
region?: string
/**
 * Address of a service that speaks the protocol of S3; left out: Amazon's of the region.
 */
endpoint?: string
/**
 * Whether the bucket stands in the path of addresses, not in the name of the host. Left out: true with an endpoint, else false.
 */
pathStyle?: boolean
/**
 * Profile of the shared configuration files that credentials are taken from. Left out: the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_PROFILE), then the role of the machine. Credentials themselves are never stored.
 */
profile?: string
/**
 * Address under which clients read the bucket (with the prefix); the manifest names it. A user, a password or a query is not taken.
 */
url?: string
/**
 * Reads what arrived and compares its SHA-256. Without it the checksum is taken that the service made of the SHA-256 of the parts, where it gives one. Left out: true with an endpoint, else false.
 */
readBack?: boolean
/**
 * Bytes of a part of an upload; what a cut costs at most.
 */
partSize?: number
/**
 * Versions that are kept at the distribution point beside the current one.
 */
keepPrevious?: number
/**
 * Attempts of one send, before it counts as failed.
 */
attempts?: number
/**
 * Bytes a second that may travel; 0 = no limit.
 */
bandwidthLimit?: number
/**
 * When the limit holds, by the clock of this machine: 08:00-18:00. Left out: all day.
 */
bandwidthWindow?: string
/**
 * Seconds without an answer after which the distribution point counts as gone.
 */
patience?: number
}
/**
 * Settings of a wds distribution point: an image group of Windows Deployment Services (module WDS).
 */
export interface PointWdsSettings {
/**
 * Folder that images are brought to and imported from, and exported to for the proof: this machine and the server reach it under the same name.
 */
path: string
/**
 * Name of the server's computer; left out: this one.
 */
server?: string
/**
 * Image group; it is made where it is missing.
 */
imageGroup: string
/**
 * Names of the install images, by the names of the indexes: only these become some. Left out: all indexes, under their own names.
 */
images?: {
[k: string]: string
}
/**
 * Answer file that goes with the install images, as the server reaches it.
 */
unattendFile?: string
/**
 * Offers the install images as multicast transmissions, where the image may be sent to many (multicastAllow). Left out: none.
 */
multicast?: {
/**
 * What starts a transmission: first-client = the first client that asks, and later ones join; scheduled = so many clients, or a time of day, whichever comes first; manual = an administrator of the server.
 */
start?: ("first-client" | "scheduled" | "manual")
/**
 * Clients that must wait, of a scheduled start.
 */
clients?: number
/**
 * Time of day of a scheduled start, by the clock of this machine: the next such moment after the send, for example 22:00.
 */
at?: string
/**
 * Name of the transmission; left out: that of the install image.
 */
name?: string
}
/**
 * Versions that are kept at the distribution point beside the current one.
 */
keepPrevious?: number
/**
 * Attempts of one send, before it counts as failed.
 */
attempts?: number
/**
 * Bytes a second that may travel; 0 = no limit.
 */
bandwidthLimit?: number
/**
 * When the limit holds, by the clock of this machine: 08:00-18:00. Left out: all day.
 */
bandwidthWindow?: string
/**
 * Seconds without an answer after which the distribution point counts as gone.
 */
patience?: number
/**
 * Keeps a copy at the distribution point that the next version is made of in place, where the file system cannot share blocks. It takes the space that the next send would take.
 */
spare?: boolean
}
/**
 * What was expected in the image, and what was read back from it.
 */
export interface Proof {
ok: boolean
/**
 * Items: Proof of one index.
 */
indexes: {
index: number
/**
 * Revision before.
 */
before: (string | null)
/**
 * Revision that was expected.
 */
expected: (string | null)
/**
 * Revision that was read back.
 */
after: (string | null)
/**
 * Updates other than the cumulative update of Windows, each with the package that proves it.
 */
updates?: {
articleId: string
/**
 * Identity of the package that was read back.
 */
identity: (string | null)
state: (string | null)
[k: string]: unknown
}[]
/**
 * What should be there and is not.
 */
missing: string[]
[k: string]: unknown
}[]
/**
 * The recovery image in each index that should have got another one. Absent where none was serviced.
 * 
 * Items: Proof of one recovery image.
 */
recovery?: {
index: number
/**
 * Revision before.
 */
before: (string | null)
/**
 * Revision that was read back.
 */
after: (string | null)
/**
 * SHA-1 of the file before.
 */
sha1Before: string
/**
 * SHA-1 of the file that was read back.
 */
sha1After: (string | null)
/**
 * Bytes.
 */
sizeBefore: number
/**
 * Bytes; null where there is none.
 */
sizeAfter: (number | null)
/**
 * Updates other than the cumulative update of Windows, each with the package that proves it.
 */
updates: {
articleId: string
/**
 * Identity of the package that was read back.
 */
identity: (string | null)
state: (string | null)
[k: string]: unknown
}[]
/**
 * What should be there and is not.
 */
missing: string[]
/**
 * What its size means for recovery partitions and for Setup.
 */
warnings: string[]
[k: string]: unknown
}[]
/**
 * boot.wim of the media. Absent where it was not serviced.
 */
bootImage?: {
/**
 * On the media.
 */
path: string
/**
 * SHA-256 of the file before.
 */
sha256Before: string
/**
 * SHA-256 of the file that takes its place.
 */
sha256After: string
/**
 * Bytes.
 */
sizeBefore: number
/**
 * Bytes.
 */
sizeAfter: number
/**
 * Items: Proof of one index.
 */
indexes: {
index: number
/**
 * Revision before.
 */
before: (string | null)
/**
 * Revision that was expected.
 */
expected: (string | null)
/**
 * Revision that was read back.
 */
after: (string | null)
/**
 * Updates other than the cumulative update of Windows, each with the package that proves it.
 */
updates?: {
articleId: string
/**
 * Identity of the package that was read back.
 */
identity: (string | null)
state: (string | null)
[k: string]: unknown
}[]
/**
 * What should be there and is not.
 */
missing: string[]
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * The files of Setup on the media. Absent where they were not renewed.
 */
setup?: {
/**
 * KBs of the dynamic updates that were expanded.
 */
updates: string[]
/**
 * Files of the media that change.
 */
files: {
path: string
/**
 * Null: it is new.
 */
sha256Before: (string | null)
sha256After: string
/**
 * Bytes.
 */
size: number
[k: string]: unknown
}[]
/**
 * Programs of Setup that must be the same on the media and in boot.wim.
 */
programs: {
name: string
/**
 * SHA-256 on the media; null where there is none.
 */
media: (string | null)
/**
 * SHA-256 in boot.wim; null where there is none.
 */
bootImage: (string | null)
equal: boolean
[k: string]: unknown
}[]
/**
 * What should be there and is not.
 */
missing: string[]
[k: string]: unknown
}
/**
 * Boot files before and after, read where they lie: of the media where the image is on some, else of the image. Absent where there are none.
 */
bootTrust?: {
/**
 * Null where it could not be read any more.
 */
before: ({
verdict: ("all" | "2011-only" | "both" | "revoked" | "none" | "unknown")
startsOn: string[]
basis: (string | null)
/**
 * Why it does not start everywhere.
 */
reasons: string[]
[k: string]: unknown
} | null)
after: ({
verdict: ("all" | "2011-only" | "both" | "revoked" | "none" | "unknown")
startsOn: string[]
basis: (string | null)
/**
 * Why it does not start everywhere.
 */
reasons: string[]
[k: string]: unknown
} | null)
/**
 * Items: What of it has boot managers.
 */
parts: {
/**
 * media: on the media itself; boot-image: in boot.wim; image: in an index; recovery: in the recovery image of an index.
 */
place: ("media" | "boot-image" | "image" | "recovery")
index: (number | null)
/**
 * Which machines it starts on: the verdict of trust show.
 */
before: ({
verdict: ("all" | "2011-only" | "both" | "revoked" | "none" | "unknown")
startsOn: string[]
/**
 * The highest secure version number of its boot managers.
 */
svn: (string | null)
/**
 * Authorities that signed its boot managers.
 */
issuers: string[]
[k: string]: unknown
} | null)
/**
 * Which machines it starts on: the verdict of trust show.
 */
after: ({
verdict: ("all" | "2011-only" | "both" | "revoked" | "none" | "unknown")
startsOn: string[]
/**
 * The highest secure version number of its boot managers.
 */
svn: (string | null)
/**
 * Authorities that signed its boot managers.
 */
issuers: string[]
[k: string]: unknown
} | null)
[k: string]: unknown
}[]
/**
 * Boot files of the media that change.
 */
files: {
path: string
/**
 * Null: it is new.
 */
sha256Before: (string | null)
sha256After: string
/**
 * Bytes.
 */
size: number
[k: string]: unknown
}[]
/**
 * What should be there and is not.
 */
missing: string[]
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * The file that a run published.
 */
export interface Published {
path: string
sha256: string
sourceVersion: number
[k: string]: unknown
}
/**
 * An update with its role for an image.
 */
export interface Recommended {
/**
 * Identity of the update at every source; for Microsoft updates the update GUID.
 */
uniqueId: string
/**
 * Title as the source has it.
 */
title: string
/**
 * Knowledge base article, digits only; empty when unknown.
 */
articleId: string
/**
 * Name or GUID of the classification.
 */
classification: string
/**
 * Names or GUIDs of the products.
 */
products: string[]
/**
 * When it was published.
 */
datePosted: (string | null)
/**
 * Files of the update.
 */
files: UpdateFile[]
/**
 * Revision of the metadata at the source.
 */
revisionNumber?: number
/**
 * x86, x64 or arm64; null when it has none or it is unknown.
 */
architecture: (string | null)
kind: Kind
/**
 * uniqueIds of the updates that this one replaces.
 */
supersedes?: string[]
/**
 * uniqueIds of the updates that replace this one.
 */
supersededBy?: string[]
/**
 * The source says that something newer replaces it.
 */
isSuperseded: boolean
/**
 * The source withdrew it.
 */
isExpired: boolean
/**
 * Declined, by the source or here.
 */
isDeclined: boolean
/**
 * Languages it is for.
 */
languages?: string[]
/**
 * Text of the source.
 */
description?: string
/**
 * Rating of the vendor.
 */
severity?: string
/**
 * Page about the update.
 */
supportUrl?: string
/**
 * Derived: Windows 11, Windows Server 2025, ...
 */
family: (string | null)
/**
 * Derived: first release it is for.
 */
release: (string | null)
/**
 * Derived: all releases it is for.
 */
releases: string[]
/**
 * Derived: YYYY-MM of the title.
 */
month: (string | null)
/**
 * Derived: build.revision that it brings.
 */
revision: (string | null)
/**
 * Derived: the latest of a line today, with the default policy.
 */
isLatest: boolean
/**
 * Derived: DISM can apply it to an image that is not running.
 */
isOfflineServiceable: boolean
/**
 * Derived: its content is verified in the content library.
 */
isContentProvisioned: boolean
/**
 * Derived: the content is a stand-in for rehearsals.
 */
standIn?: boolean
/**
 * Hidden here.
 */
isHidden: boolean
/**
 * Remark of an administrator.
 */
note?: string
/**
 * Where the record came from.
 */
source: string
/**
 * What it is for: ServicingStackUpdate, Checkpoint, CumulativeUpdate, EnablementPackage, DotNetCumulativeUpdate, SafeOSDynamicUpdate or SetupDynamicUpdate.
 */
role: string
/**
 * Reason as a word for scripts.
 */
reasonCode: string
/**
 * Why it is needed, or why not.
 */
reason: string
/**
 * Indexes that it is about.
 */
indexes: number[]
/**
 * Names of those of its files that go into the image, in the order of application.
 */
packageFiles: string[]
[k: string]: unknown
}
/**
 * One file of an update.
 */
export interface UpdateFile {
/**
 * File name.
 */
name: string
/**
 * Bytes; null when the source does not say.
 */
size: (number | null)
/**
 * Lower-case hexadecimal.
 */
sha1?: string
/**
 * Lower-case hexadecimal.
 */
sha256?: string
/**
 * Where the source offers it.
 */
url?: string
/**
 * Further addresses.
 */
urls?: string[]
/**
 * trusted: the digests came over TLS or from a bundle whose signature was checked, and decide. find: they only say which file is meant. Absent: imported by a person, as trusted.
 */
digestTrust?: ("trusted" | "find")
[k: string]: unknown
}
/**
 * When something happens: exactly one of once, daily, weekly, monthlyByDate, monthlyByWeekDay, patchTuesday, interval and cron, and what belongs to it.
 */
export interface Recurrence {
/**
 * One point in time.
 */
once?: {
/**
 * Date and time (RFC 3339), local in the time zone when it has no offset; or a date, at start.
 */
at: string
}
/**
 * Every so many days.
 */
daily?: {
/**
 * Days; default 1.
 */
every?: number
}
/**
 * Days of the week, every so many weeks. Weeks begin on Sunday.
 */
weekly?: {
/**
 * Weeks; default 1.
 */
every?: number
/**
 * Days of the week.
 */
weekDays: WeekDay[]
}
/**
 * A day of the month, every so many months.
 */
monthlyByDate?: {
/**
 * Months; default 1.
 */
every?: number
/**
 * 1 to 31, or last. A day that the month lacks is its last one.
 */
day: (number | "last")
}
/**
 * A weekday of the month, every so many months.
 */
monthlyByWeekDay?: {
/**
 * Months; default 1.
 */
every?: number
/**
 * Which one of the month.
 */
order: ("First" | "Second" | "Third" | "Fourth" | "Last")
weekDay: WeekDay
/**
 * Days after that weekday, or before it when negative; may lead into another month.
 */
offsetDays?: number
}
/**
 * The second Tuesday of each month.
 */
patchTuesday?: {
/**
 * Days after it, or before it when negative.
 */
offsetDays?: number
}
interval?: TimeSpan
/**
 * Five fields: minute, hour, day of the month, month, day of the week; also n-th weekdays (TUE#2) and L.
 */
cron?: string
duration?: TimeSpan1
/**
 * Local time of day, for example 22:00. Default: the one of from, else midnight.
 */
start?: string
/**
 * IANA or Windows name of the time zone. Default: the one of this computer.
 */
timeZone?: string
/**
 * Nothing before this date or time (RFC 3339; local without an offset). Everything that comes every so many is counted from here.
 */
from?: string
/**
 * Nothing after this time, or after the end of this date.
 */
until?: string
/**
 * Maintenance window: an occurrence outside waits for its next opening.
 */
window?: {
/**
 * Days on which it opens; default all.
 */
weekDays?: WeekDay[]
/**
 * Local time at which it opens, for example 20:00.
 */
start: string
/**
 * How long it stays open.
 */
minutes: number
}
/**
 * What becomes of a run whose time went by: it runs as soon as it may (default), is left out, or waits for the next opening of the window.
 */
missedRun?: ("RunLate" | "Skip" | "NextWindow")
/**
 * Spreads the beginning over so many minutes, always the same for one schedule and occurrence.
 */
jitterMinutes?: number
}
/**
 * A distance in time, counted from the day of from at start, which is the first one. Days keep their local time; hours and minutes are as long as they are.
 */
export interface TimeSpan {
/**
 * Days.
 */
days?: number
/**
 * Hours.
 */
hours?: number
/**
 * Minutes.
 */
minutes?: number
}
/**
 * How long after its time an occurrence may still begin before it counts as missed.
 */
export interface TimeSpan1 {
/**
 * Days.
 */
days?: number
/**
 * Hours.
 */
hours?: number
/**
 * Minutes.
 */
minutes?: number
}
/**
 * Makes a synthetic Windows image for rehearsals, or whole media around one.
 */
export interface RehearsalImageRequest {
/**
 * File that is written, with upgradePackage the folder; it must not exist.
 */
out: string
/**
 * What the image holds, as JSON; `imgupdate schema show rehearsal.image.request` explains its members. An index has a revision (the number behind the build: 4349 of 26100.4349) and may have dotNet (the version of the installed update of .NET, for example 10.0.9321.3).
 */
spec: {
/**
 * @minItems 1
 * @maxItems 32
 * 
 * Items: One index.
 */
indexes: [{
name: string
/**
 * For example Enterprise.
 */
edition: string
/**
 * Client, Server or Server Core.
 */
installationType: string
/**
 * For example 24H2.
 */
release: string
/**
 * For example 26100.
 */
build: number
/**
 * The number behind the build, which monthly updates raise: 4349 of 26100.4349.
 */
revision: number
architecture: Architecture
/**
 * For example en-US.
 */
language: string
/**
 * How many further packages.
 */
packages?: number
/**
 * How many further files.
 */
files?: number
/**
 * Bytes of all further files together.
 */
bytes?: number
/**
 * Version of the installed cumulative update of .NET, three or four numbers: 10.0.9321.3. Without it none is installed.
 */
dotNet?: string
/**
 * What a Windows PE is for: a plain one, Setup (with its programs in \sources), or a recovery environment, which takes no cumulative update.
 */
pe?: ("plain" | "setup" | "recovery")
/**
 * Whether the recovery image is inside.
 */
winre?: boolean
/**
 * Boot managers in the image and in its recovery image: those of 2011 and, unless updated is false, those of 2023. No firmware starts them.
 */
boot?: {
/**
 * Secure version number, default 9.0.
 */
svn?: string
/**
 * That of the recovery image; default the same.
 */
recoverySvn?: string
updated?: boolean
}
}, ...({
name: string
/**
 * For example Enterprise.
 */
edition: string
/**
 * Client, Server or Server Core.
 */
installationType: string
/**
 * For example 24H2.
 */
release: string
/**
 * For example 26100.
 */
build: number
/**
 * The number behind the build, which monthly updates raise: 4349 of 26100.4349.
 */
revision: number
architecture: Architecture
/**
 * For example en-US.
 */
language: string
/**
 * How many further packages.
 */
packages?: number
/**
 * How many further files.
 */
files?: number
/**
 * Bytes of all further files together.
 */
bytes?: number
/**
 * Version of the installed cumulative update of .NET, three or four numbers: 10.0.9321.3. Without it none is installed.
 */
dotNet?: string
/**
 * What a Windows PE is for: a plain one, Setup (with its programs in \sources), or a recovery environment, which takes no cumulative update.
 */
pe?: ("plain" | "setup" | "recovery")
/**
 * Whether the recovery image is inside.
 */
winre?: boolean
/**
 * Boot managers in the image and in its recovery image: those of 2011 and, unless updated is false, those of 2023. No firmware starts them.
 */
boot?: {
/**
 * Secure version number, default 9.0.
 */
svn?: string
/**
 * That of the recovery image; default the same.
 */
recoverySvn?: string
updated?: boolean
}
})[]]
compression?: ("none" | "XPRESS")
/**
 * Media around the image, as on a disc of Windows: out becomes a folder with the image in sources\install.wim, boot.wim (Windows PE and Setup), the programs of Setup, boot managers and boot sectors. An object says how far what lies around the image is: bootRevision.
 */
upgradePackage?: (boolean | {
/**
 * The number behind the build of boot.wim and Setup; default is that of the first index.
 */
bootRevision?: number
/**
 * Whose boot manager the media starts from.
 */
bootManager?: ("2011" | "2023")
})
}
}
/**
 * The file.
 */
export interface RehearsalImageResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * The image.
 */
path: string
size: number
sha1: string
sha256: string
/**
 * With upgradePackage the folder of the media.
 */
folder?: string
[k: string]: unknown
}
/**
 * Makes a stand-in update package for rehearsals.
 */
export interface RehearsalPackageRequest {
/**
 * File that is written; it must not exist.
 */
out: string
/**
 * What the package says it is, as JSON; `imgupdate schema show rehearsal.package.request` explains its members.
 */
spec: {
form?: ("cab" | "msu-cab" | "msu-wim")
kind: Kind
/**
 * Without it for language packs and features on demand, which have none.
 */
articleId?: string
release: string
/**
 * Client, Server or Server Core.
 */
installationType: string
/**
 * For example 26100.
 */
build: number
/**
 * The number behind the build that the update brings: 4349 of 26100.4349.
 */
revision: number
architecture: Architecture
baseline?: string
requires?: string
/**
 * For language packs: de-DE.
 */
language?: string
/**
 * For features on demand: the capability that the package is, for example Language.Basic~~~de-DE~0.0.1.0.
 */
capability?: string
/**
 * For updates of .NET: the version of the update (10.0.9321.3), or the version of .NET Framework that it is for (4.8.1).
 */
dotNet?: string
}
}
/**
 * The file.
 */
export interface RehearsalPackageResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path: string
size: number
sha1: string
sha256: string
[k: string]: unknown
}
/**
 * Imports rows of the release table.
 */
export interface ReleaseImportRequest {
/**
 * TSV or JSON lines.
 */
path: string
}
/**
 * What was imported.
 */
export interface ReleaseImportResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
added: number
changed: number
unchanged: number
failed: number
errors: ImportError[]
applied: boolean
[k: string]: unknown
}
/**
 * One row of the release table.
 */
export interface Release {
/**
 * Family, for example Windows 11.
 */
product: string
/**
 * For example 24H2.
 */
release: string
/**
 * Day of publication, YYYY-MM-DD.
 */
date: string
/**
 * build.revision
 */
build: string
/**
 * Knowledge base article, digits only; empty for a first release.
 */
kb: string
kind: ("Standard" | "Preview" | "Out-of-band" | "Unknown")
[k: string]: unknown
}
/**
 * Lists the release table.
 */
export interface ReleaseListRequest {
/**
 * Family, or the product as the table was written.
 */
product?: string
release?: string
/**
 * Article, with or without KB.
 */
articleId?: string
kind?: ("Standard" | "Preview" | "Out-of-band" | "Unknown")
/**
 * Rows up to this date.
 */
asOf?: string
/**
 * Only the newest row of each release.
 */
latest?: boolean
limit?: number
after?: string
}
/**
 * Rows, newest first.
 */
export interface ReleaseListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
releases: Release[]
next: (string | null)
[k: string]: unknown
}
/**
 * Stores a rule by name.
 */
export interface RuleAddRequest {
/**
 * Name of the rule.
 */
name: string
/**
 * Remark.
 */
description?: string
/**
 * Names or GUIDs of products.
 */
product?: string[]
/**
 * For example Windows 11.
 */
family?: string[]
/**
 * For example 24H2.
 */
release?: string[]
/**
 * Architectures.
 */
architecture?: Architecture[]
/**
 * Kinds. Default CumulativeUpdate.
 */
kind?: Kind[]
/**
 * Names or GUIDs of classifications.
 */
classification?: string[]
/**
 * Wildcards (* and ?) on the title, any of several; one that begins with a minus excludes.
 */
title?: string[]
/**
 * Only these articles, with or without KB.
 */
articleId?: string[]
/**
 * Severities, for example Critical.
 */
severity?: string[]
/**
 * Languages, for example de-de; updates without a language always fit.
 */
language?: string[]
/**
 * False leaves out what something else replaces, true everything else. What replaces it counts only where the policy does not pass it over (previews, holds, deferral).
 */
superseded?: boolean
/**
 * Only updates posted in this time before the question, as an ISO 8601 duration of one unit: P28D, P2W, P1M, P1Y or PT12H. Updates without a date are left out.
 */
postedWithin?: string
/**
 * Only updates whose files together have at least so many bytes; those of unknown size are left out.
 */
minimumSize?: number
/**
 * Only updates whose files together have at most so many bytes; those of unknown size are left out.
 */
maximumSize?: number
/**
 * Only what an image needs: the one that is asked about, else at least one registered image.
 */
required?: boolean
/**
 * Do previews compete? Default exclude.
 */
preview?: ("include" | "exclude")
/**
 * Do out-of-band updates compete? Default include.
 */
outOfBand?: ("include" | "prefer-regular" | "exclude")
/**
 * So many cumulative updates back from the newest; 1 for a bad month.
 */
previous?: number
/**
 * Days that an update must have been public.
 */
deferralDays?: number
/**
 * KBs that are never chosen while the hold lasts.
 */
holds?: Exception[]
/**
 * KBs that are chosen in their lines, whatever is newer, while the pin lasts.
 */
pins?: Exception[]
/**
 * Warn when the chosen update is older than so many days.
 */
maximumAgeDays?: number
}
/**
 * The rule.
 */
export interface RuleAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
rule: Rule
applied: boolean
[k: string]: unknown
}
/**
 * Chooses updates when a run starts. Members that are missing do not restrict.
 */
export interface Rule {
/**
 * Name of the rule.
 */
name: string
/**
 * Remark.
 */
description?: string
/**
 * Names or GUIDs of products.
 */
product?: string[]
/**
 * For example Windows 11.
 */
family?: string[]
/**
 * For example 24H2.
 */
release?: string[]
/**
 * Architectures.
 */
architecture?: Architecture[]
/**
 * Kinds. Default CumulativeUpdate.
 */
kind?: Kind[]
/**
 * Names or GUIDs of classifications.
 */
classification?: string[]
/**
 * Wildcards (* and ?) on the title, any of several; one that begins with a minus excludes.
 */
title?: string[]
/**
 * Only these articles, with or without KB.
 */
articleId?: string[]
/**
 * Severities, for example Critical.
 */
severity?: string[]
/**
 * Languages, for example de-de; updates without a language always fit.
 */
language?: string[]
/**
 * False leaves out what something else replaces, true everything else. What replaces it counts only where the policy does not pass it over (previews, holds, deferral).
 */
superseded?: boolean
/**
 * Only updates posted in this time before the question, as an ISO 8601 duration of one unit: P28D, P2W, P1M, P1Y or PT12H. Updates without a date are left out.
 */
postedWithin?: string
/**
 * Only updates whose files together have at least so many bytes; those of unknown size are left out.
 */
minimumSize?: number
/**
 * Only updates whose files together have at most so many bytes; those of unknown size are left out.
 */
maximumSize?: number
/**
 * Only what an image needs: the one that is asked about, else at least one registered image.
 */
required?: boolean
/**
 * Do previews compete? Default exclude.
 */
preview?: ("include" | "exclude")
/**
 * Do out-of-band updates compete? Default include.
 */
outOfBand?: ("include" | "prefer-regular" | "exclude")
/**
 * So many cumulative updates back from the newest; 1 for a bad month.
 */
previous?: number
/**
 * Days that an update must have been public.
 */
deferralDays?: number
/**
 * KBs that are never chosen while the hold lasts.
 */
holds?: Exception[]
/**
 * KBs that are chosen in their lines, whatever is newer, while the pin lasts.
 */
pins?: Exception[]
/**
 * Warn when the chosen update is older than so many days.
 */
maximumAgeDays?: number
/**
 * RFC 3339, UTC.
 */
created: string
/**
 * RFC 3339, UTC.
 */
modified: string
[k: string]: unknown
}
/**
 * What a rule would choose now, for one image or for every registered one. Nothing is changed.
 */
export interface RuleEvaluateRequest {
/**
 * Name of the rule.
 */
name: string
/**
 * Name or id of a registered image; default all.
 */
image?: string
/**
 * As of this date or time.
 */
asOf?: string
/**
 * Add every candidate with its decision.
 */
explain?: boolean
}
/**
 * Per image what the rule chooses and why.
 */
export interface RuleEvaluateResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
rule: Rule
images: {
imageId: string
imageName: string
updates: Recommended[]
notNeeded: Recommended[]
notFound: NotFound[]
warnings: SelectionWarning[]
/**
 * With explain.
 */
candidates?: Candidate[]
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * Something to know of a choice.
 */
export interface SelectionWarning {
/**
 * Word for scripts.
 */
code: string
message: string
[k: string]: unknown
}
/**
 * Lists rules, by name.
 */
export interface RuleListRequest {
/**
 * Wildcard (* and ?) on the name.
 */
name?: string
}
/**
 * Rules.
 */
export interface RuleListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
rules: Rule[]
next: null
[k: string]: unknown
}
/**
 * Removes a rule.
 */
export interface RuleRemoveRequest {
/**
 * Name of the rule.
 */
name: string
}
/**
 * The rule that was removed.
 */
export interface RuleRemoveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
rule: Rule
applied: boolean
[k: string]: unknown
}
/**
 * Changes members of a rule; lists are replaced as a whole.
 */
export interface RuleSetRequest {
/**
 * Name of the rule.
 */
name: string
/**
 * Another name.
 */
newName?: string
/**
 * Remark.
 */
description?: string
/**
 * Names or GUIDs of products.
 */
product?: string[]
/**
 * For example Windows 11.
 */
family?: string[]
/**
 * For example 24H2.
 */
release?: string[]
/**
 * Architectures.
 */
architecture?: Architecture[]
/**
 * Kinds. Default CumulativeUpdate.
 */
kind?: Kind[]
/**
 * Names or GUIDs of classifications.
 */
classification?: string[]
/**
 * Wildcards (* and ?) on the title, any of several; one that begins with a minus excludes.
 */
title?: string[]
/**
 * Only these articles, with or without KB.
 */
articleId?: string[]
/**
 * Severities, for example Critical.
 */
severity?: string[]
/**
 * Languages, for example de-de; updates without a language always fit.
 */
language?: string[]
/**
 * False leaves out what something else replaces, true everything else. What replaces it counts only where the policy does not pass it over (previews, holds, deferral).
 */
superseded?: boolean
/**
 * Only updates posted in this time before the question, as an ISO 8601 duration of one unit: P28D, P2W, P1M, P1Y or PT12H. Updates without a date are left out.
 */
postedWithin?: string
/**
 * Only updates whose files together have at least so many bytes; those of unknown size are left out.
 */
minimumSize?: number
/**
 * Only updates whose files together have at most so many bytes; those of unknown size are left out.
 */
maximumSize?: number
/**
 * Only what an image needs: the one that is asked about, else at least one registered image.
 */
required?: boolean
/**
 * Do previews compete? Default exclude.
 */
preview?: ("include" | "exclude")
/**
 * Do out-of-band updates compete? Default include.
 */
outOfBand?: ("include" | "prefer-regular" | "exclude")
/**
 * So many cumulative updates back from the newest; 1 for a bad month.
 */
previous?: number
/**
 * Days that an update must have been public.
 */
deferralDays?: number
/**
 * KBs that are never chosen while the hold lasts.
 */
holds?: Exception[]
/**
 * KBs that are chosen in their lines, whatever is newer, while the pin lasts.
 */
pins?: Exception[]
/**
 * Warn when the chosen update is older than so many days.
 */
maximumAgeDays?: number
/**
 * Members to take out, so that they no longer restrict.
 */
reset?: string[]
}
/**
 * The rule.
 */
export interface RuleSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
rule: Rule
applied: boolean
[k: string]: unknown
}
/**
 * Shows one rule.
 */
export interface RuleShowRequest {
/**
 * Name of the rule.
 */
name: string
}
/**
 * The rule.
 */
export interface RuleShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
rule: Rule
[k: string]: unknown
}
/**
 * The servicing tool of a run is silent for longer than its phase allows. The run goes on.
 */
export interface RunStall {
/**
 * When the tool printed something last.
 */
since: string
/**
 * What it was called for, for example Add-Package.
 */
command: string
/**
 * The last line that it printed; empty for none.
 */
caption: string
/**
 * Minutes of silence that are usual in this phase.
 */
usualMinutes: number
/**
 * What keeps the tool quiet there.
 */
usual: string
/**
 * What a person does about it.
 */
remedy: string
[k: string]: unknown
}
/**
 * A step of a run.
 */
export interface RunStep {
id: string
kind: string
index?: number
target: string
/**
 * Update that the step puts in.
 */
uniqueId?: string
/**
 * Its knowledge base article.
 */
articleId?: string
status: ("Pending" | "Running" | "Succeeded" | "Failed" | "Skipped")
started?: string
completed?: string
percentComplete?: number
note?: string
/**
 * Language that it puts in.
 */
language?: string
/**
 * Feature on demand that it puts in.
 */
capability?: string
/**
 * Optional feature that it enables.
 */
feature?: string
/**
 * Number of the recovery image that the step works on. One that lies in several indexes has one number, and is serviced once.
 */
recovery?: number
/**
 * It is about boot.wim of the media, not about the image.
 */
bootImage?: boolean
[k: string]: unknown
}
/**
 * One run of the servicing of an image.
 */
export interface Run {
runId: string
scheduleId: (string | null)
imageId: string
imageName: string
status: ("Pending" | "Running" | "Succeeded" | "SucceededWithErrors" | "Failed" | "Canceled")
/**
 * 1 Running, 2 Success, 3 Failed; 0 before.
 */
statusCode: number
rehearsal: boolean
attempt: number
phase: string
percentComplete: number
created: string
started: (string | null)
completed: (string | null)
updates: string[]
updateResults: UpdateResult[]
steps: RunStep[]
proof: (Proof | null)
published: (Published | null)
errors: Problem[]
failedUpdateId: (string | null)
win32ErrorCode: (number | null)
logPath: (string | null)
/**
 * The moment of its schedule that it is for; null when somebody started it.
 */
occurrence: (string | null)
/**
 * What somebody should know although nothing failed.
 */
warnings: string[]
/**
 * What came of it, in a sentence; null before.
 */
summary: (string | null)
/**
 * Set while its tool is silent for longer than its phase allows; null as a rule.
 */
stall: (RunStall | null)
[k: string]: unknown
}
/**
 * What became of one update in one index.
 */
export interface UpdateResult {
uniqueId: string
articleId: string
title: string
/**
 * What kind of update it is; absent in runs of older sites.
 */
kind?: string
index: number
result: ("Installed" | "AlreadyInstalled" | "NotApplicable" | "NotSupported" | "Failed" | "NotAttempted")
errorCode: (string | null)
message: string
/**
 * It is about boot.wim of the media, not about the image.
 */
bootImage?: boolean
/**
 * It is about the files of the media, not about the image.
 */
media?: boolean
[k: string]: unknown
}
/**
 * Lists runs.
 */
export interface RunListRequest {
/**
 * Name (wildcard) or id.
 */
image?: string
scheduleId?: string
status?: ("Pending" | "Running" | "Succeeded" | "SucceededWithErrors" | "Failed" | "Canceled")
limit?: number
after?: string
}
/**
 * Runs, newest first.
 */
export interface RunListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
runs: Run[]
next: (string | null)
[k: string]: unknown
}
/**
 * Shows a run.
 */
export interface RunShowRequest {
runId: string
}
/**
 * The run.
 */
export interface RunShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
run: Run
[k: string]: unknown
}
/**
 * Starts a run, of a schedule or of the members of one.
 */
export interface RunStartRequest {
/**
 * Run this schedule now.
 */
scheduleId?: string
/**
 * Name or id of a registered image.
 */
image?: string
/**
 * uniqueIds, KB articles or package files.
 */
updates?: string[]
/**
 * Choose the latest cumulative update when the run starts.
 */
latest?: boolean
/**
 * Name of a rule that chooses when the run starts.
 */
rule?: string
/**
 * Go on after an update that failed.
 */
continueOnError?: boolean
/**
 * Clean up with ResetBase, then export.
 */
removeSupersededUpdates?: boolean
/**
 * What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors.
 */
cleanupWhenPending?: ("fail" | "skip")
/**
 * Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources.
 */
languages?: string[]
/**
 * Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.
 */
capabilities?: string[]
/**
 * Folders or ISO images with language packs and features on demand of the release.
 */
capabilitySources?: string[]
/**
 * Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.
 */
features?: string[]
/**
 * Folder with the payload of features that the image does not hold: sources\sxs of the media, for .NET Framework 3.5.
 */
featureSource?: string
/**
 * Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them.
 */
driverFolder?: string
/**
 * Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others.
 */
strict?: boolean
/**
 * Drivers without a catalog file as well.
 */
forceUnsigned?: boolean
/**
 * Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so.
 */
includeDotNet?: boolean
/**
 * Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings.
 */
includeWinRE?: boolean
/**
 * Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows.
 */
includeBootImage?: boolean
/**
 * Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim.
 */
includeSetup?: boolean
/**
 * What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim).
 */
profile?: ("image" | "upgrade-folder" | "media")
/**
 * Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched.
 */
updateBootManager?: "2023"
/**
 * Send the new version to the distribution points.
 */
updateDistributionPoint?: boolean
/**
 * Only these indexes; default all.
 */
indexes?: number[]
/**
 * Follow the run to its end.
 */
wait?: boolean
/**
 * Seconds to wait at most.
 */
timeout?: number
}
/**
 * The run.
 */
export interface RunStartResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
run: Run
plan?: Plan
applied: boolean
/**
 * Of a schedule for several images: the run of each.
 */
runs?: Run[]
[k: string]: unknown
}
/**
 * Cancels a run.
 */
export interface RunStopRequest {
runId: string
/**
 * Wait until it has ended.
 */
wait?: boolean
/**
 * Seconds to wait at most.
 */
timeout?: number
}
/**
 * The run.
 */
export interface RunStopResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
run: Run
applied: boolean
[k: string]: unknown
}
/**
 * Follows a run to its end, or several at the same time.
 */
export interface RunWaitRequest {
runId: string
/**
 * More runs, followed at the same time.
 */
runIds?: string[]
/**
 * Seconds to wait at most.
 */
timeout?: number
}
/**
 * The run, or the runs.
 */
export interface RunWaitResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
run: Run1
/**
 * All of them, in the order of the request, where there are several.
 */
runs?: Run[]
[k: string]: unknown
}
/**
 * One run of the servicing of an image.
 */
export interface Run1 {
runId: string
scheduleId: (string | null)
imageId: string
imageName: string
status: ("Pending" | "Running" | "Succeeded" | "SucceededWithErrors" | "Failed" | "Canceled")
/**
 * 1 Running, 2 Success, 3 Failed; 0 before.
 */
statusCode: number
rehearsal: boolean
attempt: number
phase: string
percentComplete: number
created: string
started: (string | null)
completed: (string | null)
updates: string[]
updateResults: UpdateResult[]
steps: RunStep[]
proof: (Proof | null)
published: (Published | null)
errors: Problem[]
failedUpdateId: (string | null)
win32ErrorCode: (number | null)
logPath: (string | null)
/**
 * The moment of its schedule that it is for; null when somebody started it.
 */
occurrence: (string | null)
/**
 * What somebody should know although nothing failed.
 */
warnings: string[]
/**
 * What came of it, in a sentence; null before.
 */
summary: (string | null)
/**
 * Set while its tool is silent for longer than its phase allows; null as a rule.
 */
stall: (RunStall | null)
[k: string]: unknown
}
/**
 * Schedules updates for images, or maintenance: now, at one time, or again and again.
 */
export interface ScheduleAddRequest {
/**
 * uniqueIds, KB articles or package files.
 */
updates?: string[]
/**
 * Choose the latest cumulative update when the run starts.
 */
latest?: boolean
/**
 * Name of a rule that chooses when the run starts.
 */
rule?: string
/**
 * Go on after an update that failed.
 */
continueOnError?: boolean
/**
 * Clean up with ResetBase, then export.
 */
removeSupersededUpdates?: boolean
/**
 * What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors.
 */
cleanupWhenPending?: ("fail" | "skip")
/**
 * Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources.
 */
languages?: string[]
/**
 * Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.
 */
capabilities?: string[]
/**
 * Folders or ISO images with language packs and features on demand of the release.
 */
capabilitySources?: string[]
/**
 * Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.
 */
features?: string[]
/**
 * Folder with the payload of features that the image does not hold: sources\sxs of the media, for .NET Framework 3.5.
 */
featureSource?: string
/**
 * Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them.
 */
driverFolder?: string
/**
 * Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others.
 */
strict?: boolean
/**
 * Drivers without a catalog file as well.
 */
forceUnsigned?: boolean
/**
 * Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so.
 */
includeDotNet?: boolean
/**
 * Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings.
 */
includeWinRE?: boolean
/**
 * Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows.
 */
includeBootImage?: boolean
/**
 * Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim.
 */
includeSetup?: boolean
/**
 * What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim).
 */
profile?: ("image" | "upgrade-folder" | "media")
/**
 * Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched.
 */
updateBootManager?: "2023"
/**
 * Send the new version to the distribution points.
 */
updateDistributionPoint?: boolean
/**
 * Only these indexes; default all.
 */
indexes?: number[]
/**
 * Name, id or wildcard of registered images; several are one schedule. A wildcard is asked when a run starts.
 * 
 * @minItems 1
 */
image?: (string | [string, ...(string)[]])
/**
 * Run as soon as possible.
 */
runNow?: boolean
/**
 * Date and time (RFC 3339).
 */
at?: string
/**
 * Name of the schedule.
 */
name?: string
description?: string
/**
 * Follow the run to its end.
 */
wait?: boolean
/**
 * Seconds to wait at most.
 */
timeout?: number
schedule?: Recurrence1
/**
 * Synchronise before a run that chooses its updates. Default: as the site is set.
 */
syncBeforeRun?: boolean
/**
 * Download what a run lacks before it begins. Default: as the site is set.
 */
downloadContent?: boolean
/**
 * False: suspended from the beginning.
 */
enabled?: boolean
maintenance?: Maintenance1
}
/**
 * When something happens: exactly one of once, daily, weekly, monthlyByDate, monthlyByWeekDay, patchTuesday, interval and cron, and what belongs to it.
 */
export interface Recurrence1 {
/**
 * One point in time.
 */
once?: {
/**
 * Date and time (RFC 3339), local in the time zone when it has no offset; or a date, at start.
 */
at: string
}
/**
 * Every so many days.
 */
daily?: {
/**
 * Days; default 1.
 */
every?: number
}
/**
 * Days of the week, every so many weeks. Weeks begin on Sunday.
 */
weekly?: {
/**
 * Weeks; default 1.
 */
every?: number
/**
 * Days of the week.
 */
weekDays: WeekDay[]
}
/**
 * A day of the month, every so many months.
 */
monthlyByDate?: {
/**
 * Months; default 1.
 */
every?: number
/**
 * 1 to 31, or last. A day that the month lacks is its last one.
 */
day: (number | "last")
}
/**
 * A weekday of the month, every so many months.
 */
monthlyByWeekDay?: {
/**
 * Months; default 1.
 */
every?: number
/**
 * Which one of the month.
 */
order: ("First" | "Second" | "Third" | "Fourth" | "Last")
weekDay: WeekDay
/**
 * Days after that weekday, or before it when negative; may lead into another month.
 */
offsetDays?: number
}
/**
 * The second Tuesday of each month.
 */
patchTuesday?: {
/**
 * Days after it, or before it when negative.
 */
offsetDays?: number
}
interval?: TimeSpan
/**
 * Five fields: minute, hour, day of the month, month, day of the week; also n-th weekdays (TUE#2) and L.
 */
cron?: string
duration?: TimeSpan1
/**
 * Local time of day, for example 22:00. Default: the one of from, else midnight.
 */
start?: string
/**
 * IANA or Windows name of the time zone. Default: the one of this computer.
 */
timeZone?: string
/**
 * Nothing before this date or time (RFC 3339; local without an offset). Everything that comes every so many is counted from here.
 */
from?: string
/**
 * Nothing after this time, or after the end of this date.
 */
until?: string
/**
 * Maintenance window: an occurrence outside waits for its next opening.
 */
window?: {
/**
 * Days on which it opens; default all.
 */
weekDays?: WeekDay[]
/**
 * Local time at which it opens, for example 20:00.
 */
start: string
/**
 * How long it stays open.
 */
minutes: number
}
/**
 * What becomes of a run whose time went by: it runs as soon as it may (default), is left out, or waits for the next opening of the window.
 */
missedRun?: ("RunLate" | "Skip" | "NextWindow")
/**
 * Spreads the beginning over so many minutes, always the same for one schedule and occurrence.
 */
jitterMinutes?: number
}
/**
 * What a maintenance does: which parts, and how.
 */
export interface Maintenance1 {
/**
 * Parts that are done, always in this order: decline, content, versions, database. Default: all.
 * 
 * @minItems 1
 */
part?: [("decline" | "content" | "versions" | "database"), ...(("decline" | "content" | "versions" | "database"))[]]
/**
 * Which updates are declined. Default: expired, itanium, beta. With superseded, a rule that defers or takes the one before has nothing left to choose.
 * 
 * @minItems 1
 */
declineRule?: [("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release"), ...(("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release"))[]]
/**
 * Besides the content of superseded and expired updates: files that were stored so many days ago or longer.
 */
contentOlderThan?: number
/**
 * Besides: the oldest files, until the library has at most so many bytes.
 */
contentMaximumSize?: number
/**
 * Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays. Default: as the site is set.
 */
retainDays?: number
/**
 * Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays. Default: as the site is set.
 */
retainBytes?: number
/**
 * Kept versions of an image besides the current one. Default: as the site is set.
 */
retainVersion?: number
}
/**
 * The schedule; with wait the run.
 */
export interface ScheduleAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
schedule: Schedule
run?: Run
plan?: Plan
applied: boolean
/**
 * With wait and several images: the run of each.
 */
runs?: Run[]
/**
 * Without applying, with several images: the plan of each.
 */
plans?: {
imageId: string
imageName: string
plan: Plan
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * A schedule: which image gets which updates when, or what is maintained when.
 */
export interface Schedule {
scheduleId: string
name: string
description: string
/**
 * Its image; null when it is for none, for several or for a wildcard.
 */
imageId: (string | null)
/**
 * Names of its images, or its wildcards.
 */
imageName: string
state: ("None" | "Scheduled" | "Running" | "Succeeded" | "Failed")
stateCode: number
action: ("None" | "InstallImmediately" | "Cancel")
actionCode: number
at: (string | null)
nextRun: (string | null)
lastRun: (string | null)
/**
 * Newest run.
 */
runId?: (string | null)
/**
 * uniqueIds.
 */
updates: string[]
latest: boolean
/**
 * Name of the rule that chooses when the run starts; null without.
 */
rule: (string | null)
continueOnError: boolean
removeSupersededUpdates: boolean
updateDistributionPoint: boolean
/**
 * Empty = all.
 */
indexes: number[]
created: string
skipped?: Skipped[]
/**
 * What becomes of a clean-up that DISM would refuse because of pending work.
 */
cleanupWhenPending?: ("fail" | "skip")
/**
 * Languages that go in.
 */
languages?: string[]
/**
 * Features on demand that go in.
 */
capabilities?: string[]
/**
 * Folders and ISO images that they come from.
 */
capabilitySources?: string[]
/**
 * Optional features that are enabled.
 */
features?: string[]
/**
 * Folder with their payload.
 */
featureSource?: (string | null)
/**
 * Folder whose drivers go in.
 */
driverFolder?: (string | null)
/**
 * Files with several indexes are not cleaned up, as Configuration Manager has it.
 */
strict?: boolean
/**
 * Drivers without a catalog file go in as well.
 */
forceUnsigned?: boolean
/**
 * Whether the cumulative update of .NET is put in as well; null: where its package is in the content library.
 */
includeDotNet?: (boolean | null)
/**
 * Whether the recovery images inside the indexes are serviced too.
 */
includeWinRE?: boolean
/**
 * Whether boot.wim of an upgrade package is serviced too.
 */
includeBootImage?: boolean
/**
 * Whether the files of Setup of an upgrade package are renewed too.
 */
includeSetup?: boolean
/**
 * What is serviced beside Windows where nothing more was said.
 */
profile?: ("image" | "upgrade-folder" | "media")
/**
 * Whose boot files the media gets.
 */
updateBootManager?: ("2023" | null)
/**
 * Its time has passed and no worker ran it.
 */
overdue?: boolean
/**
 * It waits for a time, and nothing is known that starts a worker then.
 */
unattended?: boolean
/**
 * What it is for now.
 */
images: {
imageId: string
imageName: string
/**
 * Its newest run of this schedule.
 */
runId: (string | null)
/**
 * Status of that run.
 */
status: (string | null)
/**
 * What came of it.
 */
summary: (string | null)
completed: (string | null)
[k: string]: unknown
}[]
/**
 * Wildcards on names of images that are asked when a run starts.
 */
patterns: string[]
/**
 * When it recurs; null for one time.
 */
schedule: (Recurrence | null)
/**
 * False: suspended.
 */
enabled: boolean
/**
 * The occurrence that comes next; nextRun is later by jitter, or because it waits for the window.
 */
due: (string | null)
/**
 * Worst status of the runs of the last time.
 */
lastResult: (string | null)
/**
 * The last occurrence that was left out because its time had gone by.
 */
lastSkipped: (string | null)
/**
 * How long a run of all its images takes, by the plan or by the last one that published.
 */
estimateMinutes: (number | null)
/**
 * Null: as the site is set.
 */
syncBeforeRun: (boolean | null)
/**
 * Null: as the site is set.
 */
downloadContent: (boolean | null)
/**
 * Servicing of images, or maintenance of the site.
 */
kind: ("Servicing" | "Maintenance")
/**
 * What a schedule of kind Maintenance does; null for Servicing.
 */
maintenance: (Maintenance | null)
[k: string]: unknown
}
/**
 * Removes schedules that are not running.
 */
export interface ScheduleClearRequest {
/**
 * One schedule.
 */
scheduleId?: string
/**
 * All schedules of this image.
 */
image?: string
}
/**
 * What was removed.
 */
export interface ScheduleClearResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * scheduleIds.
 */
cleared: string[]
applied: boolean
[k: string]: unknown
}
/**
 * Reads a schedule string of Configuration Manager, or writes one: exactly one of scheduleString and schedules.
 */
export interface ScheduleConvertRequest {
/**
 * 16 hexadecimal digits for each schedule, joined.
 */
scheduleString?: string
/**
 * Recurrences.
 * 
 * @minItems 1
 * @maxItems 1000
 */
schedules?: [Recurrence, ...(Recurrence)[]]
}
/**
 * Both forms of the schedules.
 */
export interface ScheduleConvertResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * 16 hexadecimal digits for each schedule, joined.
 */
scheduleString: string
/**
 * One recurrence for each 16 digits that were read; those that were passed when a string was written.
 */
schedules: Recurrence[]
[k: string]: unknown
}
/**
 * Lists schedules.
 */
export interface ScheduleListRequest {
/**
 * Name (wildcard) or id of an image.
 */
image?: string
state?: ("None" | "Scheduled" | "Running" | "Succeeded" | "Failed")
limit?: number
after?: string
}
/**
 * Schedules, newest first.
 */
export interface ScheduleListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
schedules: Schedule[]
next: (string | null)
[k: string]: unknown
}
/**
 * Computes when a recurrence happens, without storing anything.
 */
export interface SchedulePreviewRequest {
schedule: Recurrence
/**
 * Only occurrences later than this date or time (RFC 3339); default now.
 */
after?: string
/**
 * How many at most.
 */
count?: number
/**
 * How long a run takes: an occurrence for which the maintenance window is too short says so.
 */
estimateMinutes?: number
}
/**
 * The next occurrences, in order; fewer than asked for when the schedule ends.
 */
export interface SchedulePreviewResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * IANA name of the time zone in which it was computed.
 */
timeZone: string
occurrences: {
/**
 * UTC.
 */
at: string
/**
 * The same moment in the time zone, with its offset.
 */
local: string
/**
 * What is special about it.
 */
note?: string
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * Changes a schedule; what is not named stays. Not while its run is not over.
 */
export interface ScheduleSetRequest {
/**
 * The schedule.
 */
scheduleId: string
/**
 * Name of the schedule.
 */
name?: string
description?: string
/**
 * uniqueIds, KB articles or package files, instead of what it takes now.
 * 
 * @minItems 1
 */
updates?: [string, ...(string)[]]
/**
 * Choose the latest cumulative update when the run starts, instead of what it takes now.
 */
latest?: true
/**
 * Name of a rule that chooses when the run starts, instead of what it takes now.
 */
rule?: string
/**
 * Another date and time (RFC 3339), which must come; instead of when it runs now.
 */
at?: string
schedule?: Recurrence2
/**
 * False suspends it; true resumes it, with the next time that comes.
 */
enabled?: boolean
/**
 * Go on after an update that failed.
 */
continueOnError?: boolean
/**
 * Clean up with ResetBase, then export.
 */
removeSupersededUpdates?: boolean
/**
 * What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors.
 */
cleanupWhenPending?: ("fail" | "skip")
/**
 * Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources.
 */
languages?: string[]
/**
 * Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.
 */
capabilities?: string[]
/**
 * Folders or ISO images with language packs and features on demand of the release.
 */
capabilitySources?: string[]
/**
 * Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.
 */
features?: string[]
/**
 * Folder with the payload of features that the image does not hold: sources\sxs of the media, for .NET Framework 3.5.
 */
featureSource?: string
/**
 * Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them.
 */
driverFolder?: string
/**
 * Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others.
 */
strict?: boolean
/**
 * Drivers without a catalog file as well.
 */
forceUnsigned?: boolean
/**
 * Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so.
 */
includeDotNet?: boolean
/**
 * Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings.
 */
includeWinRE?: boolean
/**
 * Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows.
 */
includeBootImage?: boolean
/**
 * Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim.
 */
includeSetup?: boolean
/**
 * What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim).
 */
profile?: ("image" | "upgrade-folder" | "media")
/**
 * Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched.
 */
updateBootManager?: "2023"
/**
 * Send the new version to the distribution points.
 */
updateDistributionPoint?: boolean
/**
 * Only these indexes; none is all.
 */
indexes?: number[]
/**
 * Synchronise before a run that chooses its updates. Default: as the site is set.
 */
syncBeforeRun?: boolean
/**
 * Download what a run lacks before it begins. Default: as the site is set.
 */
downloadContent?: boolean
/**
 * Members that are as if nobody had named them.
 */
reset?: ("cleanupWhenPending" | "downloadContent" | "driverFolder" | "featureSource" | "includeDotNet" | "syncBeforeRun" | "updateBootManager")[]
maintenance?: Maintenance2
}
/**
 * When something happens: exactly one of once, daily, weekly, monthlyByDate, monthlyByWeekDay, patchTuesday, interval and cron, and what belongs to it.
 */
export interface Recurrence2 {
/**
 * One point in time.
 */
once?: {
/**
 * Date and time (RFC 3339), local in the time zone when it has no offset; or a date, at start.
 */
at: string
}
/**
 * Every so many days.
 */
daily?: {
/**
 * Days; default 1.
 */
every?: number
}
/**
 * Days of the week, every so many weeks. Weeks begin on Sunday.
 */
weekly?: {
/**
 * Weeks; default 1.
 */
every?: number
/**
 * Days of the week.
 */
weekDays: WeekDay[]
}
/**
 * A day of the month, every so many months.
 */
monthlyByDate?: {
/**
 * Months; default 1.
 */
every?: number
/**
 * 1 to 31, or last. A day that the month lacks is its last one.
 */
day: (number | "last")
}
/**
 * A weekday of the month, every so many months.
 */
monthlyByWeekDay?: {
/**
 * Months; default 1.
 */
every?: number
/**
 * Which one of the month.
 */
order: ("First" | "Second" | "Third" | "Fourth" | "Last")
weekDay: WeekDay
/**
 * Days after that weekday, or before it when negative; may lead into another month.
 */
offsetDays?: number
}
/**
 * The second Tuesday of each month.
 */
patchTuesday?: {
/**
 * Days after it, or before it when negative.
 */
offsetDays?: number
}
interval?: TimeSpan
/**
 * Five fields: minute, hour, day of the month, month, day of the week; also n-th weekdays (TUE#2) and L.
 */
cron?: string
duration?: TimeSpan1
/**
 * Local time of day, for example 22:00. Default: the one of from, else midnight.
 */
start?: string
/**
 * IANA or Windows name of the time zone. Default: the one of this computer.
 */
timeZone?: string
/**
 * Nothing before this date or time (RFC 3339; local without an offset). Everything that comes every so many is counted from here.
 */
from?: string
/**
 * Nothing after this time, or after the end of this date.
 */
until?: string
/**
 * Maintenance window: an occurrence outside waits for its next opening.
 */
window?: {
/**
 * Days on which it opens; default all.
 */
weekDays?: WeekDay[]
/**
 * Local time at which it opens, for example 20:00.
 */
start: string
/**
 * How long it stays open.
 */
minutes: number
}
/**
 * What becomes of a run whose time went by: it runs as soon as it may (default), is left out, or waits for the next opening of the window.
 */
missedRun?: ("RunLate" | "Skip" | "NextWindow")
/**
 * Spreads the beginning over so many minutes, always the same for one schedule and occurrence.
 */
jitterMinutes?: number
}
/**
 * What a maintenance does: which parts, and how.
 */
export interface Maintenance2 {
/**
 * Parts that are done, always in this order: decline, content, versions, database. Default: all.
 * 
 * @minItems 1
 */
part?: [("decline" | "content" | "versions" | "database"), ...(("decline" | "content" | "versions" | "database"))[]]
/**
 * Which updates are declined. Default: expired, itanium, beta. With superseded, a rule that defers or takes the one before has nothing left to choose.
 * 
 * @minItems 1
 */
declineRule?: [("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release"), ...(("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release"))[]]
/**
 * Besides the content of superseded and expired updates: files that were stored so many days ago or longer.
 */
contentOlderThan?: number
/**
 * Besides: the oldest files, until the library has at most so many bytes.
 */
contentMaximumSize?: number
/**
 * Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays. Default: as the site is set.
 */
retainDays?: number
/**
 * Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays. Default: as the site is set.
 */
retainBytes?: number
/**
 * Kept versions of an image besides the current one. Default: as the site is set.
 */
retainVersion?: number
}
/**
 * The schedule.
 */
export interface ScheduleSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
schedule: Schedule
applied: boolean
[k: string]: unknown
}
/**
 * Shows a schedule.
 */
export interface ScheduleShowRequest {
scheduleId: string
/**
 * So many of its next occurrences are listed.
 */
next?: number
}
/**
 * The schedule.
 */
export interface ScheduleShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
schedule: Schedule
/**
 * With next: when it happens next.
 */
occurrences?: {
/**
 * UTC.
 */
at: string
/**
 * The same moment in the time zone, with its offset.
 */
local: string
/**
 * What is special about it.
 */
note?: string
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * Prints a schema of this contract.
 */
export interface SchemaShowRequest {
/**
 * For example update.list.request.
 */
name: string
}
/**
 * The schema.
 */
export interface SchemaShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
schema: {
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * Finds and mends what an interrupted run left behind.
 */
export interface ServicingRepairRequest {
/**
 * Also when the owner of a lock cannot be checked (another machine).
 */
force?: boolean
}
/**
 * What was found and mended.
 */
export interface ServicingRepairResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Items: Something that was left behind.
 */
found: {
kind: ("lock" | "run" | "process" | "mount" | "folder" | "file")
target: string
mended: boolean
message: string
[k: string]: unknown
}[]
applied: boolean
[k: string]: unknown
}
/**
 * Why an answer is empty.
 */
export interface Silence {
reasonCode: string
reason: string
[k: string]: unknown
}
/**
 * Changes the configuration of the site. Members that are absent stay as they are.
 */
export interface SiteSetRequest {
/**
 * Drive (Windows) or folder (elsewhere) where images are worked on; Automatic chooses the one with most free space.
 */
servicingDrive?: string
/**
 * Bytes that must be free on the servicing drive; 0 = computed from image, mount, packages and export.
 */
minimumFreeSpace?: number
/**
 * How many earlier versions of an image are kept.
 */
retainVersion?: number
/**
 * Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays.
 */
retainDays?: number
/**
 * Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays.
 */
retainBytes?: number
/**
 * The servicing tool: program and leading arguments.
 */
dism?: string[]
/**
 * Images serviced at the same time on one machine, where its memory and its disk hold them.
 */
maximumConcurrency?: number
/**
 * Bytes of memory that a run takes: another one begins only where they are there; 0 = 4 GiB, or 256 MiB in a rehearsal.
 */
memoryPerRun?: number
/**
 * A run that lacks content downloads it first.
 */
downloadContent?: boolean
/**
 * Files that are downloaded at the same time.
 */
maximumDownloads?: number
/**
 * Bytes per second that all downloads of a process take together; 0 = no limit.
 */
bandwidthLimit?: number
/**
 * When the limit holds, by the clock of this machine, for example 08:00-18:00; empty = all day.
 */
bandwidthWindow?: string
/**
 * URL of the proxy for downloads; none = directly; empty = as the environment says. A password in it is never shown.
 */
proxy?: string
/**
 * Mirrors or connected caches that are asked first: a beginning that the path of the original address is put behind, or a rule with {host}, {path}, {query}, {name}, {sha1}, {sha256}.
 */
contentBaseUrls?: string[]
/**
 * Hosts that a download may be redirected to, for example cache.example.com, cache.example.com:8080 or *.example.com.
 */
contentHosts?: string[]
/**
 * Bytes that the content library may take; 0 = no limit.
 */
contentBudget?: number
/**
 * A due run that chooses its updates synchronises first, where there are sources.
 */
syncBeforeRun?: boolean
}
/**
 * Configuration of the site after the change.
 */
export interface SiteSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Drive (Windows) or folder (elsewhere) where images are worked on; Automatic chooses the one with most free space.
 */
servicingDrive: string
/**
 * Bytes that must be free on the servicing drive; 0 = computed from image, mount, packages and export.
 */
minimumFreeSpace: number
/**
 * How many earlier versions of an image are kept.
 */
retainVersion: number
/**
 * Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays.
 */
retainDays: number
/**
 * Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays.
 */
retainBytes: number
/**
 * The servicing tool: program and leading arguments.
 */
dism: string[]
/**
 * Images serviced at the same time on one machine, where its memory and its disk hold them.
 */
maximumConcurrency: number
/**
 * Bytes of memory that a run takes: another one begins only where they are there; 0 = 4 GiB, or 256 MiB in a rehearsal.
 */
memoryPerRun: number
/**
 * A run that lacks content downloads it first.
 */
downloadContent: boolean
/**
 * A due run that chooses its updates synchronises first, where there are sources.
 */
syncBeforeRun: boolean
/**
 * Files that are downloaded at the same time.
 */
maximumDownloads: number
/**
 * Bytes per second that all downloads of a process take together; 0 = no limit.
 */
bandwidthLimit: number
/**
 * When the limit holds, by the clock of this machine, for example 08:00-18:00; empty = all day.
 */
bandwidthWindow: string
/**
 * URL of the proxy for downloads; none = directly; empty = as the environment says. A password in it is never shown.
 */
proxy: string
/**
 * Mirrors or connected caches that are asked first: a beginning that the path of the original address is put behind, or a rule with {host}, {path}, {query}, {name}, {sha1}, {sha256}.
 */
contentBaseUrls: string[]
/**
 * Hosts that a download may be redirected to, for example cache.example.com, cache.example.com:8080 or *.example.com.
 */
contentHosts: string[]
/**
 * Bytes that the content library may take; 0 = no limit.
 */
contentBudget: number
/**
 * Folder of the site.
 */
folder: string
/**
 * File of the database.
 */
database: string
/**
 * Version of the database.
 */
schemaVersion: number
/**
 * Where packages are stored.
 */
contentFolder: string
/**
 * Where logs are written.
 */
logFolder: string
/**
 * The key that signs bundles of this site; null before the first export.
 */
bundleKey: (BundleKey | null)
/**
 * False when nothing was written (dry run).
 */
applied: boolean
/**
 * Settings that got a new value.
 */
changed: string[]
[k: string]: unknown
}
/**
 * Shows the configuration of the site.
 */
export interface SiteShowRequest {

}
/**
 * Configuration of the site.
 */
export interface SiteShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Drive (Windows) or folder (elsewhere) where images are worked on; Automatic chooses the one with most free space.
 */
servicingDrive: string
/**
 * Bytes that must be free on the servicing drive; 0 = computed from image, mount, packages and export.
 */
minimumFreeSpace: number
/**
 * How many earlier versions of an image are kept.
 */
retainVersion: number
/**
 * Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays.
 */
retainDays: number
/**
 * Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays.
 */
retainBytes: number
/**
 * The servicing tool: program and leading arguments.
 */
dism: string[]
/**
 * Images serviced at the same time on one machine, where its memory and its disk hold them.
 */
maximumConcurrency: number
/**
 * Bytes of memory that a run takes: another one begins only where they are there; 0 = 4 GiB, or 256 MiB in a rehearsal.
 */
memoryPerRun: number
/**
 * A run that lacks content downloads it first.
 */
downloadContent: boolean
/**
 * A due run that chooses its updates synchronises first, where there are sources.
 */
syncBeforeRun: boolean
/**
 * Files that are downloaded at the same time.
 */
maximumDownloads: number
/**
 * Bytes per second that all downloads of a process take together; 0 = no limit.
 */
bandwidthLimit: number
/**
 * When the limit holds, by the clock of this machine, for example 08:00-18:00; empty = all day.
 */
bandwidthWindow: string
/**
 * URL of the proxy for downloads; none = directly; empty = as the environment says. A password in it is never shown.
 */
proxy: string
/**
 * Mirrors or connected caches that are asked first: a beginning that the path of the original address is put behind, or a rule with {host}, {path}, {query}, {name}, {sha1}, {sha256}.
 */
contentBaseUrls: string[]
/**
 * Hosts that a download may be redirected to, for example cache.example.com, cache.example.com:8080 or *.example.com.
 */
contentHosts: string[]
/**
 * Bytes that the content library may take; 0 = no limit.
 */
contentBudget: number
/**
 * Folder of the site.
 */
folder: string
/**
 * File of the database.
 */
database: string
/**
 * Version of the database.
 */
schemaVersion: number
/**
 * Where packages are stored.
 */
contentFolder: string
/**
 * Where logs are written.
 */
logFolder: string
/**
 * The key that signs bundles of this site; null before the first export.
 */
bundleKey: (BundleKey | null)
[k: string]: unknown
}
/**
 * Adds a source of updates.
 */
export interface SourceAddRequest {
/**
 * Name of the source.
 */
name: string
/**
 * Kind of the source: server, catalog-site, folder, wsus, configmgr, wsusscn2 or bundle.
 */
type: string
/**
 * Address, for kinds that have one. Plain http is used only where it stands here.
 */
url?: string
/**
 * Folder or file, for kinds that read one.
 */
path?: string
/**
 * Further settings of the kind; the schema source.<type>.settings names them.
 */
settings?: {
[k: string]: unknown
}
/**
 * Place in the order of the sources, from 1; the first that knows a fact is believed. Left out: behind the others.
 */
position?: number
/**
 * False leaves the source out of a sync that names none.
 */
enabled?: boolean
}
/**
 * The new source.
 */
export interface SourceAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
source: Source
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
[k: string]: unknown
}
/**
 * Where updates come from.
 */
export interface Source {
/**
 * Name.
 */
name: string
/**
 * Kind; file is what was imported from files: it is listed behind all others, and cannot be synchronised, tested or set.
 */
type: string
/**
 * Place in the order, from 1.
 */
position: number
/**
 * Whether a sync that names no source takes it.
 */
enabled: boolean
/**
 * Address.
 */
url: (string | null)
/**
 * Folder or file; of imports the last file.
 */
path: (string | null)
/**
 * All settings of its kind.
 */
settings: {
[k: string]: unknown
}
/**
 * What the kind can tell.
 */
capabilities: string[]
/**
 * Whether its digests decide (trusted) or only say which file is meant (find).
 */
digestTrust: ("trusted" | "find")
/**
 * never: not synchronised yet; ok; failing: the last sync failed; changed: it answers in another shape than the known one; stale: no successful sync for 35 days.
 */
state: ("never" | "ok" | "stale" | "failing" | "changed")
/**
 * RFC 3339, UTC.
 */
stateSince: (string | null)
/**
 * End of the last sync, or import, that succeeded.
 */
lastSync: (string | null)
lastProblem: (Problem | null)
/**
 * Updates that it told of.
 */
updateCount: number
/**
 * RFC 3339, UTC.
 */
created: string
/**
 * RFC 3339, UTC.
 */
modified: string
[k: string]: unknown
}
/**
 * Settings of a bundle source: a folder that bundle.export of another site filled.
 */
export interface SourceBundleSettings {
/**
 * Folder of the bundle.
 */
path: string
/**
 * Keys whose bundles are taken: fingerprints (SHA-256, hexadecimal) or public keys.
 * 
 * @maxItems 100
 */
trust: string[]
}
/**
 * Settings of a catalog-site source: the website of the Microsoft Update Catalog, and Microsoft's pages of release information that say what is current.
 */
export interface SourceCatalogSiteSettings {
/**
 * Address of the catalog. With http: its digests only say which file is meant.
 */
url?: string
/**
 * Pages of release information: which update brought which build on which day. None: the release table is not kept fresh and only searches and asked articles are looked up.
 * 
 * @maxItems 50
 */
releaseInformation?: string[]
/**
 * How many months are looked up, the current one included.
 */
months?: number
/**
 * Texts that are searched for besides the updates of the release information. {month} stands for each month that is looked up, as titles begin with it (2026-11).
 * 
 * @maxItems 100
 */
searches?: string[]
/**
 * Milliseconds between two requests. Less than 600 only for a site on this machine.
 */
delay?: number
/**
 * How long a page that has no validators (ETag, Last-Modified) is taken from the cache instead of asking again. A full synchronisation takes none.
 */
cacheMinutes?: number
}
/**
 * Settings of a Configuration Manager source: a site, asked through PowerShell (module ConfigurationManager).
 */
export interface SourceConfigmgrSettings {
/**
 * Code of the site.
 */
siteCode: string
/**
 * Name of the SMS Provider's computer.
 */
siteServer: string
}
/**
 * Settings of a folder source: package files (.msu, .cab), each with a JSON side-car if there is one.
 */
export interface SourceFolderSettings {
/**
 * Folder or share.
 */
path: string
/**
 * Look in its folders too.
 */
recurse?: boolean
}
/**
 * Lists the sources of updates in their order.
 */
export interface SourceListRequest {
/**
 * Wildcard (* and ?) on the name.
 */
name?: string
}
/**
 * Sources in their order; what was imported from files is the last, called import, of the type file.
 */
export interface SourceListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
sources: Source[]
/**
 * Kinds of sources that there are.
 */
kinds: {
type: string
capabilities: string[]
[k: string]: unknown
}[]
next: null
[k: string]: unknown
}
/**
 * Removes a source. What it told stays in the catalog. Of the source import, which is what files brought, the same: until the next import nobody is named for it.
 */
export interface SourceRemoveRequest {
/**
 * Name of the source.
 */
name: string
}
/**
 * The source that was removed.
 */
export interface SourceRemoveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
source: Source
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
[k: string]: unknown
}
/**
 * Settings of a server source: Microsoft Update, or a WSUS that is asked as another WSUS would ask it. Products, classifications and languages are chosen with category set.
 */
export interface SourceServerSettings {
/**
 * Address of the server, for example https://wsus.contoso.com:8531. Plain http is used only where it stands here; digests that come over it do not decide.
 */
url?: string
/**
 * Name under which the server is asked; any name that looks like one of a machine will do.
 */
accountName?: string
/**
 * Id under which the server is asked; Microsoft takes zeros.
 */
accountGuid?: string
/**
 * File with root certificates (PEM) that this source trusts besides those of the system: for a WSUS with a certificate of its own, or a proxy that opens TLS.
 */
rootCertificate?: string
/**
 * Requests at the same time, at most.
 */
parallel?: number
}
/**
 * Changes a source; what is not named stays.
 */
export interface SourceSetRequest {
/**
 * Name of the source.
 */
name: string
/**
 * Another name.
 */
newName?: string
/**
 * Address, for kinds that have one. Plain http is used only where it stands here.
 */
url?: string
/**
 * Folder or file, for kinds that read one.
 */
path?: string
/**
 * Further settings of the kind; the schema source.<type>.settings names them.
 */
settings?: {
[k: string]: unknown
}
/**
 * Place in the order of the sources, from 1.
 */
position?: number
/**
 * False leaves the source out of a sync that names none.
 */
enabled?: boolean
}
/**
 * The source as it is now.
 */
export interface SourceSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
source: Source
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
[k: string]: unknown
}
/**
 * Shows one source.
 */
export interface SourceShowRequest {
/**
 * Name of the source.
 */
name: string
}
/**
 * The source.
 */
export interface SourceShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
source: Source
[k: string]: unknown
}
/**
 * Tries a source: reaches it, and reads as much as costs little.
 */
export interface SourceTestRequest {
/**
 * Name of the source.
 */
name: string
}
/**
 * What was tried, and what came of it.
 */
export interface SourceTestResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Everything that was tried worked.
 */
ok: boolean
checks: {
/**
 * What was tried.
 */
what: string
ok: boolean
/**
 * What came of it.
 */
message: string
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * Settings of a WSUS source: the administration API of a server, asked through PowerShell (module UpdateServices).
 */
export interface SourceWsusSettings {
/**
 * Name of the server; left out: this machine.
 */
server?: string
/**
 * Port; left out: 8530, with ssl 8531.
 */
port?: number
/**
 * Asks over TLS. Without it digests only find files.
 */
ssl?: boolean
}
/**
 * Settings of an offline scan file source: wsusscn2.cab, for relations, expiry and addresses as a cross-check.
 */
export interface SourceWsusscn2Settings {
/**
 * The file.
 */
path: string
}
/**
 * Lists synchronisations, newest first.
 */
export interface SyncListRequest {
/**
 * Names of sources, with wildcards.
 */
source?: string[]
limit?: number
after?: string
}
/**
 * Synchronisations, newest first.
 */
export interface SyncListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
syncs: Sync[]
next: (string | null)
[k: string]: unknown
}
/**
 * Shows what came with a synchronisation, or with all since a moment.
 */
export interface SyncShowRequest {
/**
 * Id; left out: all synchronisations since `since`.
 */
syncId?: string
/**
 * RFC 3339; updates that came, changed or were withdrawn later. Default: a month ago.
 */
since?: string
/**
 * Only what these registered images need: names, ids and wildcards; * is all of them.
 * 
 * @minItems 1
 */
image?: (string | [string, ...(string)[]])
/**
 * Changes that are listed, newest first; all are counted.
 */
limit?: number
}
/**
 * What came, changed and was withdrawn.
 */
export interface SyncShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
sync: (Sync | null)
/**
 * Newest first; one for each update: its last change.
 */
changes: {
uniqueId: string
/**
 * What happened.
 */
change: ("Added" | "Changed" | "Expired")
/**
 * RFC 3339, UTC.
 */
at: string
/**
 * Name of the source.
 */
source: string
title: string
articleId: (string | null)
kind?: (string | null)
family?: (string | null)
release?: (string | null)
architecture?: (string | null)
revision?: (string | null)
[k: string]: unknown
}[]
/**
 * RFC 3339, UTC: the moment that the question meant.
 */
since: string
/**
 * Only where images were asked for: what each of them needs, in the order of their names.
 */
images?: {
imageId: string
name: string
/**
 * Of the listed changes those that it needs.
 */
changes: {
uniqueId: string
/**
 * Indexes that need it.
 */
indexes: number[]
/**
 * Name of the answer, as image.status has it.
 */
status: string
reasonCode: string
reason: string
[k: string]: unknown
}[]
/**
 * All changes that it needs, listed or not.
 */
total: number
/**
 * Why the answer rests on what is registered and not on the file.
 */
warnings: {
code: string
message: string
[k: string]: unknown
}[]
[k: string]: unknown
}[]
/**
 * All changes, listed or not; where images were asked for, those that one of them needs.
 */
total: number
[k: string]: unknown
}
/**
 * A task of the system that starts workers or keeps a distribution point served: of Windows Task Scheduler, or a timer of systemd.
 */
export interface Task {
name: string
/**
 * Who starts the workers.
 */
kind: ("TaskScheduler" | "systemd")
/**
 * System: it runs whoever is logged on; User: it belongs to the user who registered it.
 */
scope: ("System" | "User")
/**
 * Where the system keeps it: path of the task, or of the timer unit.
 */
location: string
/**
 * Files that were written; none on Windows.
 */
files: string[]
/**
 * The machine on which it was registered.
 */
host: string
/**
 * Account that the worker runs as.
 */
account: string
/**
 * Program and arguments of the worker.
 */
command: string[]
/**
 * Minutes between two looks at what is due.
 */
repetitionMinutes: number
/**
 * The computer is woken when a schedule is due.
 */
wakeComputer: boolean
/**
 * Moments at which the computer is woken; workers keep them current.
 */
wakeTimes: string[]
/**
 * Ready, Running, Disabled: as the system says; Missing: somebody removed it; Unknown: the system does not say.
 */
state: ("Ready" | "Running" | "Disabled" | "Missing" | "Unknown")
/**
 * When the system last started it.
 */
lastRun: (string | null)
/**
 * Exit code of its last worker.
 */
lastResult: (number | null)
/**
 * When the system starts it next, apart from waking.
 */
nextRun: (string | null)
/**
 * When it was registered.
 */
registered: string
/**
 * Distribution point that it keeps served; null: it starts workers.
 */
serves: (string | null)
[k: string]: unknown
}
/**
 * Lists the tasks that start workers for this site.
 */
export interface TaskListRequest {
/**
 * Names, with the wildcards * and ?.
 */
name?: string
}
/**
 * Tasks by name, as the system says they are.
 */
export interface TaskListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
tasks: Task[]
next: null
[k: string]: unknown
}
/**
 * Has the system start workers for this site, or keep a distribution point served: Windows Task Scheduler, or a timer of systemd. Registered again, the same task is changed.
 */
export interface TaskRegisterRequest {
/**
 * Name of the task. Default: ImgUpdate, or ImgUpdate-serve- and the name of the distribution point.
 */
name?: string
/**
 * Windows: account that the worker runs as, without a password: SYSTEM, a group managed service account (its name ends with $), or a user, who then reaches no other machine. systemd, scope System: the user of the service.
 */
account?: string
/**
 * systemd: System for the machine (needs root), User for this user. Default: what this user may do.
 */
scope?: ("System" | "User")
/**
 * Minutes between two looks at what is due, or whether what is to be served still is. An occurrence is missed after ten.
 */
repetitionMinutes?: number
/**
 * Wake the computer when a schedule is due.
 */
wakeComputer?: boolean
/**
 * Name of a distribution point of the kind http that is kept served instead: started with the computer, and again when it ended.
 */
serve?: string
/**
 * With serve: bearer token that clients must send, instead of that of the distribution point: the name of a secret of SecretManagement that the account of the task can read, or of an environment variable of the task, which has none of yours. The token itself is stored nowhere.
 */
token?: {
/**
 * Name of an environment variable.
 */
environment?: string
/**
 * Name of a secret of PowerShell SecretManagement.
 */
secret?: string
/**
 * Vault of the secret; left out: as SecretManagement decides.
 */
vault?: string
}
}
/**
 * The task.
 */
export interface TaskRegisterResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
task: Task
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
/**
 * Dry run: what would be registered, word for word: each file of systemd, or the task as Task Scheduler would be told.
 */
definition?: TaskDefinition[]
[k: string]: unknown
}
export interface TaskDefinition {
/**
 * The file, or the task.
 */
name: string
text: string
[k: string]: unknown
}
/**
 * Removes a task that starts workers. A worker that runs goes on.
 */
export interface TaskUnregisterRequest {
/**
 * Name of the task.
 */
name?: string
}
/**
 * The task that is gone.
 */
export interface TaskUnregisterResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
task: Task
/**
 * False in a dry run.
 */
applied: boolean
warnings: string[]
[k: string]: unknown
}
/**
 * A length of time: the sum of its members.
 */
export interface TimeSpan2 {
/**
 * Days.
 */
days?: number
/**
 * Hours.
 */
hours?: number
/**
 * Minutes.
 */
minutes?: number
}
/**
 * Reads which authority signed the boot files of an image, of an ISO image or of media, and which machines they start on.
 */
export interface TrustShowRequest {
/**
 * Name or id of a registered image; of an upgrade package all of its media is looked at, unless an index is named.
 */
image?: string
/**
 * An image file, an ISO image, or a folder with Windows media.
 */
path?: string
/**
 * Only this index of an image file.
 */
index?: number
/**
 * A file with a newer table of minimums (schema boot-minimums).
 */
minimums?: string
}
/**
 * What was found.
 */
export interface TrustShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
path: string
kind: ("image" | "iso" | "folder")
/**
 * 2011-only: machines that trust the authority of 2011, alone or beside that of 2023; both: only machines that trust both; revoked: machines that trust 2023, also where 2011 is revoked; all; none; unknown: no boot manager was found.
 */
verdict: ("all" | "2011-only" | "both" | "revoked" | "none" | "unknown")
/**
 * The same as a list.
 * 
 * Items: 2011-only: trusts the authority of 2011 alone; both: trusts both; revoked: has revoked 2011 and asks for the minimum.
 */
startsOn: ("2011-only" | "both" | "revoked")[]
/**
 * What the verdict rests on: verified signatures, or for at least one file the name of its issuer alone.
 */
basis: ("verified" | "name-only" | null)
/**
 * Why it does not start everywhere.
 */
reasons: string[]
rehearsal: boolean
files: BootFile[]
/**
 * The list of revoked files that goes with the boot manager.
 */
bootStl: {
present: boolean
/**
 * Whether the one on the media is that of its boot image; null where there is none to compare with.
 */
matches: (boolean | null)
files: {
path: string
/**
 * media: on the media itself; boot-image: in boot.wim; image: in the image of Windows; recovery: in its recovery image.
 */
place: ("media" | "boot-image" | "image" | "recovery")
container: string
index: (number | null)
size: number
sha256: string
issuer: (string | null)
[k: string]: unknown
}[]
[k: string]: unknown
}
minimums: BootMinimums
warnings: string[]
[k: string]: unknown
}
/**
 * What was chosen in one line (family, release, architecture, kind).
 */
export interface UpdateLine {
family: string
release: string
architecture: string
kind: Kind
/**
 * uniqueId, or null when nothing was chosen.
 */
chosen: (string | null)
/**
 * False when the facts do not allow a decision.
 */
decided: boolean
/**
 * Why, in one sentence.
 */
reason: string
/**
 * Why, as a word for scripts.
 */
reasonCode: string
warnings: SelectionWarning[]
/**
 * Only where every line was explained at once: how many older updates of the line the explanation passes over.
 */
candidatesLeftOut?: number
[k: string]: unknown
}
/**
 * Parses titles, without the catalog.
 */
export interface UpdateClassifyRequest {
/**
 * Titles to understand.
 */
titles: string[]
/**
 * Products that all of them have.
 */
products?: string[]
}
/**
 * One result per title, in order.
 */
export interface UpdateClassifyResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * Items: What a title says.
 */
results: {
title: string
kind: Kind
family: (string | null)
release: (string | null)
releases: string[]
architecture: (string | null)
articleId: (string | null)
revision: (string | null)
month: (string | null)
preview: boolean
dynamic: boolean
dotNetVersions: string[]
/**
 * Parts that were not understood.
 */
notUnderstood: string[]
[k: string]: unknown
}[]
[k: string]: unknown
}
/**
 * Declines updates, by id or by rule of hygiene, or takes that back.
 */
export interface UpdateDeclineRequest {
/**
 * Updates to decline.
 */
uniqueId?: string[]
/**
 * Which updates are declined by rule; unused-release: of releases that no registered image has.
 */
rule?: ("superseded" | "expired" | "itanium" | "arm" | "beta" | "preview" | "unused-release")[]
/**
 * Take the decline of the updates in uniqueId back.
 */
undo?: boolean
}
/**
 * What was declined.
 */
export interface UpdateDeclineResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * uniqueIds that changed.
 */
declined: string[]
applied: boolean
/**
 * Updates that each rule named; one may be named by several.
 */
counts?: {
[k: string]: number
}
[k: string]: unknown
}
/**
 * Imports updates into the catalog. .gz is expanded.
 */
export interface UpdateImportRequest {
/**
 * File to import; - reads standard input (command line only).
 */
path: string
/**
 * Form of the file.
 */
format?: ("imgupdate" | "wsus-export")
}
/**
 * What was imported.
 */
export interface UpdateImportResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
added: number
changed: number
unchanged: number
failed: number
/**
 * The first 1,000 records that failed.
 */
errors: ImportError[]
/**
 * Id under which the import stands in the history (`sync show`); null in a dry run.
 */
syncId: (string | null)
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * Installs software updates on this computer, as the task sequence step does: scan, install, restart and scan again, until nothing is left. Called again after a restart, it goes on. A dry run scans and installs nothing.
 */
export interface UpdateInstallRequest {
/**
 * All: what the update server offers; Mandatory: without updates that are optional (SMSInstallUpdateTarget).
 */
target?: ("All" | "Mandatory")
/**
 * Every scan but the first evaluates cached scan results.
 */
cachedScan?: boolean
/**
 * Accepts the licence terms of updates; without it, an update that has some is skipped.
 */
acceptLicenseTerms?: boolean
/**
 * Restarts the computer where an update asks for it; without it, the answer is RestartRequired.
 */
restart?: boolean
/**
 * Seconds that a scan may take (SMSTSSoftwareUpdateScanTimeout).
 */
scanTimeout?: number
/**
 * Seconds until the content must be located.
 */
locationTimeout?: number
/**
 * Seconds that the content of one update may take.
 */
downloadTimeout?: number
/**
 * Seconds that the place of the content may send nothing.
 */
inactivePointTimeout?: number
/**
 * Seconds in which an installation may not move.
 */
inactivityTimeout?: number
/**
 * Seconds to wait after a restart, because an update may restart twice (SMSTSWaitForSecondReboot).
 */
secondRestartWait?: number
/**
 * Unexpected restarts after which the step begins again.
 */
retryCount?: number
/**
 * Rounds after which updates that come back are a failure.
 */
maximumRounds?: number
}
/**
 * How the step ended.
 */
export interface UpdateInstallResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
/**
 * How it ended; Scanned in a dry run.
 */
status: ("Scanned" | "Succeeded" | "RestartRequired" | "Failed")
/**
 * Why it failed.
 */
reasonCode: ("ScanFailed" | "ScanTimeout" | "InstallFailed" | "LocationTimeout" | "DownloadTimeout" | "DistributionPointInactive" | "InstallInactive" | "UnexpectedRestarts" | "TooManyRounds" | null)
/**
 * The same for people.
 */
detail: string
/**
 * Scans that found something.
 */
rounds: number
/**
 * What the scans found.
 */
updates: InstallableUpdate[]
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * One update of the catalog: what the source said, and what was derived from it. Members of the source that are not listed here are kept.
 */
export interface Update {
/**
 * Identity of the update at every source; for Microsoft updates the update GUID.
 */
uniqueId: string
/**
 * Title as the source has it.
 */
title: string
/**
 * Knowledge base article, digits only; empty when unknown.
 */
articleId: string
/**
 * Name or GUID of the classification.
 */
classification: string
/**
 * Names or GUIDs of the products.
 */
products: string[]
/**
 * When it was published.
 */
datePosted: (string | null)
/**
 * Files of the update.
 */
files: UpdateFile[]
/**
 * Revision of the metadata at the source.
 */
revisionNumber?: number
/**
 * x86, x64 or arm64; null when it has none or it is unknown.
 */
architecture: (string | null)
kind: Kind
/**
 * uniqueIds of the updates that this one replaces.
 */
supersedes?: string[]
/**
 * uniqueIds of the updates that replace this one.
 */
supersededBy?: string[]
/**
 * The source says that something newer replaces it.
 */
isSuperseded: boolean
/**
 * The source withdrew it.
 */
isExpired: boolean
/**
 * Declined, by the source or here.
 */
isDeclined: boolean
/**
 * Languages it is for.
 */
languages?: string[]
/**
 * Text of the source.
 */
description?: string
/**
 * Rating of the vendor.
 */
severity?: string
/**
 * Page about the update.
 */
supportUrl?: string
/**
 * When the package was made, as it says itself: RFC 3339, or the day alone. Not when it was posted.
 */
packageDate?: string
/**
 * Systems that the package names, in its own words.
 */
appliesTo?: string[]
/**
 * Derived: Windows 11, Windows Server 2025, ...
 */
family: (string | null)
/**
 * Derived: first release it is for.
 */
release: (string | null)
/**
 * Derived: all releases it is for.
 */
releases: string[]
/**
 * Derived: YYYY-MM of the title.
 */
month: (string | null)
/**
 * Derived: build.revision that it brings.
 */
revision: (string | null)
/**
 * Derived: the latest of a line today, with the default policy.
 */
isLatest: boolean
/**
 * Derived: DISM can apply it to an image that is not running.
 */
isOfflineServiceable: boolean
/**
 * Derived: its content is verified in the content library.
 */
isContentProvisioned: boolean
/**
 * Derived: the content is a stand-in for rehearsals.
 */
standIn?: boolean
/**
 * Hidden here.
 */
isHidden: boolean
/**
 * Remark of an administrator.
 */
note?: string
/**
 * Where the record came from.
 */
source: string
/**
 * What of it was not understood, so that it competes nowhere; empty when it does.
 */
notUnderstood?: string[]
[k: string]: unknown
}
/**
 * Lists updates, or chooses the latest of each line.
 */
export interface UpdateListRequest {
/**
 * Wildcard (* and ?) on the title, without regard to case.
 */
name?: string
/**
 * Articles, with or without KB; * and ? are wildcards.
 */
articleId?: (string | string[])
/**
 * Identities.
 */
uniqueId?: (string | string[])
/**
 * Names or GUIDs of products.
 */
product?: (string | string[])
/**
 * For example Windows 11.
 */
family?: string
/**
 * For example 24H2.
 */
release?: string
/**
 * The same as release.
 */
version?: string
architecture?: Architecture
kind?: Kind
/**
 * Name or GUID.
 */
classification?: string
/**
 * Names or GUIDs of products, families or classifications; an update that has one of them fits.
 */
category?: (string | string[])
/**
 * Severities, for example Critical; None means that the source gives none.
 */
severity?: (string | string[])
/**
 * Posted at or after this date or time (RFC 3339, UTC).
 */
postedAfter?: string
/**
 * Posted before this date or time.
 */
postedBefore?: string
/**
 * Only superseded (true) or only others (false).
 */
superseded?: boolean
/**
 * Only expired, or only others.
 */
expired?: boolean
/**
 * Only hidden, or only others.
 */
hidden?: boolean
/**
 * Only with verified content, or only without.
 */
provisioned?: boolean
/**
 * Only those that DISM can apply offline, or only others.
 */
offlineServiceable?: boolean
/**
 * Only what a schedule that waits or runs names, or what a registered image has; or only the others. What a rule will choose is not known before its run.
 */
deployed?: boolean
/**
 * The catalog as it was at this date or time.
 */
asOf?: string
/**
 * One update per line.
 */
latest?: boolean
/**
 * With latest: so many back.
 */
previous?: number
/**
 * Do previews compete? Default exclude.
 */
preview?: ("include" | "exclude")
/**
 * Do out-of-band updates compete? Default include.
 */
outOfBand?: ("include" | "prefer-regular" | "exclude")
/**
 * Days that an update must have been public.
 */
deferralDays?: number
/**
 * KBs that are never chosen while the hold lasts.
 */
holds?: Exception[]
/**
 * KBs that are chosen in their lines, whatever is newer, while the pin lasts.
 */
pins?: Exception[]
/**
 * Warn when the chosen update is older than so many days.
 */
maximumAgeDays?: number
/**
 * With latest: name of a rule; members of the request outrank its own.
 */
rule?: string
/**
 * Name or id of a registered image, or a file: only what fits it.
 */
applicableTo?: string
/**
 * Index of that image; default all.
 */
index?: number
/**
 * Add every candidate with its decision.
 */
explain?: boolean
/**
 * With latest: why was this update (KB or uniqueId) not chosen?
 */
whyNot?: string
/**
 * At most so many.
 */
limit?: number
/**
 * Cursor of the list before.
 */
after?: string
}
/**
 * Updates, newest first.
 */
export interface UpdateListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
updates: Update[]
/**
 * Cursor for after; null at the end.
 */
next: (string | null)
/**
 * With latest.
 */
lines?: UpdateLine[]
/**
 * With explain.
 */
candidates?: Candidate[]
/**
 * With whyNot: one entry for each record of the update.
 */
whyNot?: WhyNot[]
/**
 * With latest: what of the systems asked for was not understood.
 */
notUnderstood?: NotUnderstood[]
nothing?: Silence
[k: string]: unknown
}
/**
 * Why an update was not chosen, or that it was.
 */
export interface WhyNot {
/**
 * Null: the catalog has no such update.
 */
uniqueId: (string | null)
articleId: string
title: string
kind: string
/**
 * Lines that it competes in: family | release | architecture | kind.
 */
lines: string[]
chosen: boolean
reasonCode: string
reason: string
facts: {
[k: string]: unknown
}
[k: string]: unknown
}
/**
 * The updates that an image should get, in the order of their application.
 */
export interface UpdateRecommendRequest {
/**
 * Name or id of a registered image.
 */
image?: string
/**
 * An image file.
 */
path?: string
/**
 * Index of the image; default all.
 */
index?: number
/**
 * Name of a rule; members of the request outrank its own.
 */
rule?: string
/**
 * Do previews compete? Default exclude.
 */
preview?: ("include" | "exclude")
/**
 * Do out-of-band updates compete? Default include.
 */
outOfBand?: ("include" | "prefer-regular" | "exclude")
/**
 * So many cumulative updates back from the newest; 1 for a bad month.
 */
previous?: number
/**
 * Days that an update must have been public.
 */
deferralDays?: number
/**
 * KBs that are never chosen while the hold lasts.
 */
holds?: Exception[]
/**
 * KBs that are chosen in their lines, whatever is newer, while the pin lasts.
 */
pins?: Exception[]
/**
 * Warn when the chosen update is older than so many days.
 */
maximumAgeDays?: number
/**
 * Only these roles; default all but the enablement package.
 */
role?: ("ServicingStackUpdate" | "Checkpoint" | "CumulativeUpdate" | "EnablementPackage" | "DotNetCumulativeUpdate" | "SafeOSDynamicUpdate" | "SetupDynamicUpdate")[]
/**
 * Release that an enablement package shall switch on, for example 25H2.
 */
enablement?: string
/**
 * The catalog as it was at this date or time.
 */
asOf?: string
/**
 * Add every candidate with its decision.
 */
explain?: boolean
}
/**
 * The updates in the order of their application.
 */
export interface UpdateRecommendResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
updates: Recommended[]
/**
 * Chosen, but the image has them.
 */
notNeeded: Recommended[]
/**
 * Roles for which nothing could be chosen; no error.
 */
notFound: NotFound[]
warnings: SelectionWarning[]
/**
 * With explain.
 */
candidates?: Candidate[]
/**
 * What of the image's system was not understood.
 */
notUnderstood?: NotUnderstood[]
nothing?: Silence
[k: string]: unknown
}
/**
 * Hides an update or adds a remark.
 */
export interface UpdateSetRequest {
/**
 * uniqueId or KB.
 */
id: string
/**
 * Hidden updates are not chosen and not listed by default filters.
 */
hidden?: boolean
/**
 * Remark; empty removes it.
 */
note?: string
}
/**
 * The update after the change.
 */
export interface UpdateSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
update: Update
applied: boolean
[k: string]: unknown
}
/**
 * Shows one update.
 */
export interface UpdateShowRequest {
/**
 * uniqueId or KB.
 */
id: string
}
/**
 * The update.
 */
export interface UpdateShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
update: Update
[k: string]: unknown
}
/**
 * Brings in what the sources tell that is new.
 */
export interface UpdateSyncRequest {
/**
 * Names of sources, with wildcards. Default: all that are enabled, in their order.
 */
source?: string[]
/**
 * Only these articles, with or without KB, from sources that can be asked for one.
 */
articleId?: string[]
/**
 * Asks for everything again instead of what is new.
 */
full?: boolean
}
/**
 * What came in, source by source.
 */
export interface UpdateSyncResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
syncs: Sync[]
/**
 * False in a dry run.
 */
applied: boolean
[k: string]: unknown
}
/**
 * Registers an upgrade package. An ISO image is taken out to a folder first, an install.esd is converted.
 */
export interface UpgradePackageAddRequest {
/**
 * Folder with setup.exe and sources\install.wim (or install.esd), or an ISO image of Windows media, which stays untouched.
 */
path: string
/**
 * Name in the library; one line. Default: the name of the folder.
 */
name?: string
/**
 * Version of the administrator.
 */
version?: string
/**
 * Remark.
 */
description?: string
/**
 * The licence terms of the image were read and accepted.
 */
acceptEula?: boolean
/**
 * Keep only this index in sources\install.wim. The file as it was is kept as the version before.
 */
index?: number
/**
 * With an ISO image: the new folder, which must not exist. Default: beside the ISO image, with its name.
 */
to?: string
}
/**
 * The upgrade package.
 */
export interface UpgradePackageAddResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
upgradePackage: UpgradePackage
applied: boolean
[k: string]: unknown
}
/**
 * A registered upgrade package: a folder with setup.exe and sources\install.wim. The other members are those of its image.
 */
export interface UpgradePackage {
id: string
name: string
/**
 * The folder.
 */
path: string
/**
 * Version that the administrator gave.
 */
version: string
description: string
/**
 * Empty in a dry run that would make the file.
 */
sha256: string
/**
 * Bytes; 0 in a dry run that would make the file.
 */
size: number
/**
 * Counts the published versions of the file.
 */
sourceVersion: number
rehearsal: boolean
acceptEula: boolean
/**
 * Which earlier versions of this package are kept, where it differs from the site; null is as the site is set.
 */
retention: {
retainVersion: (number | null)
retainDays: (number | null)
retainBytes: (number | null)
[k: string]: unknown
}
indexes: ImageIndex[]
added: string
scheduledUpdatesDate: (string | null)
scheduledUpdatesStatus: (string | null)
/**
 * State of the schedule, 0 to 4.
 */
scheduledUpdatesStatusCode?: (number | null)
lastServiced: (string | null)
warnings?: string[]
/**
 * The install.wim that is serviced. It is an image of the library with the name and the id of the package.
 */
imagePath: string
/**
 * Programs of Setup on the media, as they were registered.
 */
setupFiles: MediaFile[]
/**
 * Label of the disc that the media was taken out of; empty where it was none.
 */
label: string
/**
 * The boot.wim of the media, as it was registered; null where it has none.
 */
bootImage: (MediaFile | null)
[k: string]: unknown
}
/**
 * Lists the registered upgrade packages.
 */
export interface UpgradePackageListRequest {
/**
 * Wildcard on the name.
 */
name?: string
id?: string[]
limit?: number
after?: string
}
/**
 * Upgrade packages, newest first.
 */
export interface UpgradePackageListResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
upgradePackages: UpgradePackage[]
next: (string | null)
[k: string]: unknown
}
/**
 * Takes an upgrade package out of the library. Its folder stays.
 */
export interface UpgradePackageRemoveRequest {
/**
 * Name or id.
 */
upgradePackage: string
}
/**
 * The upgrade package that was removed.
 */
export interface UpgradePackageRemoveResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
upgradePackage: UpgradePackage
applied: boolean
[k: string]: unknown
}
/**
 * Changes what the library says of an upgrade package.
 */
export interface UpgradePackageSetRequest {
/**
 * Name or id.
 */
upgradePackage: string
/**
 * New name.
 */
name?: string
/**
 * New place of the same folder.
 */
path?: string
version?: string
description?: string
/**
 * How many earlier versions of this package are kept, whatever the site says.
 */
retainVersion?: number
/**
 * Days that an earlier version of this package is kept after another one took its place, whatever the site says; 0 = however long. The version before the current one stays.
 */
retainDays?: number
/**
 * Bytes that the earlier versions of this package may take on disk, whatever the site says; the oldest go first. 0 = however many. The version before the current one stays.
 */
retainBytes?: number
/**
 * Takes what was said of this package alone away, before the other members: its versions are kept as the site is set.
 */
retainAsSite?: boolean
}
/**
 * The upgrade package.
 */
export interface UpgradePackageSetResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
upgradePackage: UpgradePackage
applied: boolean
[k: string]: unknown
}
/**
 * Shows an upgrade package.
 */
export interface UpgradePackageShowRequest {
/**
 * Name or id.
 */
upgradePackage: string
}
/**
 * The upgrade package.
 */
export interface UpgradePackageShowResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
upgradePackage: UpgradePackage
[k: string]: unknown
}
/**
 * Recovers what was interrupted and runs what is due.
 */
export interface WorkerRunRequest {
/**
 * End when nothing is due.
 */
once?: boolean
}
/**
 * The runs that were made.
 */
export interface WorkerRunResult {
/**
 * Version of this contract, MAJOR.MINOR.
 */
formatVersion: string
ran: Run[]
/**
 * What was maintained.
 */
maintenances: MaintenanceRun[]
[k: string]: unknown
}
