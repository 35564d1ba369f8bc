import { digitsOf, type FieldBlock, fieldBlocks } from './fields.ts';

/** One index in the list form of /Get-ImageInfo. */
export interface ImageSummary {
  index: number;
  name: string | null;
  description: string | null;
  /** Bytes of all files. */
  size: number | null;
}

/** One index in the detailed form. Dates are left out: the console prints them in the format of the machine's culture. */
export interface ImageDetails extends ImageSummary {
  architecture: string | null;
  /** major.minor.build */
  version: string | null;
  /** The revision behind the build. */
  servicePackBuild: number | null;
  edition: string | null;
  installation: string | null;
  productType: string | null;
  productSuite: string | null;
  directories: number | null;
  files: number | null;
  languages: string[];
  defaultLanguage: string | null;
}

/** Reads the output of /Get-ImageInfo without /Index. Blocks without a usable index are left out. */
export function parseImageList(lines: readonly string[]): ImageSummary[] {
  return fieldBlocks(lines, 'Index').flatMap((block) => summary(block) ?? []);
}

/** Reads the output of /Get-ImageInfo with /Index; undefined when it holds no index. */
export function parseImageDetails(lines: readonly string[]): ImageDetails | undefined {
  const block = fieldBlocks(lines, 'Index')[0];
  const base = block && summary(block);
  if (block === undefined || base === undefined) return undefined;
  const listed = [block.get('Languages'), ...(block.get('Languages[]')?.split('\n') ?? [])].filter((item) => !!item);
  const languages = listed.map((item) => ({ name: (item ?? '').replace(/ \(Default\)$/, ''), text: item ?? '' }));
  return {
    ...base,
    architecture: text(block, 'Architecture'),
    version: text(block, 'Version'),
    servicePackBuild: digitsOf(block.get('ServicePack Build')),
    edition: text(block, 'Edition'),
    installation: text(block, 'Installation'),
    productType: text(block, 'ProductType'),
    productSuite: text(block, 'ProductSuite'),
    directories: digitsOf(block.get('Directories')),
    files: digitsOf(block.get('Files')),
    languages: languages.map((language) => language.name),
    defaultLanguage: languages.find((language) => language.text.endsWith('(Default)'))?.name ?? null,
  };
}

function summary(block: FieldBlock): ImageSummary | undefined {
  const index = digitsOf(block.get('Index'));
  if (index === null || index < 1) return undefined;
  return {
    index,
    name: text(block, 'Name'),
    description: text(block, 'Description'),
    size: digitsOf(block.get('Size')),
  };
}

function text(block: FieldBlock, field: string): string | null {
  return block.get(field) || null;
}
