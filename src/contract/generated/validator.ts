// Made by `npm run generate` from schemas/v1. Do not edit.

/** A compiled validator: true when `data` is a T (defaults are filled in); else `errors` says why. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }[] | null;
}
