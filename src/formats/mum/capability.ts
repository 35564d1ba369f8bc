/**
 * Names of capabilities: what DISM calls a feature on demand, "name~publisher~architecture~language~version". The packages
 * of language features are named after them; of others only their manifests tell.
 */

/** Whether it is a whole name, as DISM wants it: "Language.Basic~~~de-DE~0.0.1.0". */
export function isCapabilityName(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:\d{1,5}(?:\.\d{1,5}){0,3})?$/.test(text);
}

/** What tells two capabilities apart, in any case: name and language. Versions differ between sources and images. */
export function capabilityKey(name: string): string {
  const [base = '', , , language = ''] = name.toLowerCase().split('~');
  return `${base}~${language}`;
}

/** Language of a capability, '' where it is for all. */
export function capabilityLanguage(name: string): string {
  return name.split('~')[3] ?? '';
}

/**
 * Name of the package of a language feature: "Microsoft-Windows-LanguageFeatures-Basic-de-de-Package"; fonts are named by
 * their script alone. Undefined for a capability of another kind.
 */
export function languageFeaturePackage(capability: string): string | undefined {
  const [base = '', , , language = ''] = capability.split('~');
  const [, feature] = /^Language\.([A-Za-z]+(?:\.[A-Za-z]+)?)$/i.exec(base) ?? [];
  if (feature === undefined || language === '') return undefined;
  const parts = feature.split('.');
  const place = parts[0]?.toLowerCase() === 'fonts' ? parts : [...parts, language.toLowerCase()];
  return `Microsoft-Windows-LanguageFeatures-${place.join('-')}-Package`;
}

/** In the order in which Windows wants them: fonts, then Basic before what builds on it, then everything else as given. */
export function inOrderOfCapabilities(names: readonly string[]): string[] {
  const placeOf = (name: string): number => {
    const at = order.findIndex((start) => name.toLowerCase().startsWith(start));
    return at < 0 ? order.length : at;
  };
  return [...names].sort((a, b) => placeOf(a) - placeOf(b));
}

const order = ['fonts', 'basic', 'ocr', 'handwriting', 'texttospeech', 'speech'].map((each) => `language.${each}`);
