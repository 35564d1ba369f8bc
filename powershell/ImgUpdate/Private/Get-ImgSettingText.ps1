# Settings that are numbers of bytes; the limit of the bandwidth is one for a second.
$script:ByteSettings = @('minimumFreeSpace', 'retainBytes', 'memoryPerRun', 'contentBudget', 'bandwidthLimit')

function Get-ImgSettingText {
    <#
    .SYNOPSIS
    Says settings and their values in words. Passwords in addresses are not said.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [System.Collections.IDictionary] $Request)

    $parts = foreach ($name in $Request.Keys) {
        $value = @($Request[$name]) -join ' '
        if ($script:ByteSettings -contains $name) { $value = Get-ImgSizeText -Byte $Request[$name] }
        if ($name -eq 'bandwidthLimit') { $value = "$value a second" }
        if ($Request[$name] -is [bool]) { $value = @('no', 'yes')[[int]$Request[$name]] }
        if ($value -eq '') { $value = 'none' }
        "$(ConvertTo-ImgWord -Name $name) $($value -replace '://[^/@\s]*@', '://***@')"
    }
    $parts -join ', '
}
