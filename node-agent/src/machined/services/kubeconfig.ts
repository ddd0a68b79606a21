/** Kubeconfigs: pure. JSON is YAML, and needs no quoting rules. */

export type KubeCredential =
  | { readonly kind: 'certificate'; readonly certPem: string; readonly keyPem: string }
  | { readonly kind: 'token'; readonly token: string };

export const renderKubeconfig = (input: {
  readonly cluster: string;
  readonly server: string;
  readonly caPem: string;
  readonly user: string;
  readonly credential: KubeCredential;
}): string => {
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const { credential } = input;
  const user =
    credential.kind === 'token'
      ? { token: credential.token }
      : {
          'client-certificate-data': base64(credential.certPem),
          'client-key-data': base64(credential.keyPem),
        };
  const context = `${input.user}@${input.cluster}`;
  return `${JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        { name: input.cluster, cluster: { server: input.server, 'certificate-authority-data': base64(input.caPem) } },
      ],
      users: [{ name: input.user, user }],
      contexts: [{ name: context, context: { cluster: input.cluster, user: input.user } }],
      'current-context': context,
    },
    null,
    2,
  )}\n`;
};
