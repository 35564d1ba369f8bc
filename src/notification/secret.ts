/**
 * A secret by its name: an environment variable of this process, or a secret of PowerShell SecretManagement. Its value
 * lives as long as the message is being sent; it is stored and logged nowhere.
 */
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { PowerShell } from '../ports/power-shell/power-shell.ts';
import { readSecret } from '../ports/power-shell/scripts/read-secret.ts';
import { invalidSetting } from './setting-checks.ts';

export interface SecretName {
  environment?: string;
  secret?: string;
  vault?: string;
}

/** Exactly one place is named. Throws Problem ImgNotificationInvalid. */
export function checkSecret(member: string, name: SecretName | undefined): void {
  if (name === undefined) return;
  if ((name.environment === undefined) === (name.secret === undefined))
    throw invalidSetting(member, 'names either an environment variable or a secret');
  if (name.vault !== undefined && name.secret === undefined)
    throw invalidSetting(member, 'names a vault and no secret');
}

/** Throws Problem ImgSecretUnavailable, and those of PowerShell. */
export async function secretOf(name: SecretName, { env, shell, serverShell }: Ports): Promise<string> {
  if (name.environment !== undefined) {
    const value = env[name.environment];
    if (value !== undefined && value !== '') return value;
    throw unavailable(`The environment variable ${name.environment} is not set for ${processName}.`);
  }
  const wanted = { name: name.secret ?? '', vault: name.vault ?? '' };
  // The module may be installed for one of the two PowerShells of Windows alone.
  for (const each of new Set<PowerShell>([shell, serverShell])) {
    const answer = await each.ask(readSecret, wanted);
    if (answer.state === 'found') return answer.value;
    if (answer.state === 'missing')
      throw unavailable(`SecretManagement has no secret ${JSON.stringify(wanted.name)} for this account.`);
  }
  throw unavailable('PowerShell has no module Microsoft.PowerShell.SecretManagement here.');
}

const processName = 'the process that sends';

function unavailable(detail: string): Problem {
  return new Problem('ImgSecretUnavailable', { detail });
}
