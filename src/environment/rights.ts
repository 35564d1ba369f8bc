import { type EnvironmentCheck, ok, type Surroundings, warning } from './surroundings.ts';

/** DISM mounts images for administrators only; the emulator needs no rights. */
export function examineElevation({ facts, elevated, platform }: Surroundings): EnvironmentCheck[] {
  const isReal = 'tool' in facts ? facts.tool.isReal : platform === 'win32';
  if (!isReal) return [ok('Elevation', 'The emulator, which services images here, needs no rights.')];
  if (elevated) return [ok('Elevation', 'This session is elevated: images can be serviced.')];
  const remedy = 'To service, start again from an elevated prompt. Reading and choosing work without.';
  return [warning('Elevation', 'This session is not elevated: images can be read, not serviced.', remedy)];
}
