/** Folder beside an image in which its earlier versions, and what it was made from, are kept: no part of media. */
export const keptFolderName = '.imgupdate';
