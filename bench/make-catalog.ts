/**
 * A large catalog in the project's own format: made-up updates with titles in the words of real ones, in about the
 * proportions of a server that takes everything. Most are drivers and definitions; the lines of Windows that "latest" is
 * about have several hundred members each, every month superseding the one before. The same count gives the same file.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { type Numbers, numbersFrom } from './numbers.ts';

interface MadeUpdate {
  title: string;
  articleId: string | null;
  classification: string;
  products: string[];
  /** What the update before it in its line is; that one is superseded. */
  line?: string;
}

type Make = (numbers: Numbers, at: Moment) => MadeUpdate;

/** Where in the ten years of the catalog an update stands. */
interface Moment {
  year: number;
  month: string;
  /** Counts all updates. */
  count: number;
}

/** The line that the benchmark asks for. */
export const askedLine = {
  family: 'Windows 11',
  release: '24H2',
  architecture: 'x64',
  kind: 'CumulativeUpdate',
} as const;

const firstYear = 2016;
const years = 10;

/** Writes `count` updates, one a line, oldest first. */
export function writeCatalog(path: string, count: number): void {
  const numbers = numbersFrom(17);
  const newest = new Map<string, string>();
  const handle = openSync(path, 'w');
  let text = '';
  for (let index = 0; index < count; index++) {
    const days = Math.floor((index / count) * years * 365);
    const date = new Date(Date.UTC(firstYear, 0, 1 + days, 17, index % 60));
    const moment = { year: date.getUTCFullYear(), month: date.toISOString().slice(0, 7), count: index };
    const { line, ...update } = kindAt(numbers.below(100))(numbers, moment);
    const uniqueId = numbers.uuid();
    const older = line === undefined ? undefined : newest.get(line);
    if (line !== undefined) newest.set(line, uniqueId);
    const file = {
      name: `${update.articleId ?? 'driver'}-${numbers.hex(12)}.cab`,
      size: 1 + numbers.below(2 ** 31),
      sha1: numbers.hex(40),
    };
    const known = { uniqueId, ...update, datePosted: date.toISOString(), revisionNumber: 200 + numbers.below(10) };
    const record = { ...known, files: [file], ...(older === undefined ? {} : { supersedes: [older] }) };
    text += `${JSON.stringify(record)}\n`;
    if (text.length > 1 << 20) {
      writeSync(handle, text);
      text = '';
    }
  }
  writeSync(handle, text);
  closeSync(handle);
}

function kindAt(percent: number): Make {
  if (percent < 6) return windowsCumulative;
  if (percent < 10) return dotNetCumulative;
  if (percent < 12) return servicingStack;
  if (percent < 14) return dynamicUpdate;
  if (percent < 26) return office;
  if (percent < 56) return definition;
  return driver;
}

const windows = [
  ['Windows 11', '23H2', 22631],
  ['Windows 11', '24H2', 26100],
  ['Windows 11', '25H2', 26200],
  ['Windows 10', '1607', 14393],
  ['Windows 10', '1809', 17763],
  ['Windows 10', '21H2', 19044],
  ['Windows 10', '22H2', 19045],
] as const;
const architectures = ['x64', 'x64', 'arm64'] as const;

const windowsCumulative: Make = (numbers, { month, count }) => {
  const [family, release, build] = numbers.pick(windows);
  const architecture = numbers.pick(architectures);
  const articleId = article(count);
  const preview = numbers.below(8) === 0 ? ' Preview' : '';
  const system = `${family} Version ${release} for ${architecture}-based Systems`;
  return {
    title: `${month} Cumulative Update${preview} for ${system} (KB${articleId}) (${build}.${1000 + Math.floor(count / 50)})`,
    articleId,
    classification: preview === '' ? 'Security Updates' : 'Updates',
    products: [family],
    line: preview === '' ? `cumulative ${system}` : `preview ${system}`,
  };
};

const dotNetCumulative: Make = (numbers, { month, count }) => {
  const [family, release] = numbers.pick(windows);
  const system = `${family} Version ${release} for ${numbers.pick(architectures)}`;
  const framework = numbers.pick(['3.5 and 4.8.1', '3.5 and 4.8', '3.5 and 4.7.2']);
  const articleId = article(count);
  const title = `${month} Cumulative Update for .NET Framework ${framework} for ${system} (KB${articleId})`;
  return { title, articleId, classification: 'Security Updates', products: [family], line: `${framework} ${system}` };
};

const servicingStack: Make = (numbers, { month, count }) => {
  const [family, release] = numbers.pick(windows);
  const system = `${family} Version ${release} for ${numbers.pick(architectures)}-based Systems`;
  const articleId = article(count);
  const title = `${month} Servicing Stack Update for ${system} (KB${articleId})`;
  return { title, articleId, classification: 'Security Updates', products: [family], line: `stack ${system}` };
};

const dynamicUpdate: Make = (numbers, { month, count }) => {
  const [family, release] = numbers.pick(windows);
  const kind = numbers.pick(['Dynamic Update', 'Setup Dynamic Update', 'Safe OS Dynamic Update']);
  const articleId = article(count);
  const title = `${month} ${kind} for ${family} Version ${release} for ${numbers.pick(architectures)}-based Systems (KB${articleId})`;
  return { title, articleId, classification: 'Critical Updates', products: [`${family} Dynamic Update`] };
};

const office: Make = (numbers, { count }) => {
  const product = numbers.pick([
    'Outlook',
    'Excel',
    'Word',
    'Office',
    'Project',
    'Visio',
    'SharePoint Enterprise Server',
  ]);
  const edition = numbers.pick(['2016', '2019']);
  const articleId = article(count);
  const title = `Security Update for Microsoft ${product} ${edition} (KB${articleId}) ${numbers.pick(['32', '64'])}-Bit Edition`;
  return { title, articleId, classification: 'Security Updates', products: [`Office ${edition}`] };
};

const definition: Make = (numbers, { count }) => ({
  title: `Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.${300 + Math.floor(count / 5000)}.${numbers.below(3000)}.0) - Current Channel (Broad)`,
  articleId: '2267602',
  classification: 'Definition Updates',
  products: ['Microsoft Defender Antivirus'],
  line: 'definitions',
});

const driver: Make = (numbers, { year }) => {
  const maker = numbers.pick(['Intel', 'Realtek', 'HP', 'Dell', 'Lenovo', 'NVIDIA', 'Advanced Micro Devices, Inc.']);
  const area = numbers.pick(['System', 'Net', 'MEDIA', 'Display', 'Printer', 'Firmware', 'Bluetooth']);
  const version = `${1 + numbers.below(31)}.${numbers.below(100)}.${year}.${numbers.below(10_000)}`;
  return {
    title: `${maker} - ${area} - ${version}`,
    articleId: null,
    classification: 'Drivers',
    products: ['Windows 11'],
  };
};

/** Knowledge base articles rise with time. */
function article(count: number): string {
  return String(3_100_000 + count * 4);
}
