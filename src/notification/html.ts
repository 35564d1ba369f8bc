/** The HTML part of a mail: tables and styles of its own, nothing that is fetched. Pure. */
import type { Fact } from './fact.ts';
import type { Level } from './kinds.ts';

const colours: Record<Level, string> = { error: '#b3261e', warning: '#8a5a00', info: '#1b6e3c' };
/** Pixels: the values of all sections stand below each other, and an id as a label does not push them out. */
const labelWidth = 120;
/** A path or an id has no place to break; Outlook knows the older word. */
const anywhere = 'word-break:break-word;overflow-wrap:anywhere';
const font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif";

export function htmlOf({ subject, facts, foot }: { subject: string; facts: readonly Fact[]; foot: string[] }): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:16px;background:#f3f3f3;color:#1f1f1f;${font};font-size:14px;line-height:1.45">
<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;max-width:640px;margin:0 auto">
${facts.map(sectionOf).join('\n')}
<tr><td style="padding:4px 16px;color:#5c5c5c;font-size:12px">${foot.map(escaped).join('<br>')}</td></tr>
</table>
</body>
</html>
`;
}

function sectionOf({ level, title, sentence, details }: Fact): string {
  const rows = details.map(
    ({ label, value }) =>
      `<tr><td style="padding:2px 16px 2px 0;width:${labelWidth}px;color:#5c5c5c;${anywhere};vertical-align:top">${escaped(label)}</td>` +
      `<td style="padding:2px 0;${anywhere};vertical-align:top">${escaped(value)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<table cellpadding="0" cellspacing="0" style="width:100%;margin-top:12px;font-size:13px">${rows.join('')}</table>`;
  return `<tr><td style="padding:16px;background:#ffffff;border:1px solid #dddddd;border-left:4px solid ${colours[level]}">
<div style="font-size:17px;font-weight:600;color:${colours[level]}">${escaped(title)}</div>
<div style="margin-top:4px">${escaped(sentence)}</div>
${table}</td></tr>
<tr><td style="height:12px"></td></tr>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (each) => entities[each] ?? each);
}
