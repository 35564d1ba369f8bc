import type { PackageIdentity } from './identity.ts';

/** What a package applies to: one of these identities, compared by these rules. */
export interface PackageParent {
  /** EQ, GE, ...; '' where the manifest leaves it open. The same for the next three. */
  buildCompare: string;
  serviceCompare: string;
  integrate: string;
  disposition: string;
  identities: PackageIdentity[];
}

/** A part of a package that can be switched on and off: what DISM calls a feature. */
export interface ManifestFeature {
  name: string;
  /** As written; often the number of a resource and no text. */
  displayName: string;
}

/** A package manifest (`update.mum`, `<identity>.mum`). What it does not say is ''. */
export interface PackageManifest {
  identity: PackageIdentity;
  description: string;
  displayName: string;
  company: string;
  copyright: string;
  supportInformation: string;
  /** As written, for example 2021-01-27T19:51:22Z. */
  creationTimeStamp: string;
  /** "KB5026368", or the identity's name. */
  identifier: string;
  /** Security Update, Update, Language Pack, ... */
  releaseType: string;
  restart: string;
  /** Name of the payload file of an express package. */
  psfName: string;
  /** Outer parents first, each nested one after the one around it. */
  parents: PackageParent[];
  /** Lowest version of the servicing stack that can install it. */
  installerVersion: string;
  /** Packages that this one brings. */
  packages: PackageIdentity[];
  /** Its updates that are selectable. */
  features: ManifestFeature[];
  /** Capabilities that it is, as DISM names them: "Language.Basic~~~de-DE~0.0.1.0". */
  capabilities: string[];
  /**
   * Attributes of the custom information, for example PackageFormat = PSFX; those of an element in it behind its name:
   * mum2:FodInformation\Id.
   */
  custom: Record<string, string>;
}
