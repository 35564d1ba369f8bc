/** The library that starts programs. A file of its own in the build: most commands start none. */
export { execa } from 'execa';
