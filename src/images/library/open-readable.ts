import { type OpenImage, type OpeningPorts, openImageFile } from './open-image.ts';
import { isIso, openIso } from './open-iso.ts';

/**
 * Opens what can be read as an image: an image file, or an ISO image with one inside. Only an image file can be registered
 * and serviced: whoever wants one calls `openImageFile`. `path` is absolute. Throws Problem.
 */
export function openReadable(ports: OpeningPorts, path: string): OpenImage {
  return isIso(ports, path) ? openIso(ports, path) : openImageFile(ports, path);
}
