import type { PointWdsSettings } from '../../../contract/generated/types.ts';
import type { Script } from '../../../ports/power-shell/power-shell.ts';
import {
  type WdsGroup,
  type WdsStep,
  type WdsStored,
  wdsChange,
  wdsImages,
} from '../../../ports/power-shell/scripts/wds.ts';
import type { PointContext } from '../point.ts';
import { askPowerShell } from '../power-shell.ts';

const remedy =
  'Install the tools of Windows Deployment Services on this machine (Install-WindowsFeature WDS-AdminPack), run as an administrator of the server, and see whether it reaches the folder under the same name.';

/** The image group of a server, as its module works on it. */
export class WdsServer {
  readonly #settings: PointWdsSettings;
  readonly #context: PointContext;

  constructor(settings: PointWdsSettings, context: PointContext) {
    this.#settings = settings;
    this.#context = context;
  }

  get place(): string {
    const { server = 'localhost', imageGroup } = this.#settings;
    return `wds://${server}/${imageGroup}`;
  }

  images(): Promise<WdsStored[]> {
    return this.ask(wdsImages, {});
  }

  /** Takes the steps. Gives what a person should know: transmissions that were not ended. */
  async change(steps: readonly WdsStep[]): Promise<string[]> {
    if (steps.length === 0) return [];
    const unstopped = await this.ask(wdsChange, { steps });
    return unstopped.map(
      ({ imageName, why }) =>
        `the multicast transmission of ${imageName} was not ended: ${why.replace(/[.\s]*$/, '')}. Where it still runs, end it on the server (Set-WdsInstallImage -StopMulticastTransmission).`,
    );
  }

  ask<Value extends WdsGroup, Answer>(
    script: Script<Value, Answer>,
    value: Omit<Value, keyof WdsGroup>,
  ): Promise<Answer> {
    const { server = '', imageGroup: group } = this.#settings;
    return askPowerShell(this.#context, script, { ...value, server, group } as unknown as Value, remedy);
  }
}
