/** A capture as it is compared: its commands, and what each printed. */
import { progressBar } from '../../../src/emulator/console.ts';

export interface CapturedCommand {
  /** Arguments behind "dism"; [] where the capture does not show them. */
  args: string[];
  output: string;
}

/** Takes a capture with prompts apart; one without prompts is a single command. The source line is no part of it. */
export function commandsOf(capture: string): CapturedCommand[] {
  const text = capture.slice(capture.indexOf('\n') + 1);
  const parts = text.split(/^(?:(?:[A-Z]:\\[^\n>]*)?> ?|\.\\[^\s>]*\\)(dism[^\n]*)\n/im);
  if (parts.length === 1) return [{ args: [], output: text }];
  const commands: CapturedCommand[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    commands.push({ args: wordsOf(parts[at] ?? '').slice(1), output: parts[at + 1] ?? '' });
  }
  return commands;
}

/** Splits a command line at blanks outside quotes; the quotes go, as Windows takes them away. */
function wordsOf(line: string): string[] {
  return [...line.trim().matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
}

/**
 * What a console shows of bytes that were written to it, for captures that were copied off a screen: bars are redrawn in
 * one line, so that the last one stays; blanks at the ends of lines, and blank lines at the end, are lost in copying.
 */
export function onScreen(output: string): string {
  const lines = output.split(/\r*\n/).map((line) => line.replace(/^\r/, '').trimEnd());
  const isBar = (line: string | undefined): boolean => /^\[[= ]*\d{1,3}\.\d%[= ]*\]$/.test(line ?? '');
  const shown = lines.filter((line, at) => !(isBar(line) && isBar(lines[at + 1])));
  return shown.join('\n').trimEnd();
}

/**
 * Percentages of all bars of a capture. How fast a machine was is given, as the state of its disk is; how the bar of a
 * percentage looks is not. The text is rounded, the fill is not: one bar of the captures shows 100.0% and is not full.
 */
export function barsOf(capture: string): number[] {
  return [...capture.matchAll(/\[[= ]*(\d{1,3}\.\d)%[= ]*\]/g)].map(([bar, text]) => {
    const percent = Number(text);
    return bar === progressBar(percent) ? percent : percent - 0.04;
  });
}
