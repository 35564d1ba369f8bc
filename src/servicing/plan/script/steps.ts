import type { PlanStep } from '../../../contract/generated/types.ts';
import { Problem } from '../../../errors.ts';
import type { Assignment } from '../assign.ts';
import { isIncompletePe } from '../incomplete-pe.ts';
import { type PlanFeatureSource, wantedDrivers } from '../input.ts';
import { stageOf } from '../stage.ts';
import { changesMedia, packageOf, type ScriptFacts, type ScriptFile, scriptPlace, type Write } from './facts.ts';
import { literal } from './literal.ts';
import { copyBoot, expandSetup, publishMedia, takeBootManagers, takeSetup, updateBootManager } from './media.ts';
import { putRecovery, takeRecovery } from './recovery.ts';

/** The lines of each kind of step. A kind that is not here cannot be done by hand in this way. */
const writers: Readonly<Record<string, Write>> = {
  check: (_step, { image, packages }) => [
    'Confirm-File -Path $Image -Sha256 '.concat(literal(image.sha256)),
    ...filesOf(packages).map(({ path, sha256 }) => `Confirm-File -Path ${literal(path)} -Sha256 ${literal(sha256)}`),
  ],
  copy: ({ bootImage }, facts) =>
    bootImage === true
      ? copyBoot(facts)
      : [
          '$null = New-Item -ItemType Directory -Path $WorkFolder, $scratch',
          'Copy-Item -LiteralPath $Image -Destination $copy',
          '(Get-Item -LiteralPath $copy).IsReadOnly = $false',
        ],
  'take-recovery': takeRecovery,
  'put-recovery': putRecovery,
  'expand-setup': expandSetup,
  'take-setup': takeSetup,
  'take-boot-managers': takeBootManagers,
  'update-boot-manager': updateBootManager,
  'take-features': ({ target }) => [
    `$disc = Mount-DiskImage -ImagePath ${literal(target)} -Access ReadOnly -PassThru`,
    '$discs += $disc.ImagePath',
    `$root[${literal(target)}] = ($disc | Get-Volume).DriveLetter + ':\\'`,
  ],
  'add-language': ({ index, language, id }, { plan }) => {
    const additions = plan.assignments.find((each) => each.index === index)?.additions;
    const pack = additions?.languages.find((each) => each.language === language);
    const source = plan.featureSources.find(({ number }) => number === pack?.source);
    if (pack === undefined || source === undefined) {
      throw new Problem('ImgUnexpected', { detail: `No language pack is known for step ${id}.` });
    }
    return [
      `$null = Add-WindowsPackage -Path $mount -PackagePath ${inSource(source, pack.file)} -ScratchDirectory $scratch`,
    ];
  },
  'add-capability': ({ capability = '' }, { plan }) => {
    const folders = plan.featureSources.flatMap((source) => source.folders.map((folder) => inSource(source, folder)));
    return [
      `$null = Add-WindowsCapability -Path $mount -Name ${literal(capability)} -Source ${folders.join(', ')} -LimitAccess -ScratchDirectory $scratch`,
    ];
  },
  'enable-feature': ({ feature = '' }, { plan: { featureSource } }) => {
    const source = featureSource === null ? '' : ` -Source ${literal(featureSource)}`;
    return [
      `$null = Enable-WindowsOptionalFeature -Path $mount -FeatureName ${literal(feature)} -All${source} -LimitAccess -ScratchDirectory $scratch`,
    ];
  },
  mount: (step) => {
    const { image, mount, index } = scriptPlace(step);
    return [
      `$mount = Join-Path -Path $WorkFolder -ChildPath '${mount}'`,
      '$null = New-Item -ItemType Directory -Path $mount',
      `$null = Mount-WindowsImage -ImagePath ${image} -Index ${index} -Path $mount -ScratchDirectory $scratch`,
    ];
  },
  'add-update': (step, facts) => {
    const [target, ...beside] = packageOf(step, facts);
    const add = adding(step, facts);
    if (beside.length === 0) return [add(literal(target.path))];
    return [
      '# The checkpoints lie beside the update; only the update is named.',
      `$together = Join-Path -Path $WorkFolder -ChildPath ${literal(step.id)}`,
      '$null = New-Item -ItemType Directory -Path $together',
      ...[target, ...beside].map(({ path }) => `Copy-Item -LiteralPath ${literal(path)} -Destination $together`),
      add(`(Join-Path -Path $together -ChildPath (Split-Path -Leaf -Path ${literal(target.path)}))`),
    ];
  },
  'clean-up': ({ recovery, bootImage }, { plan }) => {
    const defer = recovery !== undefined || bootImage === true || plan.isBootImage ? ' -Defer' : '';
    return [
      `$null = Repair-WindowsImage -Path $mount -StartComponentCleanup -ResetBase${defer} -ScratchDirectory $scratch`,
    ];
  },
  'add-drivers': (_step, { plan: { drivers } }) => {
    const force = drivers?.forceUnsigned === true ? ' -ForceUnsigned' : '';
    const paths = drivers === null ? [] : wantedDrivers(drivers);
    return paths.map((path) => `$null = Add-WindowsDriver -Path $mount -Driver ${literal(path)}${force}`);
  },
  unmount: () => ['$null = Dismount-WindowsImage -Path $mount -Save', '$mount = $null'],
  export: (step, { plan: { imageIndexes, boot, recovery } }) => {
    const { image } = scriptPlace(step);
    const own = recovery.find(({ number }) => number === step.recovery);
    const indexes =
      step.bootImage === true
        ? (boot?.indexes ?? []).map(({ index }) => index)
        : own === undefined
          ? imageIndexes
          : Array.from({ length: own.indexes }, (_, at) => at + 1);
    return [
      ...indexes.map(
        (index) =>
          `$null = Export-WindowsImage -SourceImagePath ${image} -SourceIndex ${index} -DestinationImagePath $exported -CompressionType Max`,
      ),
      `Move-Item -LiteralPath $exported -Destination ${image} -Force`,
    ];
  },
  verify: (_step, { plan }) => [
    ...plan.assignments.flatMap((each) => confirming(each, '', plan.isBootImage)),
    ...(plan.boot?.assignments ?? []).flatMap((each) => confirming(each, ' -ImagePath $boot', true)),
  ],
  publish: (_step, facts) => [
    ...(changesMedia(facts.plan) ? publishMedia(facts) : []),
    '# Beside the image first, then in one step; the file before is kept.',
    'Copy-Item -LiteralPath $copy -Destination "$Image.new"',
    '[System.IO.File]::Replace("$Image.new", $Image, $kept)',
    'Remove-WorkFolder',
  ],
  distribute: ({ target }) => [
    '# Only a site knows what lies there: have it look at the image, then send it.',
    `Write-Warning -Message ${literal(`Not sent by this script: ${target}. Run Get-ImgImage -Reload, then Update-ImgDistributionPoint.`)}`,
  ],
};

/** How a package is added: a Windows PE may stop after the servicing stack of an update, and nothing else may. */
function adding(
  { recovery, bootImage, uniqueId, index = 1 }: PlanStep,
  { plan }: ScriptFacts,
): (path: string) => string {
  const { stackFrom } = plan.recovery.find(({ number }) => number === recovery) ?? {};
  const isPartial = stackFrom?.uniqueId === uniqueId && stageOf(stackFrom?.kind ?? '') === 'cumulative';
  if (isPartial) return (path) => `Add-ToWindowsPE -Package ${path} -StackAlone`;
  if (bootImage === true || (plan.isBootImage && recovery === undefined)) {
    const assignments = bootImage === true ? (plan.boot?.assignments ?? []) : plan.assignments;
    const mayStay = assignments.some((each) => each.index === index && isIncompletePe(each.revision));
    return (path) => `Add-ToWindowsPE -Package ${path}${mayStay ? ` -MayStay ${index}` : ''}`;
  }
  return (path) => `$null = Add-WindowsPackage -Path $mount -PackagePath ${path} -ScratchDirectory $scratch`;
}

/** The line that looks at the revision of an index that gets a cumulative update; of a Windows PE that may keep what it has only then. */
function confirming({ index, revision: before, updates }: Assignment, where: string, isPe: boolean): string[] {
  const cumulative = updates.find(({ kind }) => stageOf(kind) === 'cumulative');
  const revision = cumulative?.revision?.split('.')[1];
  if (revision === undefined) return [];
  const line = `Confirm-Revision${where} -Index ${index} -Revision ${Number(revision)}`;
  return [isPe && isIncompletePe(before) ? `if ($stayed -notcontains ${index}) { ${line} }` : line];
}

/** A path in a source of languages and features: a literal, or below the letter that its disc got. */
function inSource({ path, isDisc }: PlanFeatureSource, inside: string): string {
  const parts = inside.split('/').filter((part) => part !== '');
  const root = isDisc ? `$root[${literal(path)}]` : literal(path);
  return parts.length === 0 ? root : `(Join-Path -Path ${root} -ChildPath ${literal(parts.join('\\'))})`;
}

/** The lines of PowerShell that do a step. Throws Problem ImgUnexpected for a kind that has none. */
export function linesOf(step: PlanStep, facts: ScriptFacts): string[] {
  const write = writers[step.kind];
  if (write === undefined) {
    throw new Problem('ImgUnexpected', { detail: `A step of the kind ${step.kind} cannot be written as a script.` });
  }
  return write(step, facts);
}

function filesOf(packages: ScriptFacts['packages']): ScriptFile[] {
  return [...new Map([...packages.values()].flat().map((file) => [file.path, file])).values()];
}
