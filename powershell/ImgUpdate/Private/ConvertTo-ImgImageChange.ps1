function ConvertTo-ImgImageChange {
    # The answer names each change once, and per image which of them it needs: one object for each of both, image by image.
    [CmdletBinding()]
    param([AllowNull()] [psobject] $Result)

    if ($null -eq $Result) { return }
    $changes = @{}
    foreach ($change in $Result.Changes) { $changes[$change.UniqueId] = $change }
    foreach ($image in $Result.Images) {
        foreach ($warning in $image.Warnings) { Write-Warning -Message "$($image.Name): $($warning.Message)" }
        if ($image.Changes.Count -lt $image.Total) {
            Write-Warning -Message "$($image.Name): $($image.Total) updates, $($image.Changes.Count) of them are listed."
        }
        foreach ($need in $image.Changes) {
            $members = [ordered]@{ ImageName = $image.Name; ImageId = $image.ImageId; Index = $need.Indexes }
            foreach ($member in $changes[$need.UniqueId].PSObject.Properties) { $members[$member.Name] = $member.Value }
            foreach ($name in 'Status', 'ReasonCode', 'Reason') { $members[$name] = $need.$name }
            ConvertTo-ImgObject -TypeName Img.ImageChange -InputObject ([pscustomobject]$members)
        }
    }
}
