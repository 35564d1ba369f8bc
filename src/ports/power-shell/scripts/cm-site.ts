/** A site of Configuration Manager. */
export interface CmSite {
  siteCode: string;
  siteServer: string;
}

/**
 * Begins every script about a site: loads the module of the console, makes the drive of the site where it is missing, and
 * stands on it, as its cmdlets want it. The script goes on inside a `try` that leaves the drive again.
 */
export const enterSite = `
if (Get-Module -Name ConfigurationManager -ListAvailable) { Import-Module -Name ConfigurationManager }
elseif ($env:SMS_ADMIN_UI_PATH) { Import-Module -Name (Join-Path (Split-Path $env:SMS_ADMIN_UI_PATH) 'ConfigurationManager.psd1') }
else { throw 'The console of Configuration Manager is not installed on this machine: there is no module ConfigurationManager.' }
$global:CMPSSuppressFastNotUsedCheck = $true
if (-not (Get-PSDrive -Name $Value.siteCode -PSProvider CMSite -ErrorAction SilentlyContinue)) {
  $null = New-PSDrive -Name $Value.siteCode -PSProvider CMSite -Root $Value.siteServer -Scope Global
}
Push-Location -LiteralPath ($Value.siteCode + ':')
`;
