import type { WimFile } from '../formats/wim/types.ts';

const store = '\\Windows\\System32\\DriverStore\\FileRepository';

/** Names of the folders of a driver store, one a driver package: "net.inf_amd64_0123456789abcdef". */
export function driverPackages(wim: WimFile, index: number): string[] {
  const folder = wim.tree(index).find(store);
  return (folder?.children ?? []).filter(({ directory }) => directory).map(({ name }) => name);
}

/** Whether a driver package of this .inf is among them. */
export function holdsDriver(packages: readonly string[], infName: string): boolean {
  const start = `${infName.toLowerCase()}_`;
  return packages.some((name) => name.toLowerCase().startsWith(start));
}
