const FORM = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/;
const two = (value: number) => String(value).padStart(2, '0');

/** A DOS date and time as '2024-07-09T21:30:02'; '' where they are no possible ones. Seconds are even. */
export function readDosTime(date: number, time: number): string {
  const [day, month, year] = [date & 31, (date >> 5) & 15, 1980 + (date >> 9)];
  const [second, minute, hour] = [2 * (time & 31), (time >> 5) & 63, time >> 11];
  if (day === 0 || month === 0 || month > 12 || hour > 23 || minute > 59 || second > 59) return '';
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}

/** The other way; undefined for text of another form or another century. */
export function writeDosTime(text: string): { date: number; time: number } | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = FORM.exec(text)?.slice(1).map(Number) ?? [];
  const date = ((year - 1980) << 9) | (month << 5) | day;
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  const possible =
    year >= 1980 && year <= 2107 && readDosTime(date, time) === `${text.slice(0, 17)}${two(second & ~1)}`;
  return possible ? { date, time } : undefined;
}
