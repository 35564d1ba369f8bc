import { join } from 'node:path';
import type { PointCheck, PointWdsSettings } from '../../../contract/generated/types.ts';
import { Problem } from '../../../errors.ts';
import { type WdsImage, wdsExport, wdsImport } from '../../../ports/power-shell/scripts/wds.ts';
import { checked } from '../checked.ts';
import type { Content, DistributionPoint, PointContext, Sent } from '../point.ts';
import { imageFolder } from '../store/layout.ts';
import { openStore } from '../store/store.ts';
import { arrivingName, changeOver, retired, storedFile, type Wanted, wantedImages } from './names.ts';
import { offerAll } from './offer.ts';
import { wrongWith } from './proof.ts';
import { WdsServer } from './server.ts';

/**
 * The file is brought to the folder, and the server imports it from there under a name of its own. It gets the name that
 * clients know when all of it was exported again and compared; the version before is kept, disabled.
 */
export class WdsPoint implements DistributionPoint {
  readonly #settings: PointWdsSettings;
  readonly #context: PointContext;
  readonly #server: WdsServer;
  readonly #store: DistributionPoint;

  constructor(settings: PointWdsSettings, context: PointContext) {
    this.#settings = settings;
    this.#context = context;
    this.#server = new WdsServer(settings, context);
    this.#store = openStore(settings, context);
  }

  prepare(): Promise<void> {
    return this.#store.prepare();
  }

  async send(content: Content): Promise<Sent> {
    const wanted = this.#wanted(content);
    const brought = await this.#store.send(content);
    for (const each of wanted) await this.#arrived(content, each, brought.path);
    // All of it is there and proved: from here on clients see the new one.
    const about = (each: Wanted) => ({ ...content, wanted: each });
    const there = await this.#server.images();
    const changes = wanted.flatMap((each) => changeOver(there, about(each)));
    const warnings = [...brought.warnings, ...(await this.#server.change(changes))];
    const { keepPrevious = 1, multicast } = this.#settings;
    const then = await this.#server.images();
    const offered = await offerAll(this.#server, this.#context, { content, wanted, there: then, multicast });
    warnings.push(...offered.warnings);
    try {
      await this.#server.change(wanted.flatMap((each) => retired(then, about(each), { keepPrevious, changes })));
    } catch (error) {
      this.#context.signal.throwIfAborted();
      // It goes with the next send.
      warnings.push(`an earlier version was not removed: ${error instanceof Error ? error.message : String(error)}`);
    }
    const { transmission } = offered;
    return { ...brought, path: this.#server.place, warnings, ...(transmission === undefined ? {} : { transmission }) };
  }

  async damage(
    content: Pick<Content, 'imageId' | 'imageName' | 'sourceVersion' | 'sha256'>,
  ): Promise<string | undefined> {
    const wrong = await this.#store.damage(content);
    if (wrong !== undefined) return wrong;
    const start = `${content.imageId}-${content.sourceVersion}-`;
    const own = (await this.#server.images()).filter(({ fileName }) => fileName.startsWith(start));
    if (own.length === 0) return `${this.#server.place} does not have this version`;
    for (const image of own) {
      const index = Number(image.fileName.slice(start.length).replace(/\.wim$/, ''));
      const file = join(imageFolder(this.#settings.path, content.imageId), `${content.sourceVersion}.wim`);
      const different = await this.#wrong(content, { image, index, file });
      if (different !== undefined) return `${image.imageName} of ${this.#server.place}: ${different}`;
    }
    return undefined;
  }

  async rest(content: Content): Promise<void> {
    await this.#store.rest(content);
  }

  async test(): Promise<PointCheck[]> {
    const answers = async (): Promise<string> =>
      `The group has ${(await this.#server.images()).length} install images.`;
    return [...(await this.#store.test()), await checked(`ask ${this.#server.place}`, answers)];
  }

  #wanted({ imageName, indexes }: Content): Wanted[] {
    const wanted = wantedImages(indexes, this.#settings.images);
    if (wanted !== undefined && wanted.length > 0) return wanted;
    const names = indexes.map(({ name }) => JSON.stringify(name)).join(', ');
    const why = wanted === undefined ? 'two install images would have the same name' : 'none of its indexes is named';
    throw new Problem('ImgPointInvalid', {
      detail: `${this.#context.name}: of ${imageName} (${names}) ${why} in the setting \`images\`.`,
    });
  }

  /** Imports an index where it is not there, and proves what is there under a name that clients do not know. */
  async #arrived(content: Content, wanted: Wanted, path: string): Promise<void> {
    const { imageId, sourceVersion, sha256 } = content;
    const fileName = storedFile(imageId, sourceVersion, wanted.index);
    const known = (await this.#server.images()).find((image) => image.fileName === fileName);
    if (known?.imageName === wanted.name) return;
    const imageName = arrivingName(wanted.name, sourceVersion);
    if (known === undefined) {
      await this.#server.ask(wdsImport, {
        ...{ path, imageName: wanted.source, newImageName: imageName, newFileName: fileName },
        description: `${content.imageName}, version ${sourceVersion}, SHA-256 ${sha256}`,
        unattendFile: this.#settings.unattendFile ?? '',
      });
    }
    const image = known ?? { imageName, fileName };
    const wrong = await this.#wrong(content, { image, index: wanted.index, file: path });
    if (wrong === undefined) return;
    await this.#server.change([{ ...image, action: 'remove' }]);
    throw new Problem('ImgPointDamages', {
      detail: `${this.#context.name} (${this.#server.place}): what was imported of ${content.imageName}, index ${wanted.index}, is not what was published: ${wrong}. It was removed.`,
    });
  }

  async #wrong(
    { imageId }: Pick<Content, 'imageId'>,
    { image, index, file }: { image: WdsImage; index: number; file: string },
  ): Promise<string | undefined> {
    const { files } = this.#context.ports;
    const exported = join(imageFolder(this.#settings.path, imageId), 'proof.wim');
    try {
      files.remove(exported);
      await this.#server.ask(wdsExport, { ...image, destination: exported });
      if (files.facts(exported)?.kind !== 'file') return 'the server exported nothing';
      return await wrongWith(this.#context, { file, index, exported });
    } catch (error) {
      this.#context.signal.throwIfAborted();
      const isUnreadable = error instanceof Problem && /^Img(Image|File)/.test(error.id);
      if (!isUnreadable) throw error;
      return error.message;
    } finally {
      files.remove(exported);
    }
  }
}
