# Parameters of the cmdlets for multicast, and the members of their requests.
$script:MulticastMembers = [ordered]@{
    ReceiverCount  = 'receivers'
    WaitMinutes    = 'waitMinutes'
    Address        = 'address'
    Port           = 'port'
    InterfaceName  = 'interface'
    BandwidthLimit = 'bandwidthLimit'
    TimeToLive     = 'timeToLive'
}

function Invoke-ImgMulticast {
    <#
    .SYNOPSIS
    Sends to many or receives, by what the caller's parameters say, and outputs how it ended; with -DryRun what would be
    done.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Method,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request,
        [Parameter(Mandatory)] [string] $Label,
        [Parameter(Mandatory)] [string] $TypeName,
        [switch] $DryRun
    )

    foreach ($name in $script:MulticastMembers.Keys) {
        if ($Bound.ContainsKey($name)) { $Request[$script:MulticastMembers[$name]] = $Bound[$name] }
    }
    $call = @{ Cmdlet = $Cmdlet; Method = $Method; Request = $Request; Target = $Label; Activity = $Label }
    $result = Invoke-ImgEngine @call -DryRun:$DryRun
    if ($null -eq $result) {
        return
    }
    foreach ($warning in $result.Warnings) { $Cmdlet.WriteWarning($warning) }
    ConvertTo-ImgObject -TypeName $TypeName -InputObject $result
}
