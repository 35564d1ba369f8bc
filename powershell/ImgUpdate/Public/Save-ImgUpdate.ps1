function Save-ImgUpdate {
    <#
    .SYNOPSIS
    Downloads the package files of updates into the content library.
    .DESCRIPTION
    Saves exactly the files that the answer names: those of updates, everything that an image needs, what a rule chooses, or
    what a schedule would put in. Files are verified when they arrive; what is there already is not downloaded. -WhatIf
    outputs the files that would come. -AsJob leaves the work to a worker that outlives this session.
    .PARAMETER InputObject
    From the pipeline: updates, identities or KB articles.
    .PARAMETER UniqueId
    Identities of updates, or KB articles.
    .PARAMETER ImageName
    Name of a registered image: everything that it needs. With -Rule: what the rule chooses for it.
    .PARAMETER Path
    An image file: everything that it needs.
    .PARAMETER Index
    Index of the image; default is all.
    .PARAMETER Rule
    Name of a rule, or a rule: what it chooses, for all registered images unless one is named.
    .PARAMETER ScheduleId
    Id of a schedule: what it would put in now.
    .PARAMETER Role
    Only updates of these roles.
    .PARAMETER Previous
    So many cumulative updates back from the newest.
    .PARAMETER AsJob
    Outputs the save as it begins; Get-ImgUpdateContent -Save shows how far it is.
    .INPUTS
    Img.Update, identities, KB articles
    .OUTPUTS
    Img.SavedContent, or Img.ContentSave with -AsJob
    .EXAMPLE
    Get-ImgUpdate -Product 'Windows 11' -Version 24H2 -Architecture x64 -Latest | Save-ImgUpdate

    Downloads the latest cumulative update of a line.
    .EXAMPLE
    Save-ImgUpdate -ImageName 'Windows 11 Enterprise' -WhatIf

    Shows the files that the image needs and that would be downloaded.
    .LINK
    Get-ImgUpdateContent
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ById')]
    [Alias('Save-ImgSoftwareUpdate')]
    [OutputType('Img.SavedContent', 'Img.ContentSave')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('SoftwareUpdate')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ById')] [Alias('Id', 'CI_UniqueID', 'ArticleId')] [string[]] $UniqueId,
        [Parameter(Mandatory, ParameterSetName = 'ByImage')]
        [Parameter(ParameterSetName = 'ByRule')] [Alias('OperatingSystemImageName')] [string] $ImageName,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [Parameter(ParameterSetName = 'ByImage')]
        [Parameter(ParameterSetName = 'ByPath')] [ValidateRange(1, 2147483647)] [int] $Index,
        [Parameter(Mandatory, ParameterSetName = 'ByRule')] [psobject] $Rule,
        [Parameter(Mandatory, ParameterSetName = 'BySchedule')] [string] $ScheduleId,
        [Parameter(ParameterSetName = 'ByImage')]
        [Parameter(ParameterSetName = 'ByPath')]
        [Parameter(ParameterSetName = 'ByRule')] [string[]] $Role,
        [Parameter(ParameterSetName = 'ByImage')]
        [Parameter(ParameterSetName = 'ByPath')]
        [Parameter(ParameterSetName = 'ByRule')] [ValidateRange(0, 2147483647)] [int] $Previous,
        [switch] $AsJob
    )

    begin {
        $ids = [System.Collections.Generic.List[string]]::new()
    }

    process {
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') {
            foreach ($id in @(Resolve-ImgUniqueId -Cmdlet $PSCmdlet -InputObject $InputObject)) {
                if ($id) { $ids.Add($id) }
            }
        }
    }

    end {
        $request = [ordered]@{}
        switch ($PSCmdlet.ParameterSetName) {
            'ByValue' {
                if ($ids.Count -eq 0) {
                    return
                }
                $request['uniqueId'] = @($ids | Select-Object -Unique)
            }
            'ById' { $request['uniqueId'] = @($UniqueId) }
            'ByPath' { $request['path'] = Resolve-ImgPath -Path $Path -Cmdlet $PSCmdlet }
            'BySchedule' { $request['scheduleId'] = $ScheduleId }
            'ByRule' { $request['rule'] = Get-ImgName -InputObject $Rule }
        }
        if ($ImageName) { $request['image'] = $ImageName }
        $label = @($request.Values | ForEach-Object -Process { $_ }) -join ', '
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = $Index }
        if ($Role) { $request['role'] = @($Role) }
        if ($PSBoundParameters.ContainsKey('Previous')) { $request['previous'] = $Previous }
        $call = @{ Cmdlet = $PSCmdlet; Method = 'content.save'; Request = $request; Target = $label; Activity = 'Saving updates' }
        $action = 'Download content'
        $plan = $null
        if (Test-ImgPrompt) {
            $plan = Invoke-ImgEngine @call -DryRun
            if ($null -eq $plan) {
                return
            }
            $label = Get-ImgSaveText -Cmdlet $PSCmdlet -Request $request
            $action = Get-ImgDownloadText -Plan $plan
        }
        if (-not $PSCmdlet.ShouldProcess($label, $action)) {
            if ($WhatIfPreference) {
                ConvertTo-ImgObject -TypeName Img.SavedContent -InputObject $plan.Files
            }
            return
        }
        if ($AsJob) { $request['background'] = $true }
        $result = Invoke-ImgEngine @call
        if ($null -eq $result) {
            return
        }
        if ($AsJob) {
            return ConvertTo-ImgObject -TypeName Img.ContentSave -InputObject $result.Save
        }
        ConvertTo-ImgObject -TypeName Img.SavedContent -InputObject $result.Files
        foreach ($file in $result.Files) {
            if ($null -ne $file -and $null -ne $file.Problem) {
                Write-ImgProblem -Cmdlet $PSCmdlet -Problem $file.Problem -Target $file.Name
            }
        }
    }
}
