/**
 * Takes secrets out of what goes into a support archive. Pure.
 *
 * The nodes mask what they know to be secret; this is the second line, for what programs print of their own accord. It looks for
 * the forms that secrets have, and would rather take out too much.
 */

export const LEFT_OUT = '(left out)';

/** Names whose values are secret, at the end of a longer name too: bootstrapToken, client-key-data. */
const NAMES =
  'pass(?:word|wd|phrase)|secret|token|secretbox|credentials?|(?:api|private|client|signing|digest|secret|access|encryption)[_-]?key(?:[_-]?data)?|authorization|auth';
const NAME = new RegExp(`(?:${NAMES})$`, 'i');

const VALUE = [
  String.raw`(?<quote>\\+")(?:(?!(?<!\\)\k<quote>)[^\n])*(?:\k<quote>)?`,
  String.raw`"(?:[^"\\\n]|\\.)*"?`,
  String.raw`'[^'\n]*'?`,
  String.raw`(?!\(left out\)|(?:true|false|null)\b)[^\s,;&"'{}\[\]\\]+`,
].join('|');

const RULES: readonly (readonly [RegExp, string | ((...groups: string[]) => string)])[] = [
  // Whole, escaped as in JSON, or cut off at its end.
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]{0,16384}?-----END [A-Z ]*PRIVATE KEY-----|(?:[A-Za-z0-9+/=\s]|\\[nr])*)/g,
    LEFT_OUT,
  ],
  // The same in base64, as kubeconfigs and Secrets have it: "-----BEGIN " and whatever follows it there.
  [
    /LS0tLS1CRUdJTi[A-Za-z0-9+/]+=*/g,
    (text) => (/PRIVATE KEY/.test(Buffer.from(text, 'base64').toString()) ? LEFT_OUT : text),
  ],
  // JSON Web Tokens: a service account's.
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+/g, LEFT_OUT],
  // Bootstrap tokens.
  [/\b[a-z0-9]{6}\.[a-z0-9]{16}\b/g, LEFT_OUT],
  [/\b(bearer|basic)(\s+)[\w.~+/=-]{6,}/gi, (_all, scheme = '', space = '') => `${scheme}${space}${LEFT_OUT}`],
  // user:password@ of a URL.
  [/(:\/\/[^\s/:@"']*:)[^\s/@"']+@/g, (_all, before = '') => `${before}${LEFT_OUT}@`],
  // name: value, name=value, "name": "value" (and escaped once more, or cut off).
  [
    new RegExp(String.raw`((?:${NAMES})(?:\\*["'])?\s*[:=]\s*)(${VALUE})`, 'gi'),
    (_all, before = '', value = '') => `${before}${quoteLike(value)}`,
  ],
];

/** Keeps JSON what was JSON. */
function quoteLike(value: string): string {
  const quote = /^\\*["']/.exec(value)?.[0] ?? '';
  return `${quote}${LEFT_OUT}${quote}`;
}

/** `known` are secrets in the clear that must not be there whatever is around them. */
export function redactText(text: string, known: readonly string[] = []): string {
  let result = text;
  for (const secret of known) if (secret.length >= 8) result = result.replaceAll(secret, LEFT_OUT);
  for (const [pattern, replacement] of RULES) result = result.replace(pattern, replacement as string);
  return result;
}

/**
 * A Kubernetes object without what may hold secrets: values of environment variables (their names stay), of fields with a
 * telling name, the copy of itself that kubectl leaves in an annotation; and without managedFields, which tell nothing.
 */
export function redactObject(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => (key === 'env' ? redactVariable(item) : redactObject(item)));
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' && NAME.test(key) ? LEFT_OUT : value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'managedFields' && name !== 'kubectl.kubernetes.io/last-applied-configuration')
      .map(([name, child]) => [name, redactObject(child, name)]),
  );
}

function redactVariable(variable: unknown): unknown {
  if (typeof variable !== 'object' || variable === null || !('value' in variable)) return redactObject(variable);
  return { ...variable, value: LEFT_OUT };
}
