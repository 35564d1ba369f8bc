/** The English text that dism.exe prints below a code. Lines are separated by CR LF, as printed. */
export function messageOf(code: number): string {
  return messages[code] ?? 'DISM failed. No operation was performed.\r\nFor more information, review the log file.';
}

const messages: Record<number, string> = {
  2: 'The system cannot find the file specified.',
  3: 'The system cannot find the path specified.',
  5: 'Access is denied.',
  11: 'An attempt was made to load a program with an incorrect format.',
  13: 'The data is invalid.',
  50: 'The request is not supported.',
  87: 'The parameter is incorrect.',
  112: 'There is not enough space on the disk.',
  123: 'The filename, directory name, or volume label syntax is incorrect.',
  126: 'The specified module could not be found.',
  183: 'Cannot create a file when that file already exists.',
  206: 'The filename or extension is too long.',
  552: 'An error occurred applying the Unattend.xml file from the .msu package.\r\nFor more information, review the log file.',
  1392: 'The file or directory is corrupted and unreadable.',
  1726: 'The remote procedure call failed.\r\nAn error occurred closing a servicing component in the image.',
  3017: 'The requested operation failed. A system reboot is required to roll back changes made.',
  2148468741: 'The specified package is not valid Windows package.',
  2148468742: 'The operation could not be completed due to pending operations.',
  2148468766: 'The specified package is not applicable to this image.',
  2148468767:
    'The source files could not be found.\r\nUse the "Source" option to specify the location of the files that are required to restore the feature. For more information on specifying a source location, see http://go.microsoft.com/fwlink/?LinkId=243077.',
  2148468784:
    'The specified image is no longer serviceable and may be corrupted. \r\nDiscard the modified image and start again.',
  3242328332: 'The image is mounted with read-only access. Changes cannot be saved.',
  3242328339: 'The specified mount directory is already used by another mounted image.',
  3242328340: 'The user attempted to mount to a directory that is not empty. This is not supported.',
  3242328341: 'The specified mount directory does not exist.',
  3242328343:
    'The directory could not be completely unmounted. This is usually due to applications that still have files opened within the mount directory. Close these files and unmount again to complete the unmount process.',
  3242328338: 'The mounted image is in use by another operation.',
  3242328337: 'The specified directory is not the mount directory of a mounted image.',
  3242328349:
    'The specified mounted image cannot be committed back into the WIM. This occurs when an image has been through a partial unmount or when an image is still being mounted. If this image was unmounted with commit earlier, then the commit probably succeeded. Please validate that this is the case and then unmount without commit.',
  3242328354: 'The image file was changed after it was mounted.',
  3242328359: 'The specified image in the specified wim is already mounted for read and write access.',
  3242328368: 'A part of a split image cannot be mounted.',
  3242328380: 'An image with solid compression cannot be mounted.',
  3243311377:
    'You do not have permissions to mount and modify this image.\r\nVerify that you have Read/Write permissions or mount the image using the /ReadOnly option. Note that you cannot commit changes to an image with read-only permissions.',
  3243311379: 'The specified index does not exist in the image file.',
  3243311380: 'The mounted image needs to be remounted before it can be serviced.',
  3243311381: 'The mounted image is invalid and cannot be serviced.',
  3243311613: 'The image is being serviced by another instance of DISM.',
};
