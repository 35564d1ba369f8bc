/** Which images of a distribution point a machine takes. Pure. */
import type { PointImage } from '../../contract/generated/types.ts';

export interface Wish {
  /** Whether an image is named; undefined: none was. */
  isNamed: ((image: Pick<PointImage, 'imageId' | 'name'>) => boolean) | undefined;
  /** x86, x64 or arm64; undefined: any. */
  architecture: string | undefined;
  /** As in `de-DE`, or `de` for all of it; undefined: any. */
  language: string | undefined;
}

/** Undefined where the image fits, else why it does not, in words that follow its name. */
export function misfit(image: PointImage, { isNamed, architecture, language }: Wish): string | undefined {
  if (isNamed?.(image) === false) return 'is not named';
  const architectures = architecturesOf(image);
  if (architecture !== undefined && !architectures.includes(architecture.toLowerCase())) {
    return `is for ${listed(architectures)}, not ${architecture}`;
  }
  const languages = languagesOf(image);
  if (language !== undefined && !languages.some((each) => isSameLanguage(each, language))) {
    return `is in ${listed(languages)}, not ${language}`;
  }
  return undefined;
}

/** What the image was set to is for, else what its indexes are. */
export function architecturesOf({ architecture, indexes }: PointImage): string[] {
  const all = architecture === null ? indexes.flatMap((each) => each.architecture ?? []) : [architecture];
  return [...new Set(all.map((each) => each.toLowerCase()))];
}

export function languagesOf({ language, indexes }: PointImage): string[] {
  const all =
    language === null
      ? indexes.flatMap(({ defaultLanguage, languages }) => [
          ...(defaultLanguage === null ? [] : [defaultLanguage]),
          ...languages,
        ])
      : [language];
  return [...new Set(all)];
}

/** `de` stands for `de-DE` and `de-AT`, which are not each other. */
function isSameLanguage(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nothing that is known' : names.join(', ');
}
