/** A member of an item of an answer; throws when it is not there or not a text. */
export function textMember(item: unknown, name: string): string {
  const value = (item as Record<string, unknown> | null | undefined)?.[name];
  if (typeof value !== 'string') throw new TypeError(`${name} is no text`);
  return value;
}

/** A member that is a whole number; throws when it is not there or something else. */
export function numberMember(item: unknown, name: string): number {
  const value = (item as Record<string, unknown> | null | undefined)?.[name];
  if (!Number.isSafeInteger(value)) throw new TypeError(`${name} is no whole number`);
  return value as number;
}
