// Made by `npm run generate` from schemas/v1. Do not edit.
import type {
  BootImageAddRequest,
  BootImageListRequest,
  BootImageRemoveRequest,
  BootImageSetRequest,
  BootImageShowRequest,
  BundleExportRequest,
  BundleImportRequest,
  CategoryListRequest,
  CategorySetRequest,
  ConfigmgrScheduleRequest,
  ContentAddRequest,
  ContentClearRequest,
  ContentListRequest,
  ContentSaveRequest,
  ContentVerifyRequest,
  DistributionAddRequest,
  DistributionListRequest,
  DistributionRemoveRequest,
  DistributionSendRequest,
  DistributionServeRequest,
  DistributionSetRequest,
  DistributionShowRequest,
  DistributionStatusRequest,
  EnvironmentCheckRequest,
  ImageAddRequest,
  ImageAdviceRequest,
  ImageCompareRequest,
  ImageExportRequest,
  ImageFilesRequest,
  ImageInspectRequest,
  ImageInstalledRequest,
  ImageListRequest,
  ImageReadRequest,
  ImageRefreshRequest,
  ImageRemoveRequest,
  ImageRestoreRequest,
  ImageSaveRequest,
  ImageSetRequest,
  ImageShowRequest,
  ImageStatusRequest,
  ImageVerifyRequest,
  ImageVersionsRequest,
  LogShowRequest,
  MaintenanceListRequest,
  MaintenanceRunRequest,
  MediaExportRequest,
  MediaUpdateBootManagerRequest,
  MulticastReceiveRequest,
  MulticastSendRequest,
  NotificationAddRequest,
  NotificationListRequest,
  NotificationRemoveRequest,
  NotificationSetRequest,
  NotificationShowRequest,
  NotificationTestRequest,
  PackageInspectRequest,
  PlanExportRequest,
  PlanShowRequest,
  RehearsalImageRequest,
  RehearsalPackageRequest,
  ReleaseImportRequest,
  ReleaseListRequest,
  RuleAddRequest,
  RuleEvaluateRequest,
  RuleListRequest,
  RuleRemoveRequest,
  RuleSetRequest,
  RuleShowRequest,
  RunListRequest,
  RunShowRequest,
  RunStartRequest,
  RunStopRequest,
  RunWaitRequest,
  ScheduleAddRequest,
  ScheduleClearRequest,
  ScheduleConvertRequest,
  ScheduleListRequest,
  SchedulePreviewRequest,
  ScheduleSetRequest,
  ScheduleShowRequest,
  SchemaShowRequest,
  ServicingRepairRequest,
  SiteSetRequest,
  SiteShowRequest,
  SourceAddRequest,
  SourceListRequest,
  SourceRemoveRequest,
  SourceSetRequest,
  SourceShowRequest,
  SourceTestRequest,
  SyncListRequest,
  SyncShowRequest,
  TaskListRequest,
  TaskRegisterRequest,
  TaskUnregisterRequest,
  TrustShowRequest,
  UpdateClassifyRequest,
  UpdateDeclineRequest,
  UpdateImportRequest,
  UpdateInstallRequest,
  UpdateListRequest,
  UpdateRecommendRequest,
  UpdateSetRequest,
  UpdateShowRequest,
  UpdateSyncRequest,
  UpgradePackageAddRequest,
  UpgradePackageListRequest,
  UpgradePackageRemoveRequest,
  UpgradePackageSetRequest,
  UpgradePackageShowRequest,
  WorkerRunRequest,
  NotificationCommandSettings,
  NotificationEventLogSettings,
  NotificationMailSettings,
  NotificationWebhookSettings,
  PointConfigmgrSettings,
  PointFolderSettings,
  PointHttpSettings,
  PointS3Settings,
  PointWdsSettings,
  SourceBundleSettings,
  SourceCatalogSiteSettings,
  SourceConfigmgrSettings,
  SourceFolderSettings,
  SourceServerSettings,
  SourceWsusSettings,
  SourceWsusscn2Settings,
  BootMinimums,
  PointManifest,
  PointManifestFile,
} from './types.ts';

/** A compiled validator: true when `data` is a T (defaults are filled in); else `errors` says why. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }[] | null;
}

export const bootImageAdd: Validator<BootImageAddRequest>;
export const bootImageList: Validator<BootImageListRequest>;
export const bootImageRemove: Validator<BootImageRemoveRequest>;
export const bootImageSet: Validator<BootImageSetRequest>;
export const bootImageShow: Validator<BootImageShowRequest>;
export const bundleExport: Validator<BundleExportRequest>;
export const bundleImport: Validator<BundleImportRequest>;
export const categoryList: Validator<CategoryListRequest>;
export const categorySet: Validator<CategorySetRequest>;
export const configmgrSchedule: Validator<ConfigmgrScheduleRequest>;
export const contentAdd: Validator<ContentAddRequest>;
export const contentClear: Validator<ContentClearRequest>;
export const contentList: Validator<ContentListRequest>;
export const contentSave: Validator<ContentSaveRequest>;
export const contentVerify: Validator<ContentVerifyRequest>;
export const distributionAdd: Validator<DistributionAddRequest>;
export const distributionList: Validator<DistributionListRequest>;
export const distributionRemove: Validator<DistributionRemoveRequest>;
export const distributionSend: Validator<DistributionSendRequest>;
export const distributionServe: Validator<DistributionServeRequest>;
export const distributionSet: Validator<DistributionSetRequest>;
export const distributionShow: Validator<DistributionShowRequest>;
export const distributionStatus: Validator<DistributionStatusRequest>;
export const environmentCheck: Validator<EnvironmentCheckRequest>;
export const imageAdd: Validator<ImageAddRequest>;
export const imageAdvice: Validator<ImageAdviceRequest>;
export const imageCompare: Validator<ImageCompareRequest>;
export const imageExport: Validator<ImageExportRequest>;
export const imageFiles: Validator<ImageFilesRequest>;
export const imageInspect: Validator<ImageInspectRequest>;
export const imageInstalled: Validator<ImageInstalledRequest>;
export const imageList: Validator<ImageListRequest>;
export const imageRead: Validator<ImageReadRequest>;
export const imageRefresh: Validator<ImageRefreshRequest>;
export const imageRemove: Validator<ImageRemoveRequest>;
export const imageRestore: Validator<ImageRestoreRequest>;
export const imageSave: Validator<ImageSaveRequest>;
export const imageSet: Validator<ImageSetRequest>;
export const imageShow: Validator<ImageShowRequest>;
export const imageStatus: Validator<ImageStatusRequest>;
export const imageVerify: Validator<ImageVerifyRequest>;
export const imageVersions: Validator<ImageVersionsRequest>;
export const logShow: Validator<LogShowRequest>;
export const maintenanceList: Validator<MaintenanceListRequest>;
export const maintenanceRun: Validator<MaintenanceRunRequest>;
export const mediaExport: Validator<MediaExportRequest>;
export const mediaUpdateBootManager: Validator<MediaUpdateBootManagerRequest>;
export const multicastReceive: Validator<MulticastReceiveRequest>;
export const multicastSend: Validator<MulticastSendRequest>;
export const notificationAdd: Validator<NotificationAddRequest>;
export const notificationList: Validator<NotificationListRequest>;
export const notificationRemove: Validator<NotificationRemoveRequest>;
export const notificationSet: Validator<NotificationSetRequest>;
export const notificationShow: Validator<NotificationShowRequest>;
export const notificationTest: Validator<NotificationTestRequest>;
export const packageInspect: Validator<PackageInspectRequest>;
export const planExport: Validator<PlanExportRequest>;
export const planShow: Validator<PlanShowRequest>;
export const rehearsalImage: Validator<RehearsalImageRequest>;
export const rehearsalPackage: Validator<RehearsalPackageRequest>;
export const releaseImport: Validator<ReleaseImportRequest>;
export const releaseList: Validator<ReleaseListRequest>;
export const ruleAdd: Validator<RuleAddRequest>;
export const ruleEvaluate: Validator<RuleEvaluateRequest>;
export const ruleList: Validator<RuleListRequest>;
export const ruleRemove: Validator<RuleRemoveRequest>;
export const ruleSet: Validator<RuleSetRequest>;
export const ruleShow: Validator<RuleShowRequest>;
export const runList: Validator<RunListRequest>;
export const runShow: Validator<RunShowRequest>;
export const runStart: Validator<RunStartRequest>;
export const runStop: Validator<RunStopRequest>;
export const runWait: Validator<RunWaitRequest>;
export const scheduleAdd: Validator<ScheduleAddRequest>;
export const scheduleClear: Validator<ScheduleClearRequest>;
export const scheduleConvert: Validator<ScheduleConvertRequest>;
export const scheduleList: Validator<ScheduleListRequest>;
export const schedulePreview: Validator<SchedulePreviewRequest>;
export const scheduleSet: Validator<ScheduleSetRequest>;
export const scheduleShow: Validator<ScheduleShowRequest>;
export const schemaShow: Validator<SchemaShowRequest>;
export const servicingRepair: Validator<ServicingRepairRequest>;
export const siteSet: Validator<SiteSetRequest>;
export const siteShow: Validator<SiteShowRequest>;
export const sourceAdd: Validator<SourceAddRequest>;
export const sourceList: Validator<SourceListRequest>;
export const sourceRemove: Validator<SourceRemoveRequest>;
export const sourceSet: Validator<SourceSetRequest>;
export const sourceShow: Validator<SourceShowRequest>;
export const sourceTest: Validator<SourceTestRequest>;
export const syncList: Validator<SyncListRequest>;
export const syncShow: Validator<SyncShowRequest>;
export const taskList: Validator<TaskListRequest>;
export const taskRegister: Validator<TaskRegisterRequest>;
export const taskUnregister: Validator<TaskUnregisterRequest>;
export const trustShow: Validator<TrustShowRequest>;
export const updateClassify: Validator<UpdateClassifyRequest>;
export const updateDecline: Validator<UpdateDeclineRequest>;
export const updateImport: Validator<UpdateImportRequest>;
export const updateInstall: Validator<UpdateInstallRequest>;
export const updateList: Validator<UpdateListRequest>;
export const updateRecommend: Validator<UpdateRecommendRequest>;
export const updateSet: Validator<UpdateSetRequest>;
export const updateShow: Validator<UpdateShowRequest>;
export const updateSync: Validator<UpdateSyncRequest>;
export const upgradePackageAdd: Validator<UpgradePackageAddRequest>;
export const upgradePackageList: Validator<UpgradePackageListRequest>;
export const upgradePackageRemove: Validator<UpgradePackageRemoveRequest>;
export const upgradePackageSet: Validator<UpgradePackageSetRequest>;
export const upgradePackageShow: Validator<UpgradePackageShowRequest>;
export const workerRun: Validator<WorkerRunRequest>;
export const notificationCommandSettings: Validator<NotificationCommandSettings>;
export const notificationEventLogSettings: Validator<NotificationEventLogSettings>;
export const notificationMailSettings: Validator<NotificationMailSettings>;
export const notificationWebhookSettings: Validator<NotificationWebhookSettings>;
export const pointConfigmgrSettings: Validator<PointConfigmgrSettings>;
export const pointFolderSettings: Validator<PointFolderSettings>;
export const pointHttpSettings: Validator<PointHttpSettings>;
export const pointS3Settings: Validator<PointS3Settings>;
export const pointWdsSettings: Validator<PointWdsSettings>;
export const sourceBundleSettings: Validator<SourceBundleSettings>;
export const sourceCatalogSiteSettings: Validator<SourceCatalogSiteSettings>;
export const sourceConfigmgrSettings: Validator<SourceConfigmgrSettings>;
export const sourceFolderSettings: Validator<SourceFolderSettings>;
export const sourceServerSettings: Validator<SourceServerSettings>;
export const sourceWsusSettings: Validator<SourceWsusSettings>;
export const sourceWsusscn2Settings: Validator<SourceWsusscn2Settings>;
export const bootMinimums: Validator<BootMinimums>;
export const pointManifest: Validator<PointManifest>;
export const pointManifestFile: Validator<PointManifestFile>;
