import type { Script } from '../power-shell.ts';

/** A process as it was noted when it was started. Times are FILETIMEs. */
export interface NotedProcess {
  pid: number;
  /** Name of its program file: dism.exe. */
  program: string;
  startedFrom: string;
  startedTo: string;
}

/**
 * Is the process with this id still the one that was noted; with `end`, it and what it started is ended, and the answer
 * is whether it still is. The process is held open meanwhile, so that its id cannot become that of another one.
 */
export const processLives: Script<NotedProcess & { end: boolean }, boolean> = {
  name: 'find or end a process',
  text: `
param($Value)
$process = Get-Process -Id $Value.pid -ErrorAction SilentlyContinue
if ($null -eq $process) { return $false }
try {
  $null = $process.Handle
  $started = $process.StartTime.ToFileTimeUtc()
} catch {
  # It ended between the two, or it is one that may not be opened.
  $process.Refresh()
  if ($process.HasExited) { return $false }
  throw
}
if ($process.HasExited) { return $false }
if ($started -lt [long]$Value.startedFrom -or $started -gt [long]$Value.startedTo) { return $false }
if ($process.ProcessName -ne [IO.Path]::GetFileNameWithoutExtension($Value.program)) { return $false }
if (-not $Value.end) { return $true }
$taskkill = Join-Path $env:SystemRoot 'System32\\taskkill.exe'
# What it prints to its error stream is no error of this script.
$ErrorActionPreference = 'Continue'
if (Test-Path -LiteralPath $taskkill) { $null = $null | & $taskkill /PID $Value.pid /T /F }
if (-not $process.HasExited) { $process.Kill() }
-not $process.WaitForExit(5000)
`,
  bound: 60_000,
  repeatable: true,
  read([item]) {
    if (typeof item !== 'boolean') throw new TypeError('the answer is not true or false');
    return item;
  },
};
