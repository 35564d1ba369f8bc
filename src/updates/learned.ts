/** What was learned of an update here, beyond what any source says of it. */
export interface Learned {
  /** "build.revision" that its package brings; null for a package of another kind. */
  revision: string | null;
  /** Name and version of its package: Package_for_DotNetRollup_481, 10.0.9321.3. */
  name: string | null;
  version: string | null;
  from: 'package' | 'history';
}
