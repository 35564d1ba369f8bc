# All default rules, and the ones that are off by default and that this module keeps to.
@{
    IncludeDefaultRules = $true
    Severity            = @('Error', 'Warning', 'Information')
    Rules               = @{
        PSUseCompatibleSyntax                  = @{ Enable = $true; TargetVersions = @('5.1', '7.0', '7.4') }
        PSUseConsistentIndentation             = @{ Enable = $true; IndentationSize = 4; PipelineIndentation = 'IncreaseIndentationForFirstPipeline'; Kind = 'space' }
        PSUseConsistentWhitespace              = @{
            Enable                                  = $true
            CheckInnerBrace                         = $true
            CheckOpenBrace                          = $true
            CheckOpenParen                          = $true
            CheckOperator                           = $true
            CheckPipe                               = $true
            CheckSeparator                          = $true
            # Columns of a table may be aligned.
            IgnoreAssignmentOperatorInsideHashTable = $true
        }
        PSPlaceOpenBrace                       = @{ Enable = $true; OnSameLine = $true; NewLineAfter = $true; IgnoreOneLineBlock = $true }
        PSPlaceCloseBrace                      = @{ Enable = $true; NoEmptyLineBefore = $true; IgnoreOneLineBlock = $true; NewLineAfter = $false }
        PSUseCorrectCasing                     = @{ Enable = $true }
        PSAvoidExclaimOperator                 = @{ Enable = $true }
        PSUseSingleValueFromPipelineParameter  = @{ Enable = $true }
        PSUseConsistentParameterSetName        = @{ Enable = $true }
    }
}
