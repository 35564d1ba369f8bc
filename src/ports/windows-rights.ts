/**
 * Rights on Windows. Node knows nothing of access lists, and asking PowerShell takes a second, so what was proved once is
 * kept: which folder it was and its list as icacls prints it, in a folder that only administrators can reach. While both
 * are the same, nobody else can have changed anything inside since.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../errors.ts';
import { findProgram, thisPlace } from './find-program.ts';
import type { PowerShell } from './power-shell/power-shell.ts';
import { type AccessOf, type AccessRule, folderRights } from './power-shell/scripts/folder-rights.ts';
import { makeProtectedFolder } from './power-shell/scripts/make-folder.ts';
import type { Rights, Weakness } from './rights.ts';

/** The profile of SYSTEM: only administrators may even list it, and Windows makes it. */
function systemProfile(): string {
  return join(thisPlace.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'config', 'systemprofile');
}

export interface WindowsParts {
  powerShell: PowerShell;
  /** The access list of a folder as icacls prints it; undefined when it prints none. */
  accessList(folder: string): Promise<string | undefined>;
  /** Folder that only an elevated process can reach. */
  adminFolder: string;
}

export function windowsRights({ powerShell, accessList, adminFolder }: WindowsParts): Rights {
  const proofs = proofsIn(join(adminFolder, 'AppData', 'Local', 'ImgUpdate'));
  return {
    isElevated() {
      try {
        readdirSync(adminFolder);
        return true;
      } catch {
        return false;
      }
    },
    async makeFolder(path) {
      if (existsSync(path)) return;
      try {
        await powerShell.ask(makeProtectedFolder, { path });
      } catch (error) {
        // What the system said of the folder is an error of the folder.
        if (error instanceof Problem && error.id === 'ImgPowerShellFailed')
          throw new Error(error.message, { cause: error });
        throw error;
      }
    },
    async weaknesses(folder, inside) {
      const list = await accessList(folder);
      const proof = list === undefined ? undefined : fingerprint(folder, list);
      if (proof !== undefined && proofs.holds(proof)) return [];
      const real = realpathSync(folder);
      const own = [...new Set([folder, real])].flatMap((path) => [path, ...inside.map((name) => join(path, name))]);
      const above = [...new Set([...foldersAbove(folder), ...foldersAbove(real)])];
      const { me, found } = await powerShell.ask(folderRights, { paths: [...own, ...above] });
      const weak = found.flatMap((access) => weaknessesOf(access, { me, isAbove: above.includes(access.path) }));
      if (weak.length === 0 && proof !== undefined) proofs.add(proof);
      return weak;
    },
    mendingCommand(folder) {
      const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
      const all = quote(join(folder, '*'));
      return [
        `icacls ${quote(folder)} /setowner '*S-1-5-32-544' /T /C`,
        // What was granted to others goes with the reset; then nothing is inherited any more.
        `icacls ${quote(folder)} /reset`,
        `icacls ${quote(folder)} /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F'`,
        `icacls ${all} /reset /T /C`,
      ].join('; ');
    },
  };
}

export function realWindowsParts(powerShell: PowerShell): WindowsParts {
  return { powerShell, accessList: listOf, adminFolder: systemProfile() };
}

/** SYSTEM, Administrators, TrustedInstaller. */
const administrators = new Set([
  'S-1-5-18',
  'S-1-5-32-544',
  'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
]);
/** Domain Admins and Enterprise Admins of any domain: accounts that people make have numbers from 1000. */
const domainAdministrators = /^S-1-5-21(-\d+){3}-(512|519)$/;
/** CREATOR OWNER stands for whoever makes something inside, OWNER RIGHTS for the owner: both are looked at as such. */
const owners = new Set(['S-1-3-0', 'S-1-3-4']);

const generic = 0x1000_0000 | 0x4000_0000;
/** DELETE, WRITE_DAC, WRITE_OWNER and FILE_DELETE_CHILD: enough to put something else into the place of an entry. */
const replaces = 0x0001_0000 | 0x0004_0000 | 0x0008_0000 | 0x40;
/** The same, and to write data, add files and folders, write extended attributes. */
const writes = replaces | 0x2 | 0x4 | 0x10;

/** What is weak about one file or folder. The account `me` is elevated, so it is an administrator's. */
export function weaknessesOf(
  { path, owner, rules }: AccessOf,
  { me, isAbove }: { me: string; isAbove: boolean },
): Weakness[] {
  const isTrusted = (sid: string): boolean => sid === me || administrators.has(sid) || domainAdministrators.test(sid);
  const bits = generic | (isAbove ? replaces : writes);
  const isWeak = ({ sid, mask, allows, inheritOnly }: AccessRule): boolean => {
    if (!allows || (mask & bits) === 0 || isTrusted(sid) || owners.has(sid)) return false;
    // What is made in a folder on the way is not what is made in ours.
    return !(inheritOnly && isAbove);
  };
  const others = [...new Set(rules.filter(isWeak).map(({ sid }) => sid))];
  return [
    ...(isTrusted(owner) ? [] : [{ path, what: `belongs to ${owner}`, isAbove }]),
    ...others.map((sid) => ({ path, what: `may be ${isAbove ? 'replaced' : 'written'} by ${sid}`, isAbove })),
  ];
}

function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}

/** Which folder it is, by its id and the time it was made, and its list. */
function fingerprint(folder: string, list: string): string {
  const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true });
  return createHash('sha256').update([folder, dev, ino, birthtimeNs, list].join('\0')).digest('hex');
}

async function listOf(folder: string): Promise<string | undefined> {
  const { execFile } = await import('node:child_process');
  return new Promise((resolve) => {
    const options = { encoding: 'latin1', windowsHide: true, timeout: 10_000 } as const;
    execFile(findProgram('icacls.exe', thisPlace), [folder], options, (error, stdout) =>
      resolve(error === null && stdout.trim() !== '' ? stdout : undefined),
    );
  });
}

/** The proofs of this machine, the newest last. Losing some costs a question to PowerShell, nothing else. */
function proofsIn(folder: string): { holds(proof: string): boolean; add(proof: string): void } {
  const file = join(folder, 'proved-sites.json');
  const read = (): string[] => {
    try {
      const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
    } catch {
      return [];
    }
  };
  return {
    holds: (proof) => read().includes(proof),
    add(proof) {
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, JSON.stringify([...read().slice(-99), proof]));
      } catch {
        // The next engine asks again.
      }
    },
  };
}
