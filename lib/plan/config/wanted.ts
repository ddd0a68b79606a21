/** What configuration a node shall have by a rollout, and how far it is from that. */
import { type ConfigIssue, diffDocuments, formatIssue } from '@talos/crds/config/index.ts';
import type { Rollout } from '@talos/crds/rollout.ts';
import type { Subject } from '../context.ts';
import type { ConfigView } from '../types.ts';
import { type Layer, layersOf, type Merged, mergeLayers } from './layers.ts';
import { type Rendered, render } from './render.ts';

export type Wanted =
  /** No layer is for it, and none was: its configuration is its own. */
  | { readonly kind: 'none' }
  /** Its documents have not been read, or have changed since. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'known'; readonly rendered: Rendered; readonly merged: Merged };

interface Remembered {
  readonly key: string;
  readonly managed: unknown;
  readonly wanted: Wanted;
}

/**
 * What was rendered is remembered for as long as the documents are that it was made of: a plan is made many times a minute, a
 * configuration changes hardly ever. Without influence on what comes out.
 */
export class RenderMemo {
  /** Within one plan, which asks several times. */
  readonly #asked = new WeakMap<Subject, { readonly rollout: Rollout | undefined; readonly wanted: Wanted }>();
  readonly #wanted = new WeakMap<object, Remembered>();
  readonly #diffs = new WeakMap<Rendered, string>();
  readonly #merged = new Map<string, Merged>();

  wanted(subject: Subject, rollout: Rollout | undefined): Wanted {
    const known = this.#asked.get(subject);
    if (known !== undefined && known.rollout === rollout) return known.wanted;
    const wanted = this.#look(subject, rollout);
    this.#asked.set(subject, { rollout, wanted });
    return wanted;
  }

  #look({ node, state }: Subject, rollout: Rollout | undefined): Wanted {
    const layers = layersOf(rollout?.spec.layers ?? [], node.labels);
    const managed = state.spec.managed ?? [];
    if (layers.length === 0 && managed.length === 0) return { kind: 'none' };
    const config = readConfig(node.agent);
    if (config === undefined) return { kind: 'unread' };
    const key = `${rollout?.spec.targetHash} ${layers.map(({ name }) => name).join(' ')}`;
    const known = this.#wanted.get(config.documents);
    if (known?.key === key && known.managed === state.spec.managed) return known.wanted;
    const wanted = wantedOf(config, managed, this.#mergedOf(key, layers));
    this.#wanted.set(config.documents, { key, managed: state.spec.managed, wanted });
    return wanted;
  }

  /** As a unified diff; secrets are digests. */
  diff(config: ConfigView, rendered: Rendered): string {
    const known = this.#diffs.get(rendered);
    if (known !== undefined) return known;
    const diff = diffDocuments(config.documents, rendered.documents, NO_KEY);
    this.#diffs.set(rendered, diff);
    return diff;
  }

  #mergedOf(key: string, layers: readonly Layer[]): Merged {
    const known = this.#merged.get(key);
    if (known !== undefined) return known;
    // A few classes of nodes, for each of the last rollouts.
    if (this.#merged.size >= 256) this.#merged.clear();
    const merged = mergeLayers(layers);
    this.#merged.set(key, merged);
    return merged;
  }
}

/** What the agent shows is masked already: digests of digests are all that this makes, on both sides alike. */
const NO_KEY = Buffer.alloc(32);

function wantedOf(config: ConfigView, managed: Parameters<typeof render>[1], merged: Merged): Wanted {
  const rendered = render(config.documents, managed, merged);
  return rendered.issues.length > 0
    ? { kind: 'refused', message: wordsOf(rendered.issues) }
    : { kind: 'known', rendered, merged };
}

const wordsOf = (issues: readonly ConfigIssue[]): string => issues.slice(0, 3).map(formatIssue).join('; ');

/** The documents in force; undefined while what was read is not what the agent tells the hash of. */
export function readConfig(agent: Subject['node']['agent']): ConfigView | undefined {
  return agent?.config?.hash === agent?.configHash ? agent?.config : undefined;
}
