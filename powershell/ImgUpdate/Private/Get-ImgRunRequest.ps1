function Get-ImgRunRequest {
    <#
    .SYNOPSIS
    Makes the request of run.start from the bound parameters of Start-ImgServicing; nothing when an error was written.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    $scheduleId = $Bound['ScheduleId']
    if (-not $scheduleId -and $Bound.ContainsKey('InputObject')) {
        $scheduleId = $Bound['InputObject'].ScheduleId
    }
    $options = @(foreach ($name in @($script:ServicingOptions.Keys) + 'Update', 'Rule', 'Index', 'DriverFolder', 'Language', 'Capability', 'CapabilitySource', 'Feature', 'FeatureSource', 'ServicingProfile', 'UpdateBootManager') { if ($Bound.ContainsKey($name)) { $name } })
    if ($scheduleId) {
        if ($options.Count -gt 0) {
            $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message "A schedule has its own options: leave out -$($options -join ', -')."))
        }
        return [ordered]@{ scheduleId = [string]$scheduleId }
    }
    $ways = [int]$Bound.ContainsKey('Update') + [int][bool]$Bound['Latest'] + [int][bool]$Bound['Rule']
    $isMore = @('DriverFolder', 'Language', 'Capability', 'Feature', 'UpdateBootManager' | Where-Object { $Bound.ContainsKey($_) }).Count -gt 0
    if ($ways -gt 1 -or ($ways -eq 0 -and -not $isMore)) {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Pass either -Update, -Rule or -Latest.'))
    }
    $target = Get-ImgBoundTarget -Cmdlet $Cmdlet -Bound $Bound -ImageOnly
    if ($null -eq $target) {
        return
    }
    $references = @(foreach ($each in $Bound['Update']) { Resolve-ImgUpdateReference -Cmdlet $Cmdlet -InputObject $each })
    if ($references.Count -eq 0 -and $Bound.ContainsKey('Update')) {
        return
    }
    Add-ImgServicingOption -Cmdlet $Cmdlet -Bound $Bound -Image $target.Value -Update $references
}
