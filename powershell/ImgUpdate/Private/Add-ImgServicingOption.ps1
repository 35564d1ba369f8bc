# Parameters of the cmdlets that schedule and start, and the members of their requests.
$script:ServicingOptions = [ordered]@{
    Latest                  = 'latest'
    ContinueOnError         = 'continueOnError'
    RemoveSupersededUpdates = 'removeSupersededUpdates'
    IncludeDotNet           = 'includeDotNet'
    IncludeWinRE            = 'includeWinRE'
    IncludeBootImage        = 'includeBootImage'
    IncludeSetup            = 'includeSetup'
    ForceUnsigned           = 'forceUnsigned'
    Strict                  = 'strict'
    UpdateDistributionPoint = 'updateDistributionPoint'
}

function Add-ImgServicingOption {
    <#
    .SYNOPSIS
    Makes the part of a request that schedules and runs share: which updates, how, for which indexes.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        # One, or several that are one schedule.
        [Parameter(Mandatory)] [string[]] $Image,
        [AllowEmptyCollection()] [string[]] $Update = @()
    )

    $request = [ordered]@{ image = $Image }
    if ($Image.Count -eq 1) { $request['image'] = $Image[0] }
    if ($Update.Count -gt 0) {
        $request['updates'] = @($Update | Select-Object -Unique)
    }
    foreach ($name in $script:ServicingOptions.Keys) {
        if ($Bound.ContainsKey($name)) {
            $request[$script:ServicingOptions[$name]] = [bool]$Bound[$name]
        }
    }
    if ($Bound.ContainsKey('CleanupWhenPending')) {
        $request['cleanupWhenPending'] = $Bound['CleanupWhenPending'].ToLowerInvariant()
    }
    if ($Bound.ContainsKey('ServicingProfile')) {
        $request['profile'] = $Bound['ServicingProfile'].ToLowerInvariant()
    }
    if ($Bound.ContainsKey('UpdateBootManager')) {
        $request['updateBootManager'] = $Bound['UpdateBootManager']
    }
    foreach ($pair in @('Language', 'languages'), @('Capability', 'capabilities'), @('Feature', 'features')) {
        if ($Bound.ContainsKey($pair[0])) { $request[$pair[1]] = @($Bound[$pair[0]]) }
    }
    if ($Bound.ContainsKey('CapabilitySource')) {
        $request['capabilitySources'] = @(foreach ($each in $Bound['CapabilitySource']) { Resolve-ImgPath -Cmdlet $Cmdlet -Path $each })
    }
    if ($Bound.ContainsKey('FeatureSource')) {
        $request['featureSource'] = Resolve-ImgPath -Cmdlet $Cmdlet -Path $Bound['FeatureSource']
    }
    if ($Bound.ContainsKey('DriverFolder')) {
        $request['driverFolder'] = Resolve-ImgPath -Cmdlet $Cmdlet -Path $Bound['DriverFolder']
    }
    if ($Bound['Rule']) {
        $request['rule'] = Get-ImgName -InputObject $Bound['Rule']
    }
    if ($Bound.ContainsKey('Index')) {
        $request['indexes'] = @(foreach ($each in $Bound['Index']) { [int]$each })
    }
    foreach ($name in 'SyncBeforeRun', 'DownloadContent') {
        if ($Bound.ContainsKey($name)) { $request[$name.Substring(0, 1).ToLowerInvariant() + $name.Substring(1)] = [bool]$Bound[$name] }
    }
    $request
}
