/**
 * The table of operations: the engine's only front door. The command line, the methods of `serve` and the reference in
 * the documentation are made from it.
 * To add one: schemas `<noun>.<verb>.request.json` and `.result.json`, `npm run generate`, a file
 * `<noun>/<verb>.ts` here, a line in the list.
 */
import { bootImageAdd } from './boot-image/add.ts';
import { bootImageList } from './boot-image/list.ts';
import { bootImageRemove } from './boot-image/remove.ts';
import { bootImageSet } from './boot-image/set.ts';
import { bootImageShow } from './boot-image/show.ts';
import { bundleExport } from './bundle/export.ts';
import { bundleImport } from './bundle/import.ts';
import { categoryList } from './category/list.ts';
import { categorySet } from './category/set.ts';
import { configmgrSchedule } from './configmgr/schedule.ts';
import { contentAdd } from './content/add.ts';
import { contentClear } from './content/clear.ts';
import { contentList } from './content/list.ts';
import { contentSave } from './content/save.ts';
import { contentVerify } from './content/verify.ts';
import { distributionAdd } from './distribution/add.ts';
import { distributionList } from './distribution/list.ts';
import { distributionRemove } from './distribution/remove.ts';
import { distributionSend } from './distribution/send.ts';
import { distributionServe } from './distribution/serve.ts';
import { distributionSet } from './distribution/set.ts';
import { distributionShow } from './distribution/show.ts';
import { distributionStatus } from './distribution/status.ts';
import { environmentCheck } from './environment/check.ts';
import { imageAdd } from './image/add.ts';
import { imageAdvice } from './image/advice.ts';
import { imageCompare } from './image/compare.ts';
import { imageExport } from './image/export.ts';
import { imageFiles } from './image/files.ts';
import { imageInspect } from './image/inspect.ts';
import { imageInstalled } from './image/installed.ts';
import { imageList } from './image/list.ts';
import { imageRead } from './image/read.ts';
import { imageRefresh } from './image/refresh.ts';
import { imageRemove } from './image/remove.ts';
import { imageRestore } from './image/restore.ts';
import { imageSave } from './image/save.ts';
import { imageSet } from './image/set.ts';
import { imageShow } from './image/show.ts';
import { imageStatus } from './image/status.ts';
import { imageVerify } from './image/verify.ts';
import { imageVersions } from './image/versions.ts';
import { logShow } from './log/show.ts';
import { maintenanceList } from './maintenance/list.ts';
import { maintenanceRun } from './maintenance/run.ts';
import { mediaExport } from './media/export.ts';
import { mediaUpdateBootManager } from './media/update-boot-manager.ts';
import { notificationAdd } from './notification/add.ts';
import { notificationList } from './notification/list.ts';
import { notificationRemove } from './notification/remove.ts';
import { notificationSet } from './notification/set.ts';
import { notificationShow } from './notification/show.ts';
import { notificationTest } from './notification/test.ts';
import type { AnyOperation } from './operation.ts';
import { packageInspect } from './package/inspect.ts';
import { planExport } from './plan/export.ts';
import { planShow } from './plan/show.ts';
import { rehearsalImage } from './rehearsal/image.ts';
import { rehearsalPackage } from './rehearsal/package.ts';
import { releaseImport } from './release/import.ts';
import { releaseList } from './release/list.ts';
import { ruleAdd } from './rule/add.ts';
import { ruleEvaluate } from './rule/evaluate.ts';
import { ruleList } from './rule/list.ts';
import { ruleRemove } from './rule/remove.ts';
import { ruleSet } from './rule/set.ts';
import { ruleShow } from './rule/show.ts';
import { runList } from './run/list.ts';
import { runShow } from './run/show.ts';
import { runStart } from './run/start.ts';
import { runStop } from './run/stop.ts';
import { runWait } from './run/wait.ts';
import { scheduleAdd } from './schedule/add.ts';
import { scheduleClear } from './schedule/clear.ts';
import { scheduleConvert } from './schedule/convert.ts';
import { scheduleList } from './schedule/list.ts';
import { schedulePreview } from './schedule/preview.ts';
import { scheduleSet } from './schedule/set.ts';
import { scheduleShow } from './schedule/show.ts';
import { schemaShow } from './schema/show.ts';
import { servicingRepair } from './servicing/repair.ts';
import { siteSet } from './site/set.ts';
import { siteShow } from './site/show.ts';
import { sourceAdd } from './source/add.ts';
import { sourceList } from './source/list.ts';
import { sourceRemove } from './source/remove.ts';
import { sourceSet } from './source/set.ts';
import { sourceShow } from './source/show.ts';
import { sourceTest } from './source/test.ts';
import { syncList } from './sync/list.ts';
import { syncShow } from './sync/show.ts';
import { taskList } from './task/list.ts';
import { taskRegister } from './task/register.ts';
import { taskUnregister } from './task/unregister.ts';
import { trustShow } from './trust/show.ts';
import { updateClassify } from './update/classify.ts';
import { updateDecline } from './update/decline.ts';
import { updateImport } from './update/import.ts';
import { updateInstall } from './update/install.ts';
import { updateList } from './update/list.ts';
import { updateRecommend } from './update/recommend.ts';
import { updateSet } from './update/set.ts';
import { updateShow } from './update/show.ts';
import { updateSync } from './update/sync.ts';
import { upgradePackageAdd } from './upgrade-package/add.ts';
import { upgradePackageList } from './upgrade-package/list.ts';
import { upgradePackageRemove } from './upgrade-package/remove.ts';
import { upgradePackageSet } from './upgrade-package/set.ts';
import { upgradePackageShow } from './upgrade-package/show.ts';
import { workerRun } from './worker/run.ts';

const list = [
  siteShow,
  siteSet,
  distributionAdd,
  distributionList,
  distributionRemove,
  distributionSend,
  distributionServe,
  distributionSet,
  distributionShow,
  distributionStatus,
  environmentCheck,
  schemaShow,
  imageAdd,
  imageList,
  imageShow,
  imageSet,
  imageRemove,
  imageRefresh,
  imageInspect,
  imageInstalled,
  imageStatus,
  imageAdvice,
  imageFiles,
  imageRead,
  imageVerify,
  imageCompare,
  imageExport,
  imageVersions,
  imageRestore,
  imageSave,
  upgradePackageAdd,
  upgradePackageList,
  upgradePackageShow,
  upgradePackageSet,
  upgradePackageRemove,
  bootImageAdd,
  bootImageList,
  bootImageShow,
  bootImageSet,
  bootImageRemove,
  trustShow,
  mediaUpdateBootManager,
  mediaExport,
  sourceAdd,
  sourceList,
  sourceShow,
  sourceSet,
  sourceRemove,
  sourceTest,
  updateSync,
  syncList,
  syncShow,
  categoryList,
  categorySet,
  updateImport,
  updateInstall,
  updateList,
  updateShow,
  updateSet,
  updateDecline,
  updateClassify,
  updateRecommend,
  releaseImport,
  releaseList,
  ruleAdd,
  ruleList,
  ruleShow,
  ruleSet,
  ruleRemove,
  ruleEvaluate,
  packageInspect,
  contentAdd,
  contentSave,
  contentList,
  contentVerify,
  contentClear,
  bundleExport,
  bundleImport,
  configmgrSchedule,
  scheduleAdd,
  scheduleList,
  scheduleShow,
  scheduleSet,
  scheduleClear,
  schedulePreview,
  scheduleConvert,
  maintenanceRun,
  maintenanceList,
  taskRegister,
  taskUnregister,
  taskList,
  notificationAdd,
  notificationList,
  notificationShow,
  notificationSet,
  notificationRemove,
  notificationTest,
  planExport,
  planShow,
  runStart,
  runStop,
  runList,
  runShow,
  runWait,
  workerRun,
  servicingRepair,
  logShow,
  rehearsalImage,
  rehearsalPackage,
] as unknown as AnyOperation[];

export const operations: ReadonlyMap<string, AnyOperation> = new Map(list.map((each) => [each.name, each]));
