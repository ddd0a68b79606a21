/** Which of a service's last lines says why it ended. Pure. */

const MAX_LENGTH = 240;

/**
 * The last line that tells of an error, in the manner of klog (`E1123 …`, `F1123 …`), of Go's flag package, or of logs in JSON or in
 * key=value form; else the last one there is; undefined: none. Cut to what fits beside other evidence.
 */
export function lastWords(lines: readonly string[]): string | undefined {
  const told = lines.map((line) => line.trim()).filter((line) => line !== '');
  const line = told.findLast((one) => ERROR.test(one)) ?? told.at(-1);
  if (line === undefined) return undefined;
  const text = messageOf(line);
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
}

/** pino's 50 and 60 are error and fatal. */
const ERROR = /^[EF]\d{4} |^(Error|error|panic|fatal)\b|level"?[=:] ?"?(error|fatal|panic|50\b|60\b)|"level":(50|60)\b/;

/** Without the time and the place in the source, which the log itself has. */
function messageOf(line: string): string {
  const klog = /^[EF]\d{4} \S+ +\d+ \S+\] (.*)$/.exec(line)?.[1];
  if (klog !== undefined) return klog;
  if (!line.startsWith('{')) return line;
  try {
    const { msg, message, error, err } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const why = typeof err === 'object' && err !== null && 'message' in err ? err.message : (err ?? error);
    const parts = [msg ?? message, why].filter((part) => typeof part === 'string');
    return parts.length === 0 ? line : parts.join(': ');
  } catch {
    return line;
  }
}
