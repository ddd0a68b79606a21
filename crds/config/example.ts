/**
 * Two whole configurations for tests, here and in the programs. The certificates are worthless: their keys stand beside them.
 */

import type { NodeDocuments } from './kinds.ts';
import { renderDocuments } from './render.ts';

const CA_CERT = `-----BEGIN CERTIFICATE-----
MIIBgjCCASegAwIBAgIUJyvvFHb5x9Hg2GVj/3hBml5+rcAwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKZXhhbXBsZSBjYTAgFw0yNjExMjMwMzA1MjBaGA8yMTI2MTAz
MDAzMDUyMFowFTETMBEGA1UEAwwKZXhhbXBsZSBjYTBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABBERpOqj9atFdjcRNJUZQ9/QLhGDzvgJBwBMZwD3hfEaQVm3NDjo
scqdNjOZ7Fw3VBrtGGFC+GYoZMb/25++m86jUzBRMB0GA1UdDgQWBBSI2T3zye0f
JWRIVC3dHLNqfVHTRjAfBgNVHSMEGDAWgBSI2T3zye0fJWRIVC3dHLNqfVHTRjAP
BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCGiW9UCt20+83ScIje
d5kqUfrQXaTOfas3qmYRHWC4CwIhAM8/k3TW65L4UhTdMi91/XyA7qQp15oBSky4
LW4ofwCb
-----END CERTIFICATE-----
`;
const CA_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzxAdVvCFR7Tonnu6
/ziNOAUVIiO+PIuOQpwPMfPpoN2hRANCAAQREaTqo/WrRXY3ETSVGUPf0C4Rg874
CQcATGcA94XxGkFZtzQ46LHKnTYzmexcN1Qa7RhhQvhmKGTG/9ufvpvO
-----END PRIVATE KEY-----
`;
const JOIN_CERT = `-----BEGIN CERTIFICATE-----
MIIBPjCB5QIUTBan/aveMhN+dGOxcaEsXfwzYXswCgYIKoZIzj0EAwIwFTETMBEG
A1UEAwwKZXhhbXBsZSBjYTAgFw0yNjExMjMwMzA1MjBaGA8yMTI2MTAzMDAzMDUy
MFowLTEQMA4GA1UECgwHb3M6am9pbjEZMBcGA1UEAwwQZXhhbXBsZS13b3JrZXIt
MTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDZp/JTKgwqU0zqSbV4RbEdEbczu
GOrO0L+gaqJhE6FhrOhEqrveBVn4bT95IidjADWEE3Tt8kVYP5XvzMlChU8wCgYI
KoZIzj0EAwIDSAAwRQIgMMDUpmwK3DLFf6DIU8N1l9Y26SN1XpwwVqeynjLlWkQC
IQCB5CWI3QSRcBwT5C3rK0xmXOXOjo0ZSZI9PSynCs4aMQ==
-----END CERTIFICATE-----
`;
const JOIN_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzcOEM6baZ0reLKkH
lPB07efCA0Twg0ynOku7MjMtooGhRANCAAQ2afyUyoMKlNM6km1eEWxHRG3M7hjq
ztC/oGqiYROhYazoRKq73gVZ+G0/eSInYwA1hBN07fJFWD+V78zJQoVP
-----END PRIVATE KEY-----
`;
const OTHER_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgyEbt93p7U9fmuhtD
nkoW92gmqutbf3YIwfQ2cGmQGp2hRANCAATvoKb16zDyS4xvBMVGI6tEUJdf8AwW
4HtuLhAbfbghB8AHPl3O/jV4jMiuXQv5ZHVTURz5hY00UJdlhZuiVSZN
-----END PRIVATE KEY-----
`;

const DIGEST_KEY = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const ca = { cert: CA_CERT, key: CA_KEY };
const common = {
  network: { nameservers: ['10.5.0.1'] },
  cluster: {
    name: 'example',
    endpoint: 'https://10.5.0.251:6443',
    controlPlanes: ['10.5.0.2'],
    podCIDR: '10.244.0.0/16',
    serviceCIDR: '10.96.0.0/12',
    dnsDomain: 'cluster.local',
  },
  kubelet: {},
  registry: { mirrors: { 'osctl.dev': { endpoints: ['http://10.5.0.250:5000'] } } },
};

export const EXAMPLE_CONTROL_PLANE: NodeDocuments = {
  ...common,
  system: { nodeName: 'example-cp-1', role: 'control-plane' },
  trust: {
    osCA: ca,
    kubernetesCA: ca,
    frontProxyCA: ca,
    etcdCA: ca,
    serviceAccountKey: CA_KEY,
    digestKey: DIGEST_KEY,
  },
};

export const EXAMPLE_WORKER: NodeDocuments = {
  ...common,
  system: { nodeName: 'example-worker-1', role: 'worker' },
  trust: {
    osCA: { cert: CA_CERT },
    join: { cert: JOIN_CERT, key: JOIN_KEY },
    kubernetesCA: { cert: CA_CERT },
    digestKey: DIGEST_KEY,
    bootstrapToken: 'abcdef.0123456789abcdef',
  },
};

/** Fits none of the certificates. */
export const EXAMPLE_STRAY_KEY = OTHER_KEY;

export const EXAMPLE_WORKER_YAML = renderDocuments(EXAMPLE_WORKER);
