/** The live PowerShell, with modules that stand for those of the servers on its path. */
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPowerShell } from '../../src/ports/power-shell/index.ts';
import type { Requirement } from './requires.ts';

const stubs = fileURLToPath(new URL('../powershell/stubs/', import.meta.url));
const modules = process.env['PSModulePath'];

/** A PSModulePath with the stand-ins before everything else. */
export const stubModules = [stubs, ...(modules === undefined ? [] : [modules])].join(delimiter);

const found = await findPowerShell();
export const livePowerShell: Requirement = {
  available: found?.edition === 'Core',
  reason: 'no PowerShell 7 answers on this machine',
  path: found?.program ?? 'pwsh',
};
