/** Secrets by their names: of the environment, and of SecretManagement in a real PowerShell over a module that stands for it. */
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { secretOf } from '../../src/notification/secret.ts';
import { realPorts } from '../../src/ports/index.ts';
import { findPowerShell, powerShell, serverPowerShell } from '../../src/ports/power-shell/index.ts';
import { anyMissing, type Requirement, titled } from '../helpers/requires.ts';

const stubs = fileURLToPath(new URL('../powershell/stubs/', import.meta.url));
const modules = process.env['PSModulePath'];
process.env['PSModulePath'] = [stubs, ...(modules === undefined ? [] : [modules])].join(delimiter);
afterAll(() => {
  powerShell.end();
  serverPowerShell.end();
});

const found = await findPowerShell();
const live: Requirement = {
  available: found?.edition === 'Core',
  reason: 'no PowerShell 7 answers on this machine',
  path: found?.program ?? 'pwsh',
};
const ports = realPorts({ GOOD: 'a value', EMPTY: '' });

it('comes from a variable of the environment', async () => {
  expect(await secretOf({ environment: 'GOOD' }, ports)).toBe('a value');
});

it.each(['EMPTY', 'NOT_THERE'])('is not to be had from the variable %s', async (environment) => {
  await expect(secretOf({ environment }, ports)).rejects.toMatchObject({ id: 'ImgSecretUnavailable' });
});

describe.skipIf(anyMissing(live))(titled('SecretManagement', live), () => {
  it.each([
    [{ secret: "it's" }, 'found-in-usual'],
    [{ secret: "it's", vault: 'other' }, 'found-in-other'],
  ])('gives %o', async (name, value) => {
    expect(await secretOf(name, ports)).toBe(value);
  });

  it('has no such secret', async () => {
    await expect(secretOf({ secret: '$(exit)' }, ports)).rejects.toMatchObject({
      id: 'ImgSecretUnavailable',
      message: expect.stringContaining('$(exit)'),
    });
  });
});
