function Test-ImgEnvironment {
    <#
    .SYNOPSIS
    Tests whether this machine has what servicing needs, before it is needed.
    .DESCRIPTION
    Looks at PowerShell, engine and Node, rights, the servicing tool and its version against the registered images, free
    space, long paths, the virus scanner, the site and its database, what interrupted runs left, and schedules that no
    worker takes. Nothing is changed. Each line is ok, a warning (it works with a limit) or failed (servicing would fail),
    with what to do.
    .PARAMETER Name
    Name or id of a registered image: only it is looked at. Default is all images.
    .PARAMETER Quiet
    Outputs $true when nothing failed, else $false.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    Img.EnvironmentCheck, or System.Boolean with -Quiet
    .EXAMPLE
    Test-ImgEnvironment

    Shows what was checked and what to do.
    .EXAMPLE
    Test-ImgEnvironment | Where-Object -Property Status -NE ok | Format-List

    Shows what is not as it should be, in full.
    .EXAMPLE
    if (-not (Test-ImgEnvironment -Quiet)) { throw 'This machine cannot service images.' }

    Stops a script on a machine that cannot service.
    .LINK
    Get-ImgConfiguration
    #>
    [CmdletBinding()]
    [OutputType('Img.EnvironmentCheck', 'System.Boolean')]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [switch] $Quiet
    )

    process {
        $request = [ordered]@{ powerShell = [ordered]@{ version = [string]$PSVersionTable.PSVersion; edition = [string]$PSVersionTable.PSEdition } }
        if ($Name) {
            $request['image'] = $Name
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method environment.check -Request $request -Target $Name
        if ($null -eq $result) {
            return
        }
        if ($Quiet) {
            return @($result.Checks.Status) -notcontains 'failed'
        }
        foreach ($check in $result.Checks) {
            if ($null -ne $check.Remedy) {
                $check.Remedy = ConvertTo-ImgRemedy -Text $check.Remedy
            }
            ConvertTo-ImgObject -TypeName Img.EnvironmentCheck -InputObject $check
        }
    }
}
