/** A block of "Name : value" lines of an output. A value that the tool prints as "<undefined>" is null. */
export type FieldBlock = Map<string, string | null>;

/**
 * Splits lines into blocks: each line of `firstField` begins a new one; lines before the first are ignored. Field names
 * are as printed; of a repeated field the first wins. Lines that begin with white space are values of the field before
 * (the list of languages) and are collected under `<field>[]`, separated by a newline.
 */
export function fieldBlocks(lines: readonly string[], firstField: string): FieldBlock[] {
  const blocks: FieldBlock[] = [];
  let lastField = '';
  for (const line of lines) {
    const current = blocks.at(-1);
    const match = FIELD.exec(line);
    if (match === null) {
      if (current !== undefined && lastField !== '' && /^\s+\S/.test(line))
        addListItem(current, lastField, line.trim());
      continue;
    }
    const [, name = '', value = ''] = match;
    lastField = name;
    if (name === firstField) blocks.push(new Map([[name, meaning(value)]]));
    else if (current !== undefined && !current.has(name)) current.set(name, meaning(value));
  }
  return blocks;
}

/** Digits of a number that is printed with the grouping of some country: "18.641.679.997 bytes" is 18641679997. */
export function digitsOf(value: string | null | undefined): number | null {
  const digits = (value ?? '').replace(/\D/g, '');
  if (digits === '' || digits.length > 15) return null;
  return Number(digits);
}

function addListItem(block: FieldBlock, field: string, item: string): void {
  const key = `${field}[]`;
  const before = block.get(key);
  block.set(key, before ? `${before}\n${item}` : item);
}

function meaning(value: string): string | null {
  const text = value.trim();
  return text === '<undefined>' ? null : text;
}

const FIELD = /^([A-Z][A-Za-z/ ]{0,60}?) :(?: (.*))?$/;
