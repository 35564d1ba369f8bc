/** Records of a system that were not understood: among them may be what a line lacks. */
export type NotUnderstood = {
  family: string;
  release: string | null;
  count: number;
  newest: { uniqueId: string; title: string };
  /** The same for people. */
  message: string;
};

export function notUnderstood(
  line: { family: string; release: string | null },
  count: number,
  newest: { uniqueId: string; title: string },
): NotUnderstood {
  const records = count === 1 ? '1 record' : `${count} records`;
  const message = `${records} of ${line.family} ${count === 1 ? 'was' : 'were'} not understood; the newest: ${newest.title}`;
  return { ...line, count, newest, message };
}
