// The part of cli-progress that we use; the package has no types of its own. (It is CommonJS: imported whole.)
declare module 'cli-progress' {
  interface SingleBar {
    update(value: number, payload?: object): void;
  }
  class MultiBar {
    constructor(options: object, preset?: object);
    create(total: number, start: number, payload?: object, options?: object): SingleBar;
    remove(bar: SingleBar): boolean;
    log(line: string): void;
    update(): void;
    stop(): void;
  }
  const Presets: Readonly<Record<string, object>>;
}
