/** Captures that cannot be compared, each with the reason. */

/** Not everything that the tool printed, or nothing that it printed to its output. */
export const incomplete: Readonly<Record<string, string>> = {
  'dism-transcripts/add-package-checkpoint-bootwim-14098.txt':
    'an excerpt without frame, from the output of another tool',
  'dism-transcripts/add-package-folder-extracted-msu-error2.txt': 'cut off in its last line',
  'dism-transcripts/add-package-lcu-winre-14107.txt': 'cut off in its last line',
  'dism-transcripts/add-package-two-packages-unserviceable-127.txt': 'the last two of 31 packages, without frame',
  'dism-transcripts/analyzecomponentstore-6.3-docs.txt': 'from a manual; its version is masked',
  'dism-transcripts/cbs-log-0x800f0823.txt': 'lines of a log, not an answer',
  'dism-transcripts/cbs-log-applicability-evaluation.txt': 'lines of a log, not an answer',
  'dism-transcripts/cbs-log-checksur-summary.txt': 'lines of a log, not an answer',
  'dism-transcripts/checkpoint-folder-0x80070228.txt': 'the words of an error, not an answer',
  'dism-transcripts/cleanup-image-0x800f0806-tiny11.txt': 'the frame before and the log line behind the error are cut',
  'dism-transcripts/dism-log-add-package-lcu-10.0.22621.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-dotnet-not-applicable.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-mount-0x80070032-dedup-or-noshortname.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-mount-readonly-optimize-10.0.26100.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-mount-session-10.0.26100.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-onepackage-cab-0x8007007b-22000.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-resetbase-0x800f0806.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-resetbase-0x800f0806-server2019-online.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-session-start-10.0.19041.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-unmount-0x800700a1.txt': 'lines of a log, not an answer',
  'dism-transcripts/dism-log-unmount-0xc1420117.txt': 'lines of a log, not an answer',
  'dism-transcripts/error-87-apply-unattend-missing-arg.txt': 'the frame before the error is cut',
  'dism-transcripts/error-87-missing-arg.txt': 'the frame before the error is cut',
  'dism-transcripts/ffu-builder-24h2-msu-unattend-error.txt': 'the output of another tool',
  'dism-transcripts/get-current-edition-docs.txt': 'from a manual, without frame',
  'dism-transcripts/get-features-list-10.0.17134.txt': 'made up for the tests of another project',
  'dism-transcripts/get-imageinfo-index-10.0.17763-esd-win10-1903.txt': 'lines were joined when it was copied',
  'dism-transcripts/get-imageinfo-index-win11-22h2-en-gb.txt': 'without frame',
  'dism-transcripts/get-imageinfo-list-10.0.19041-win11.txt': 'cut behind its ninth index',
  'dism-transcripts/get-imageinfo-list-server2016.txt': 'cut behind its first index',
  'dism-transcripts/get-mountedimageinfo-invalid.txt': 'without frame',
  'dism-transcripts/get-mountedimageinfo-invalid-after-readonly-commit.txt': 'without frame',
  'dism-transcripts/get-packageinfo-name-dotnetrollup.txt': 'its first lines are cut',
  'dism-transcripts/get-packages-list-10.0.17134-image-17763-en-GB-dates.txt': 'an excerpt of the list',
  'dism-transcripts/get-packages-list-10.0.26100.5074-win11-25h2-excerpt.txt':
    'an excerpt of the list; the whole one is dism-output/dism-online-get-packages.txt',
  'dism-transcripts/get-windowspackage-onepackage-kb5007215.txt': 'the output of a cmdlet',
  'dism-transcripts/mount-0xc1510111.txt': 'the frame before the error is cut',
  'dism-transcripts/mount-and-ssu-w10ui-10.0.17134.txt': 'cut off in the name of its package',
  'dism-transcripts/msu-cab-format-contents-KB5063159.txt': 'a list of files, not an answer',
  'dism-transcripts/msu-wim-format-contents-KB5055523.txt': 'a list of files, not an answer',
  'dism-transcripts/offlineservicingmgr-not-supported-tab-format.txt': 'lines of a log, not an answer',
  'dism-transcripts/offlineservicingmgr-raw-server-format-2018.txt': 'lines of a log, not an answer',
  'dism-transcripts/offlineservicingmgr-start-of-cycle-2012.txt': 'lines of a log, not an answer',
  'dism-transcripts/offlineservicingmgr-unmount-0x800700a1.txt': 'lines of a log, not an answer',
  'dism-transcripts/osdbuilder-ssu-before-lcu-timeline-server2019.txt': 'the output of another tool',
  'dism-transcripts/split-image-error87-10.0.17134.txt': 'the words of an error, not an answer',
  'dism-transcripts/unmount-commit-112-disk-full.txt':
    'the lines that name file and index are cut: every other capture of the command has them',
  'dism-transcripts/workflow-win81-add-184-packages-resetbase-0x800f0806.txt':
    '178 of its 184 packages are left out, and its lines are broken at 80 columns',
  'dism-log-kb5007215/Readme.source.md': 'a description',
  'dism-log-kb5007215/dism-add-package-kb5007215-as-cab-errors.txt': 'lines of a log, not an answer',
  'dism-log-kb5007215/dism-add-package-kb5007215-as-cab.log.gz': 'a log, not an answer',
};

/** Complete, but of something that the emulator does not do. */
export const notReproduced: Readonly<Record<string, string>> = {
  'dism-transcripts/dism-help-mount-wim-10.0.14393.txt':
    'the emulator has its own help: that of dism.exe is not ours to copy',
};
