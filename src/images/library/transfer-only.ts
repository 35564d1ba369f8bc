/** What a person must know of an image that clients get by multicast alone. */
export function transferOnlyWarning(imageName: string): string {
  return `${imageName} travels by multicast alone: its task sequences must be deployed with "Download content locally when needed by the running task sequence".`;
}
