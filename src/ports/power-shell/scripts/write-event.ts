import type { Script } from '../power-shell.ts';

export interface EventLogEntry {
  log: string;
  source: string;
  id: number;
  level: 'Information' | 'Warning' | 'Error';
  text: string;
}

/** Writes to an event log of Windows; registers the source with it first, which takes elevated rights. */
export const writeEvent: Script<EventLogEntry, boolean> = {
  name: 'write to the event log',
  text: `
param($Value)
if (-not [System.Diagnostics.EventLog]::SourceExists($Value.source)) {
  [System.Diagnostics.EventLog]::CreateEventSource($Value.source, $Value.log)
}
$there = [System.Diagnostics.EventLog]::LogNameFromSourceName($Value.source, '.')
if ($there -ne $Value.log) { throw "The source $($Value.source) belongs to the log $there." }
$type = [System.Diagnostics.EventLogEntryType]$Value.level
[System.Diagnostics.EventLog]::WriteEntry($Value.source, [string]$Value.text, $type, [int]$Value.id)
$true
`,
  bound: 60_000,
  // Once more is another entry.
  repeatable: false,
  read([item]) {
    if (item !== true) throw new TypeError('the answer is not true');
    return item;
  },
};
