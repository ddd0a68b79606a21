/** The way to the C library. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface NativeFunction {
  (...args: unknown[]): number;
  async(...argsAndCallback: unknown[]): void;
}
interface Koffi {
  load(path: null): { func(declaration: string): NativeFunction };
  errno(value?: number): number;
}

/** From `TALOS_KOFFI`, the image's /usr/lib/talos/koffi.node or the npm package, in this order. Errors: that it cannot be loaded. */
export function loadKoffi(): Koffi {
  const require = createRequire(import.meta.url);
  const shipped = process.env['TALOS_KOFFI'] ?? '/usr/lib/talos/koffi.node';
  if (process.env['TALOS_KOFFI'] !== undefined || existsSync(shipped)) return require(shipped) as Koffi;
  // A computed name, so that bundlers leave it alone: the package is for development only, the image ships the one file.
  const fromPackage = ['koffi'].join();
  const loaded = require(fromPackage) as Koffi & { default?: Koffi };
  return loaded.default ?? loaded;
}
