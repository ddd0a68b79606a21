/**
 * `npm run check`: lint and format, types, the direction of imports, generated files up to date. Under a minute, nothing is written.
 */
import { checkImports } from './check/imports.ts';
import { drift, generateAll } from './gen.ts';
import { CommandFailed, run } from './run.ts';

interface Check {
  readonly name: string;
  run(): Promise<readonly string[]>;
}

function command(program: string, args: readonly string[]): () => Promise<readonly string[]> {
  return async () => {
    try {
      await run(program, args);
      return [];
    } catch (error) {
      if (error instanceof CommandFailed) return [error.message];
      throw error;
    }
  };
}

const CHECKS: readonly Check[] = [
  { name: 'lint and format', run: command('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'direction of imports', run: checkImports },
  {
    name: 'generated files',
    run: async () =>
      (await drift(await generateAll())).map((path) => `${path} is not what its source makes: npm run gen`),
  },
  { name: 'types', run: command('tsc', ['-p', 'tsconfig.json']) },
];

let failed = false;
for (const check of CHECKS) {
  const start = performance.now();
  const problems = await check.run();
  console.log(
    `${problems.length === 0 ? '✓' : '✗'} ${check.name} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
  );
  for (const problem of problems) console.log(`  ${problem}`);
  failed ||= problems.length > 0;
}
process.exitCode = failed ? 1 : 0;
