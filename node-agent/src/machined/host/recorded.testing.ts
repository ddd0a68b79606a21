/** Texts of /proc as a node's kernel wrote them, for tests: testdata/node of the node itself, testdata/pod of CoreDNS on it. */
import { readFileSync } from 'node:fs';

export const recorded = (name: string): string => readFileSync(new URL(`./testdata/${name}`, import.meta.url), 'utf8');
