import type { UpdateInstallRequest, UpdateInstallResult } from '../../contract/generated/types.ts';
import { updateInstall as validate } from '../../contract/generated/validators/update.install.js';
import type { StepContext, StepWish } from '../../deployment/run-step.ts';
import { defaultTimers } from '../../deployment/step/timers.ts';
import { Problem } from '../../errors.ts';
import type { Operation } from '../operation.ts';

export const updateInstall: Operation<UpdateInstallRequest, UpdateInstallResult> = {
  name: 'update.install',
  validate,
  async run(request, { site, ports, emit, signal, dryRun }) {
    if (process.platform !== 'win32') {
      throw new Problem('ImgWindowsRequired', {
        detail: 'Updates are installed through the Windows Update Agent, which this system does not have.',
      });
    }
    if (!dryRun && !ports.rights.isElevated()) {
      throw new Problem('ImgElevationRequired', { detail: 'Only an elevated session may install updates.' });
    }
    const { runStep, scanOnly } = await import('../../deployment/run-step.ts');
    const context: StepContext = {
      ...{ database: (await site()).database, ports, signal },
      tell: (message, progress) =>
        emit({
          ...{ level: 'info', type: progress === undefined ? 'install.phase' : 'install.progress', message },
          ...(progress === undefined ? {} : { progress }),
        }),
    };
    const wish = wishOf(request);
    if (dryRun) {
      const updates = await scanOnly(context, wish);
      const count = updates.filter(({ status }) => status === 'Available').length;
      const detail = `${count} of ${updates.length} updates would be installed.`;
      return { result: { status: 'Scanned', reasonCode: null, detail, rounds: 0, updates, applied: false } };
    }
    const outcome = await runStep(context, wish);
    const reasonCode = outcome.reasonCode as UpdateInstallResult['reasonCode'];
    return { result: { ...outcome, reasonCode, applied: true }, partial: outcome.status === 'Failed' };
  },
};

function wishOf(request: UpdateInstallRequest): StepWish {
  return {
    target: request.target ?? 'All',
    cachedScan: request.cachedScan ?? true,
    acceptLicenseTerms: request.acceptLicenseTerms ?? false,
    restart: request.restart ?? false,
    timers: {
      scan: request.scanTimeout ?? defaultTimers.scan,
      locationRequest: request.locationTimeout ?? defaultTimers.locationRequest,
      contentDownload: request.downloadTimeout ?? defaultTimers.contentDownload,
      inactiveDistributionPoint: request.inactivePointTimeout ?? defaultTimers.inactiveDistributionPoint,
      installInactivity: request.inactivityTimeout ?? defaultTimers.installInactivity,
      secondRestart: request.secondRestartWait ?? defaultTimers.secondRestart,
      restartRetries: request.retryCount ?? defaultTimers.restartRetries,
      maximumRounds: request.maximumRounds ?? defaultTimers.maximumRounds,
    },
  };
}
