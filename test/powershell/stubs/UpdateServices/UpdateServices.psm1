<#
Stands for the module UpdateServices of a WSUS console: the members of the administration API that are documented, over
records as exports of that API have them. IMGUPDATE_STUB_RECORDS names a JSON file with them, IMGUPDATE_STUB_LOG a file
that gets a line for each call.
#>
if (-not ('Microsoft.UpdateServices.Administration.UpdateScope' -as [type])) {
    Add-Type -TypeDefinition @'
using System;
using System.Collections;
namespace Microsoft.UpdateServices.Administration {
    [Flags] public enum ApprovedStates { NotApproved = 1, LatestRevisionApproved = 2, HasStaleUpdateApprovals = 4, Declined = 8, Any = 15 }
    [Flags] public enum UpdateRelationship { UpdatesThatSupersedeThisUpdate = 1, UpdatesSupersededByThisUpdate = 2 }
    public class UpdateRevisionId { public Guid UpdateId; public int RevisionNumber; }
    public class UpdateScope {
        public UpdateScope() { ApprovedStates = ApprovedStates.NotApproved | ApprovedStates.LatestRevisionApproved; FromArrivalDate = DateTime.MinValue; Categories = new ArrayList(); Classifications = new ArrayList(); }
        public ApprovedStates ApprovedStates { get; set; }
        public DateTime FromArrivalDate { get; set; }
        public ArrayList Categories { get; private set; }
        public ArrayList Classifications { get; private set; }
    }
}
'@
}

function Write-StubLog {
    param([string] $Text)
    if ($env:IMGUPDATE_STUB_LOG) { [System.IO.File]::AppendAllText($env:IMGUPDATE_STUB_LOG, "$Text`n") }
}

function ConvertTo-StubTime {
    param([string] $Text)
    if ($Text -match '^/Date\((\d+)\)/$') { return [datetime]::new(1970, 1, 1, 0, 0, 0, 'Utc').AddMilliseconds([double]$Matches[1]) }
    [datetime]::Parse($Text, [cultureinfo]::InvariantCulture, 'AdjustToUniversal, AssumeUniversal')
}

function ConvertTo-StubByteArray {
    param([string] $Text)
    , [byte[]]@($Text -split ' ' | Where-Object { $_ } | ForEach-Object { [byte][int]$_ })
}

# Real GUIDs where the record has one, else one that follows from its title.
function Get-StubId {
    param([psobject] $Record)
    if ($Record.UpdateId -as [guid]) { return [guid]$Record.UpdateId }
    [guid]::new([System.Security.Cryptography.MD5]::Create().ComputeHash([System.Text.Encoding]::UTF8.GetBytes($Record.Title)))
}

function Get-StubCategory {
    param([string[]] $Title, [string] $Type)
    foreach ($name in $Title | Where-Object { $_ } | Sort-Object -Unique) {
        $id = [guid]::new([System.Security.Cryptography.MD5]::Create().ComputeHash([System.Text.Encoding]::UTF8.GetBytes($name)))
        [pscustomobject]@{ Id = $id; Title = $name; Type = $Type }
    }
}

function Get-StubUpdate {
    $parsed = [System.IO.File]::ReadAllText($env:IMGUPDATE_STUB_RECORDS) | ConvertFrom-Json
    foreach ($group in @($parsed) | Group-Object -Property { Get-StubId $_ }) {
        $first = $group.Group[0]
        $created = ConvertTo-StubTime $first.CreationDate
        $files = @(foreach ($record in $group.Group) {
                [pscustomobject]@{
                    Name = $record.FileName; TotalBytes = [long]$record.Size; Type = $record.Type
                    Hash = ConvertTo-StubByteArray $record.Hash; AdditionalHash = ConvertTo-StubByteArray $record.AdditionalHash
                    FileUri = [uri]$record.FileUri; OriginUri = [uri]$record.OriginUri
                }
            })
        $id = New-Object -TypeName Microsoft.UpdateServices.Administration.UpdateRevisionId
        $id.UpdateId = [guid]$group.Name
        $id.RevisionNumber = if ($first.RevisionNumber) { $first.RevisionNumber } else { 200 }
        $update = [pscustomobject]@{
            Id = $id; Title = $first.Title; LegacyName = $first.LegacyName; Description = $first.Description
            KnowledgebaseArticles = @($first.KBNumber | Where-Object { $_ }); ProductTitles = @($first.Category)
            UpdateClassificationTitle = $first.UpdateClassificationTitle; MsrcSeverity = $first.MsrcSeverity
            CreationDate = $created; ArrivalDate = if ($first.ArrivalDate) { ConvertTo-StubTime $first.ArrivalDate } else { $created }
            AdditionalInformationUrls = @($first.AdditionalInformationUrls); PublicationState = $first.PublicationState
            IsDeclined = [bool]$first.IsDeclined; IsSuperseded = [bool]$first.IsSuperseded; IsBeta = [bool]$first.IsBeta
            HasSupersededUpdates = @($first.Supersedes | Where-Object { $_ }).Count -gt 0
            Supersedes = @($first.Supersedes | Where-Object { $_ }); StubFiles = $files
        }
        $update | Add-Member -MemberType ScriptMethod -Name GetInstallableItems -Value { , @([pscustomobject]@{ Files = $this.StubFiles }) }
        $update | Add-Member -MemberType ScriptMethod -Name GetRelatedUpdates -Value {
            param([Microsoft.UpdateServices.Administration.UpdateRelationship] $Relation)
            if ($Relation -ne 'UpdatesSupersededByThisUpdate') { throw "Not asked for: $Relation" }
            , @(foreach ($old in $this.Supersedes) {
                    $oldId = New-Object -TypeName Microsoft.UpdateServices.Administration.UpdateRevisionId
                    $oldId.UpdateId = [guid]$old
                    [pscustomobject]@{ Id = $oldId }
                })
        }
        $update
    }
}

function Get-WsusServer {
    [CmdletBinding()]
    param([string] $Name, [int] $PortNumber, [switch] $UseSsl)
    Write-StubLog "Get-WsusServer -Name $Name -PortNumber $PortNumber -UseSsl:$UseSsl"
    if ($Name -eq 'down') { throw 'The request failed: the remote name could not be resolved.' }
    $server = [pscustomobject]@{ Version = [version]'10.0.20348.1' }
    $server | Add-Member -MemberType ScriptMethod -Name GetUpdateCategories -Value {
        , @(Get-StubCategory -Title 'Microsoft' -Type Company; Get-StubCategory -Title (Get-StubUpdate).ProductTitles -Type Product)
    }
    $server | Add-Member -MemberType ScriptMethod -Name GetUpdateClassifications -Value {
        , @(Get-StubCategory -Title (Get-StubUpdate).UpdateClassificationTitle -Type $null)
    }
    $server | Add-Member -MemberType ScriptMethod -Name GetUpdates -Value {
        param([Microsoft.UpdateServices.Administration.UpdateScope] $Scope)
        Write-StubLog "GetUpdates from $($Scope.FromArrivalDate.ToString('s')) $($Scope.ApprovedStates) categories $($Scope.Categories.Title -join ',') classifications $($Scope.Classifications.Title -join ',')"
        , @(Get-StubUpdate | Where-Object {
                $_.ArrivalDate -ge $Scope.FromArrivalDate -and
                ($Scope.Categories.Count -eq 0 -or @($_.ProductTitles | Where-Object { $Scope.Categories.Title -contains $_ }).Count -gt 0) -and
                ($Scope.Classifications.Count -eq 0 -or $Scope.Classifications.Title -contains $_.UpdateClassificationTitle)
            })
    }
    $server
}

Export-ModuleMember -Function Get-WsusServer
