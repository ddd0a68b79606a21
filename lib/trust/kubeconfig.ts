import { stringify } from 'yaml';

export interface KubeconfigParams {
  readonly clusterName: string;
  /** https://host:port */
  readonly server: string;
  /** PEM */
  readonly ca: string;
  readonly user: string;
  readonly credential:
    | { readonly kind: 'certificate'; readonly cert: string; readonly key: string }
    /** Paths, which clients read again when the files change. */
    | { readonly kind: 'certificate-files'; readonly cert: string; readonly key: string }
    | { readonly kind: 'token'; readonly token: string };
}

/** A kubeconfig with one context, named user@cluster, and everything inline that is not a file of the caller's. */
export function renderKubeconfig(params: KubeconfigParams): string {
  const context = `${params.user}@${params.clusterName}`;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: params.clusterName, cluster: { server: params.server, 'certificate-authority-data': base64(params.ca) } },
    ],
    users: [{ name: params.user, user: userOf(params.credential) }],
    contexts: [{ name: context, context: { cluster: params.clusterName, user: params.user } }],
    'current-context': context,
  });
}

function userOf(credential: KubeconfigParams['credential']): Readonly<Record<string, string>> {
  switch (credential.kind) {
    case 'certificate':
      return { 'client-certificate-data': base64(credential.cert), 'client-key-data': base64(credential.key) };
    case 'certificate-files':
      return { 'client-certificate': credential.cert, 'client-key': credential.key };
    case 'token':
      return { token: credential.token };
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
