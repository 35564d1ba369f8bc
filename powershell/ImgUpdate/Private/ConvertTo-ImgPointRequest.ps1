function ConvertTo-ImgPointRequest {
    <#
    .SYNOPSIS
    Makes the members of a request about a distribution point from the bound parameters of a cmdlet.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    $request = ConvertTo-ImgSourceRequest -Cmdlet $Cmdlet -Bound $Bound
    if ($Bound.ContainsKey('Group')) { $request['groups'] = @($Bound['Group']) }
    # FirstClient is first-client.
    $multicast = if ($request['settings']) { $request['settings']['multicast'] }
    if ($multicast -is [System.Collections.IDictionary] -and $multicast['start']) {
        $multicast['start'] = ([string]$multicast['start'] -creplace '(?<=[a-z])(?=[A-Z])', '-').ToLowerInvariant()
    }
    $request
}

function Send-ImgContent {
    <#
    .SYNOPSIS
    Sends images to distribution points; outputs their statuses with -PassThru, and writes the problem of each target.
    #>
    [CmdletBinding()]
    [OutputType('Img.DistributionStatus')]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request,
        [switch] $PassThru
    )

    $label = @($Request['image']) -join ', '
    $result = Invoke-ImgEngine -Cmdlet $Cmdlet -Method distribution.send -Request $Request -Target $label -Activity 'Distributing content'
    if ($null -eq $result) { return }
    foreach ($warning in $result.Warnings) { Write-Warning -Message $warning }
    $statuses = @(ConvertTo-ImgObject -TypeName Img.DistributionStatus -InputObject $result.Statuses)
    if ($PassThru) { foreach ($status in $statuses) { $status } }
    foreach ($target in $statuses.Targets) {
        if ($null -ne $target.LastError) { Write-ImgProblem -Cmdlet $Cmdlet -Problem $target.LastError -Target $target.Point }
    }
}
