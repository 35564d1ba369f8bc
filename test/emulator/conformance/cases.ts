/**
 * The captures that are complete, each with the state of its machine. To add one: an entry here; what is not complete goes
 * into `incomplete.ts` with the reason.
 */
import type { Fault } from '../../../src/emulator/faults.ts';
import { barsOf } from './capture.ts';
import type { CapturedMachine, MachineFacts } from './machine.ts';
import {
  damageStore,
  driver,
  folder,
  image,
  imageWithFacts,
  installedPackages,
  packageCabinet,
  removeFile,
  xmlTime,
} from './states.ts';

export interface Case {
  /** bytes: compared as they are; screen: copied off a console, compared as a console shows them. */
  compare: 'bytes' | 'screen';
  machine: MachineFacts;
  /** Brings the machine into the state before the first command. */
  prepare?(machine: CapturedMachine, capture: string): void;
  /** Where the capture goes on with something else than what the tool printed. */
  endsBefore?: string;
  /** Arguments of the commands, where the capture does not show them. */
  args?: string[][];
}

/** What the tool was given before the captured command; it must succeed. */
function done(machine: CapturedMachine, ...args: string[]): void {
  const output = machine.dism(...args);
  if (!output.includes('completed successfully')) throw new Error(`${args.join(' ')}\n${output}`);
}

/** A Windows in a folder. */
function applied(machine: CapturedMachine, imageFile: string, to: string): void {
  folder(machine.path(to));
  done(machine, '/Apply-Image', `/ImageFile:${imageFile}`, '/Index:1', `/ApplyDir:${to}`);
}

/** Draws the bars that the captured machine drew. */
function drawn(command: string, capture: string): Fault {
  return { command, do: 'bars', bars: barsOf(capture) };
}

/** Names and sizes of a captured list, as facts of an image file. */
function listed(capture: string): { name: string; bytes: number }[] {
  return [...capture.matchAll(/^Name : (.*)\n.*\nSize : ([\d,]+) bytes$/gm)].map(([, name = '', size = '']) => ({
    name,
    bytes: Number(size.replaceAll(',', '')),
  }));
}

/** The same package in two captures: what was read from a cabinet of a feature on demand. */
const capability: Case = {
  compare: 'screen',
  machine: { version: '10.0.26100.5074', online: 'W:\\image' },
  prepare(machine) {
    image(machine.path('C:\\install.wim'), { build: 26200, revision: 8037 });
    applied(machine, 'C:\\install.wim', 'W:\\image');
    const named = { name: 'Microsoft-Windows-InternetExplorer-Optional-Package', version: '11.0.26100.1' };
    packageCabinet(machine.path('C:\\ie.cab'), named, 26100, {
      installationType: 'Client',
      manifest: {
        copyright: 'Copyright (c) Microsoft Corporation. All Rights Reserved',
        company: '',
        creationTimeStamp: '',
        description: 'Enables Internet Explorer mode functionality in Microsoft Edge.',
        displayName: 'Internet Explorer mode',
        releaseType: 'OnDemand Pack',
        restart: 'required',
        supportInformation: 'http://support.microsoft.com/?kbid=777777',
        capabilities: ['Browser.InternetExplorer~~~~0.0.11.0'],
        custom: { 'mum2:FodInformation\\Id': '27' },
        features: [{ name: 'Internet-Explorer-Optional-amd64', displayName: '' }],
      },
    });
  },
  args: [['/English', '/Online', '/Get-PackageInfo', '/PackagePath:C:\\ie.cab']],
};

const boot = { name: 'Microsoft Windows Setup', edition: 'WindowsPE', installationType: 'WindowsPE' };

export const cases: Record<string, Case> = {
  'dism-transcripts/error-740-bytes.txt': {
    compare: 'bytes',
    machine: { version: '10.0.26100.5074' },
    prepare: (machine) => machine.plan({ command: '*', do: 'not-elevated' }),
    args: [['/Get-MountedImageInfo']],
  },
  'dism-transcripts/add-package-progress-piped-10.0.26100.8521.bytes.txt': {
    compare: 'bytes',
    machine: { version: '10.0.26100.8521' },
    prepare(machine, capture) {
      image(machine.path('C:\\winpe.wim'), { ...boot, revision: 1 });
      applied(machine, 'C:\\winpe.wim', 'C:\\mount');
      packageCabinet(
        machine.path('C:\\WinPE-NetFx.cab'),
        { name: 'WinPE-NetFx-Package', version: '10.0.26100.1' },
        26100,
      );
      machine.plan(drawn('Add-Package', capture));
    },
    args: [['/Image:C:\\mount', '/Add-Package', '/PackagePath:C:\\WinPE-NetFx.cab']],
  },
  'dism-transcripts/apply-image-progress-piped-10.0.26100.8521.bytes.txt': {
    compare: 'bytes',
    machine: { version: '10.0.26100.8521' },
    prepare(machine, capture) {
      image(machine.path('C:\\winpe.wim'), boot);
      machine.plan(drawn('Apply-Image', capture));
      folder(machine.path('C:\\applied'));
    },
    args: [['/Apply-Image', '/ImageFile:C:\\winpe.wim', '/Index:1', '/ApplyDir:C:\\applied']],
  },
  'dism-transcripts/scanhealth-offline-progress-piped-10.0.26100.8521.bytes.txt': {
    compare: 'bytes',
    machine: { version: '10.0.26100.8521' },
    prepare(machine, capture) {
      image(machine.path('C:\\install.wim'), { revision: 8655 });
      applied(machine, 'C:\\install.wim', 'C:\\image');
      damageStore(machine.path('C:\\image'));
      machine.plan(drawn('Cleanup-Image', capture));
    },
    args: [['/Image:C:\\image', '/Cleanup-Image', '/ScanHealth']],
  },
  'dism-output/dism-online-get-packageinfo-ie-optional.txt': capability,
  'dism-transcripts/get-packageinfo-path-10.0.26100.5074.txt': capability,
  'dism-transcripts/remove-package-0x800f0805-dism-failed.txt': {
    compare: 'screen',
    machine: { version: '10.0.26100.5074', log: 'C:\\WINDOWS\\Logs\\DISM\\dism.log' },
    prepare(machine) {
      image(machine.path('C:\\install.wim'), { build: 26200, revision: 6584 });
      applied(machine, 'C:\\install.wim', 'C:\\scratch');
    },
    args: [
      [
        '/Image:C:\\scratch',
        '/Remove-Package',
        '/PackageName:Microsoft-Windows-InternetExplorer-Optional-Package~31bf3856ad364e35~amd64~~11.0.26100.1',
      ],
    ],
  },
  'dism-transcripts/restorehealth-0x800f081f-10.0.14393.txt': {
    compare: 'screen',
    endsBefore: '--- dism.log ---',
    machine: { version: '10.0.14393.4169', online: 'W:\\image' },
    prepare(machine, capture) {
      image(machine.path('C:\\install.wim'), { build: 14393, revision: 4169 });
      applied(machine, 'C:\\install.wim', 'W:\\image');
      damageStore(machine.path('W:\\image'));
      machine.plan(drawn('Cleanup-Image', capture));
    },
    args: [['/Online', '/Cleanup-Image', '/RestoreHealth']],
  },
  'dism-transcripts/restorehealth-interrupted-3017.txt': {
    compare: 'screen',
    machine: { version: '10.0.26100.1150', online: 'W:\\image' },
    prepare(machine, capture) {
      image(machine.path('C:\\install.wim'), { revision: 4061 });
      applied(machine, 'C:\\install.wim', 'W:\\image');
      const interrupted = { command: 'Cleanup-Image', do: 'fail', code: 3017, atPercent: 60 } as const;
      machine.plan(drawn('Cleanup-Image', capture), interrupted);
    },
  },
  'dism-transcripts/export-image-recovery-crash-at-3pct.txt': {
    compare: 'screen',
    machine: { version: '10.0.17763.1' },
    prepare(machine, capture) {
      image(machine.path('I:\\WIN10\\NT100.WIM'), {});
      folder(machine.path('D:\\WORK'));
      machine.plan(drawn('Export-Image', capture), { command: 'Export-Image', do: 'crash', atPercent: 3 });
    },
  },
  'dism-transcripts/unmount-0xc1420117-zh-CN.txt': {
    compare: 'screen',
    machine: { version: '10.0.19041.844', culture: 'zh-CN' },
    prepare(machine) {
      const file = 'G:\\budingzhenghe\\X64\\ISO\\sources\\install.wim';
      image(machine.path(file), {});
      folder(machine.path('G:\\mount'));
      done(machine, '/English', '/Mount-Image', `/ImageFile:${file}`, '/Index:1', '/MountDir:G:\\mount');
      machine.plan({ command: 'Unmount-Image', do: 'fail', code: '0xc1420117', atPercent: 100 });
    },
    args: [['/Unmount-Image', '/MountDir:G:\\mount', '/Discard']],
  },
  'dism-output/dism-online-get-packages.txt': {
    compare: 'screen',
    machine: { version: '10.0.26100.5074', online: 'W:\\image' },
    prepare(machine, capture) {
      image(machine.path('C:\\install.wim'), { build: 26200, revision: 8037 });
      applied(machine, 'C:\\install.wim', 'W:\\image');
      installedPackages(machine.path('W:\\image'), capture);
    },
    args: [['/English', '/Online', '/Get-Packages', '/Format:List']],
  },
  'dism-transcripts/add-driver-and-unmount-commit-10.0.16299.txt': {
    compare: 'screen',
    machine: { version: '10.0.16299.15' },
    prepare(machine) {
      const old = { ...boot, version: '6.3', build: 9600, revision: 16384 } as const;
      image(machine.path('C:\\Temp\\boot.wim'), old, old);
      folder(machine.path('C:\\Temp\\Mount'));
      for (const name of ['pvscsi', 'vmxnet3']) {
        for (const system of ['Vista', 'Win8']) {
          driver(machine.path(`C:\\Temp\\Drivers\\${name}\\${system}\\${name}.inf`));
        }
      }
    },
  },
  'dism-transcripts/add-package-0x800f081e-10.0.19041.txt': {
    compare: 'screen',
    machine: { version: '10.0.19041.3636' },
    prepare(machine) {
      image(machine.path('C:\\boot.wim'), { ...boot, build: 22621, revision: 3447 });
      applied(machine, 'C:\\boot.wim', 'C:\\Users\\me\\AppData\\Local\\Temp\\WIMMount');
      const kit =
        'C:\\Program Files (x86)\\Windows Kits\\10\\Assessment and Deployment Kit\\Windows Preinstallation Environment';
      const named = { name: 'WinPE-WinReCfg-Package', version: '10.0.26100.1' };
      packageCabinet(machine.path(`${kit}\\amd64\\WinPE_OCs\\WinPE-WinReCfg.cab`), named, 26100);
    },
  },
  'dism-transcripts/cleanup-wim-mount-unmount-cycle-10.0.19041.txt': {
    compare: 'screen',
    machine: { version: '10.0.19041.3636', drives: 'CD' },
    prepare(machine) {
      image(machine.path('D:\\splitwim\\boot.wim'), boot, boot);
      folder(machine.path('D:\\splitwim\\mount'));
    },
  },
  'dism-transcripts/cleanup-wim-stale-10.0.19041.txt': {
    compare: 'screen',
    machine: { version: '10.0.19041.3636', drives: 'CDE' },
    prepare(machine) {
      image(machine.path('R:\\boot.wim'), boot);
      folder(machine.path('R:\\Ruf618E.tmp'));
      done(machine, '/Mount-Image', '/ImageFile:R:\\boot.wim', '/Index:1', '/MountDir:R:\\Ruf618E.tmp');
      removeFile(machine.path('R:\\boot.wim'));
    },
    args: [['/Cleanup-Wim']],
  },
  'dism-transcripts/export-image-success-10.0.19041.txt': {
    compare: 'screen',
    machine: { version: '10.0.19041.3636' },
    prepare: (machine) => void image(machine.path('C:\\install.wim'), {}),
    args: [
      ['/Export-Image', '/SourceImageFile:C:\\install.wim', '/SourceIndex:1', '/DestinationImageFile:C:\\install2.wim'],
    ],
  },
  'dism-transcripts/get-imageinfo-index-10.0.17134-win10-1809-enterprise.txt': {
    compare: 'screen',
    machine: { version: '10.0.17134.1', culture: 'en-GB' },
    prepare(machine) {
      const windows =
        '<WINDOWS><ARCH>9</ARCH><EDITIONID>Enterprise</EDITIONID><INSTALLATIONTYPE>Client</INSTALLATIONTYPE>' +
        '<PRODUCTTYPE>WinNT</PRODUCTTYPE><PRODUCTSUITE>Terminal Server</PRODUCTSUITE>' +
        '<LANGUAGES><LANGUAGE>en-US</LANGUAGE><DEFAULT>en-US</DEFAULT></LANGUAGES><VERSION><MAJOR>10</MAJOR>' +
        '<MINOR>0</MINOR><BUILD>17763</BUILD><SPBUILD>107</SPBUILD><SPLEVEL>0</SPLEVEL></VERSION>' +
        '<SYSTEMROOT>WINDOWS</SYSTEMROOT></WINDOWS>';
      const times = `${xmlTime('CREATIONTIME', '2018-10-29T23:03:05Z')}${xmlTime('LASTMODIFICATIONTIME', '2018-10-29T23:18:43Z')}`;
      const more = `<DIRCOUNT>19468</DIRCOUNT><FILECOUNT>90618</FILECOUNT>${times}${windows}`;
      const one = { name: 'Windows 10 Enterprise', bytes: 14_605_950_937, more };
      imageWithFacts(machine.path('C:\\install.wim'), [one, one, one]);
    },
    args: [['/get-wiminfo', '/wimfile:install.wim', '/index:3']],
  },
  'dism-transcripts/get-imageinfo-list-10.0.17134-win10-1809-11-indexes.txt': {
    compare: 'screen',
    machine: { version: '10.0.17134.1' },
    prepare: (machine, capture) => imageWithFacts(machine.path('C:\\install.wim'), listed(capture)),
    args: [['/get-wiminfo', '/wimfile:install.wim']],
  },
  'dism-transcripts/get-mountedimageinfo-ok-10.0.22621.txt': {
    compare: 'screen',
    machine: { version: '10.0.22621.1' },
    prepare(machine) {
      const folderOf = 'C:\\Users\\W10\\Downloads';
      image(machine.path(`${folderOf}\\prueba_disn.wim`), {});
      folder(machine.path(`${folderOf}\\montar`));
      const file = `/ImageFile:${folderOf}\\prueba_disn.wim`;
      done(machine, '/Mount-Image', file, '/Index:1', `/MountDir:${folderOf}\\montar`);
    },
    args: [['/Get-MountedImageInfo']],
  },
};
