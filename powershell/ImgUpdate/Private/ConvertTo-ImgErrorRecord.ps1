# The engine's remedies name its commands; at a prompt people use these.
$script:CommandCmdlets = [ordered]@{
    'imgupdate image inspect FILE'               = 'Get-ImgImageIndex -Path FILE'
    'imgupdate image export'                     = 'Export-ImgImage'
    'imgupdate image verify'                     = 'Test-ImgImage'
    'imgupdate image list'                       = 'Get-ImgImage'
    'imgupdate image refresh'                    = 'Get-ImgImage -Reload'
    'imgupdate image set'                        = 'Set-ImgImage'
    'imgupdate image versions'                   = 'Get-ImgImageVersion'
    'imgupdate update list --applicable-to'      = 'Get-ImgUpdate -Latest -ApplicableTo'
    'with --explain'                             = 'with -Explain'
    'imgupdate update list'                      = 'Get-ImgUpdate'
    'imgupdate update import FILE'               = 'Import-ImgUpdate FILE'
    'imgupdate content add FILE'                 = 'Add-ImgUpdateContent FILE'
    'with --unique-id'                           = 'with -UniqueId'
    'imgupdate schedule list'                    = 'Get-ImgUpdateSchedule'
    'imgupdate schema show recurrence'           = 'Get-Help New-ImgSchedule -Full'
    'imgupdate run list'                         = 'Get-ImgServicing'
    'imgupdate run wait'                         = 'Wait-ImgServicing'
    'imgupdate site set --dism PATH'             = 'Set-ImgConfiguration -DismPath PATH'
    'imgupdate site set --servicing-drive'       = 'Set-ImgConfiguration -ServicingDrive'
    'imgupdate site set --maximum-concurrency'   = 'Set-ImgConfiguration -MaximumConcurrency'
    'pass --accept-eula (-AcceptEula)'           = 'pass -AcceptEula'
    'or name another one with --site or IMGUPDATE_SITE' = 'or name another one with the environment variable IMGUPDATE_SITE'
    'Pass runNow, or at with one date and time.' = 'Pass -RunNow, or -CustomSchedule with one date and time.'
}

function ConvertTo-ImgErrorRecord {
    <#
    .SYNOPSIS
    Makes an error record of a problem of the engine: its id, its category, what to do, and the item it is about.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory)] [psobject] $Problem,
        [object] $Target
    )

    $message = [string]$Problem.Detail
    foreach ($item in $Problem.Errors) {
        if ($null -ne $item -and -not $message.Contains($item.Message)) {
            $message = '{0} [{1}: {2}]' -f $message, $item.Pointer, $item.Message
        }
    }
    if ($Problem.Native.LogPath) {
        $message = "$message Log: $($Problem.Native.LogPath)"
    }
    $remedy = ConvertTo-ImgRemedy -Text $Problem.Remedy
    New-ImgError -Id $Problem.Id -Message $message -Remedy $remedy -Category $Problem.Category -Target $Target -Problem $Problem
}

function ConvertTo-ImgRemedy {
    <#
    .SYNOPSIS
    Says in the words of a prompt what the engine says in its commands.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyString()] [string] $Text)

    foreach ($command in $script:CommandCmdlets.Keys) {
        $Text = $Text.Replace($command, $script:CommandCmdlets[$command])
    }
    $Text.Replace('`', '')
}
