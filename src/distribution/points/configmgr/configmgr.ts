import { isAbsolute } from 'node:path';
import type { PointCheck, PointConfigmgrSettings, SiteReport } from '../../../contract/generated/types.ts';
import { Problem } from '../../../errors.ts';
import type { Script } from '../../../ports/power-shell/power-shell.ts';
import {
  type CmContent,
  type CmContentWish,
  cmContent,
  cmUpdateContent,
} from '../../../ports/power-shell/scripts/cm-content.ts';
import { checked } from '../checked.ts';
import type { Content, DistributionPoint, PointContext, Sent } from '../point.ts';
import { askPowerShell } from '../power-shell.ts';
import { openStore } from '../store/store.ts';

const remedy =
  'Install the console of Configuration Manager on this machine, and run as an administrative user of the site.';

/**
 * With a folder, the published file is brought there first, as to any folder; without one the source of the package is the
 * registered file itself. The site is told to fetch only when its source is the published version, byte for byte.
 */
export class ConfigmgrPoint implements DistributionPoint {
  readonly #settings: PointConfigmgrSettings;
  readonly #context: PointContext;
  readonly #store: DistributionPoint | undefined;

  constructor(settings: PointConfigmgrSettings, context: PointContext) {
    this.#settings = settings;
    this.#context = context;
    const { path } = settings;
    this.#store = path === undefined ? undefined : openStore({ ...settings, path }, context);
  }

  async prepare(): Promise<void> {
    await this.#store?.prepare();
  }

  async send(content: Content): Promise<Sent> {
    const brought = await this.#store?.send(content);
    const found = await this.#found(content);
    const where = `${this.#context.name}: the site ${this.#settings.siteCode}`;
    if (found.targeted === 0) {
      throw new Problem('ImgPointInvalid', {
        detail: `${where} has ${found.packageId} on no distribution point, so there is none to update.`,
        remedy: 'Distribute the package once in Configuration Manager (Start-CMContentDistribution), then send again.',
      });
    }
    if (!(await this.#isSource(found.source, content))) {
      throw new Problem('ImgPointInvalid', {
        detail: `${where} takes ${found.packageId} from ${found.source}, which is not version ${content.sourceVersion} of ${content.imageName} (${brought?.path ?? content.file}).`,
        remedy:
          'Let the package use that file; or give the distribution point the folder of the source of the package (`path`).',
      });
    }
    const told = (await this.#ask(cmUpdateContent, found.packageId)) ?? found;
    const report = this.#reportOf(told, found.packageVersion + 1);
    return brought === undefined
      ? { method: 'told', bytesSent: 0, bytesReused: content.size, path: found.source, warnings: [], report }
      : { ...brought, path: found.source, report };
  }

  async report(before: SiteReport): Promise<SiteReport> {
    const content = await this.#ask(cmContent, before.packageId);
    if (content === null) {
      throw new Problem('ImgPointInvalid', {
        detail: `${this.#context.name}: the site ${this.#settings.siteCode} does not have ${before.packageId} any more.`,
      });
    }
    return this.#reportOf(content, before.awaitedVersion);
  }

  async damage(
    content: Pick<Content, 'imageId' | 'imageName' | 'sourceVersion' | 'sha256'>,
  ): Promise<string | undefined> {
    const wrong = await this.#store?.damage(content);
    if (wrong !== undefined) return wrong;
    const { source, packageId } = await this.#found(content);
    return (await this.#isSource(source, content)) ? undefined : `the source of ${packageId} (${source}) was changed`;
  }

  async rest(content: Content): Promise<void> {
    await this.#store?.rest(content);
  }

  async test(): Promise<PointCheck[]> {
    const { siteCode, siteServer } = this.#settings;
    const what = `ask the site ${siteCode} on ${siteServer}`;
    const answers = async (): Promise<string> => {
      // A package id that no site has.
      await this.#ask(cmContent, '00000000');
      return 'It answers.';
    };
    return [...((await this.#store?.test()) ?? []), await checked(what, answers)];
  }

  async #found({ imageId, imageName }: Pick<Content, 'imageId' | 'imageName'>): Promise<CmContent> {
    const { packages = {}, siteCode } = this.#settings;
    const named = Object.entries(packages).find(
      ([name]) => name === imageId || name.toLowerCase() === imageName.toLowerCase(),
    );
    const target = named?.[1] ?? imageName;
    const found = await this.#ask(cmContent, target);
    if (found !== null) return found;
    throw new Problem('ImgPointInvalid', {
      detail: `${this.#context.name}: the site ${siteCode} has no operating system image with the name or package id ${JSON.stringify(target)}.`,
      remedy: 'Name it in the setting `packages`: the name of the image here, and its package id there.',
    });
  }

  async #isSource(source: string, { size, sha256 }: { size?: number; sha256: string }): Promise<boolean> {
    const { ports, signal } = this.#context;
    const facts = isAbsolute(source) ? ports.files.facts(source) : undefined;
    if (facts?.kind !== 'file' || (size !== undefined && facts.size !== size)) return false;
    return (await ports.files.digest(source, ['sha256'], { signal })).sha256 === sha256;
  }

  #reportOf(content: CmContent, awaitedVersion: number): SiteReport {
    const { packageId, sourceVersion, targeted, failed, lastUpdate } = content;
    const { numberSuccess, numberInProgress, numberErrors, numberUnknown } = content;
    return {
      ...{ packageId, awaitedVersion, sourceVersion, targeted },
      ...{ numberSuccess, numberInProgress, numberErrors, numberUnknown, failed },
      lastUpdateDate: lastUpdate === '' ? null : lastUpdate,
      asked: this.#context.ports.clock.now().toISOString(),
    };
  }

  #ask(script: Script<CmContentWish, CmContent | null>, target: string): Promise<CmContent | null> {
    const { siteCode, siteServer } = this.#settings;
    return askPowerShell(this.#context, script, { siteCode, siteServer, target }, remedy);
  }
}
