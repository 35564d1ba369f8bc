/** Where a distribution point is served when nothing else is said. */
export const defaultPort = 8480;
