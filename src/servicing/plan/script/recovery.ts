import type { Write } from './facts.ts';

const inside = "(Join-Path -Path $mount -ChildPath 'Windows\\System32\\Recovery\\winre.wim')";

/** Takes the recovery image out of the copy: of the first index that holds it. */
export const takeRecovery: Write = ({ index = 1, recovery = 1 }) => [
  `$winre${recovery} = Join-Path -Path $WorkFolder -ChildPath 'winre${recovery}.wim'`,
  `$mount = Join-Path -Path $WorkFolder -ChildPath 'take-re${recovery}'`,
  '$null = New-Item -ItemType Directory -Path $mount',
  `$null = Mount-WindowsImage -ImagePath $copy -Index ${index} -Path $mount -ReadOnly -ScratchDirectory $scratch`,
  `Copy-Item -LiteralPath ${inside} -Destination $winre${recovery} -Force`,
  `[System.IO.File]::SetAttributes($winre${recovery}, 'Normal')`,
  '$null = Dismount-WindowsImage -Path $mount -Discard',
  '$mount = $null',
];

/** The file has the attributes hidden and system, over which nothing is written. */
export const putRecovery: Write = ({ recovery = 1 }) => [
  `Remove-Item -LiteralPath ${inside} -Force`,
  `Copy-Item -LiteralPath $winre${recovery} -Destination ${inside}`,
];
