/**
 * Who changed what, and who was refused: JSON lines in audit/audit.log. machined is the only writer, so that a hijacked door
 * cannot rewrite what was recorded.
 */
import { closeSync, existsSync, fdatasyncSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface AuditRecord {
  /** CN of the caller's certificate. */
  readonly subject: string;
  /** Role that the certificate names; empty: none of ours. */
  readonly role: string;
  readonly address: string;
  /** Of the caller's certificate: what to deny. */
  readonly serial?: string;
  /** /package.Service/Method */
  readonly method: string;
  /** What was to be changed or read: a service, an operation, a path. Never a value. */
  readonly target: string;
  /** The target is kept to 4096 characters instead of 512. */
  readonly whole?: boolean;
  /** ACCEPTED (an operation that goes on), OK, or the name of the gRPC status. */
  readonly result: string;
  /** Stable code of the refusal. */
  readonly reason?: string;
  /** Equal refusals folded into this record. */
  readonly count?: number;
  /** Unix ms; now unless given. */
  readonly timeMs?: number;
}

/** A record as it is stored. */
export interface AuditLine extends Omit<AuditRecord, 'timeMs' | 'whole'> {
  /** RFC 3339. */
  readonly time: string;
}

export interface AuditLog {
  record(entry: AuditRecord): void;
  /** What is on disk, the oldest file first, opened for reading up to `size`: whoever asks closes them. */
  open(): readonly { readonly fd: number; readonly size: number }[];
  /** Called with each record from now on. Returns the way to stop. */
  onRecord(listener: (line: AuditLine) => void): () => void;
  close(): void;
}

export interface AuditOptions {
  readonly path: string;
  readonly now: () => number;
  /** Called when a record could not be written; the call itself goes on (a full disk must not take the API away). */
  readonly onError: (error: unknown) => void;
  /** Of one file; `keep` more of them are kept. */
  readonly limitBytes?: number;
  readonly keep?: number;
}

const FIELD_LENGTH = 512;
const WHOLE_LENGTH = 4096;

/**
 * Guarantees: a record is on disk when `record` returns; records are whole lines; at most limitBytes × (keep + 1) are used;
 * no field is longer than 512 characters, so that a caller cannot push others' records out with few calls (but the targets that are
 * recorded whole, which only an administrator can make).
 */
export function openAuditLog(options: AuditOptions): AuditLog {
  const { path, now, onError, limitBytes = 4 * 1024 * 1024, keep = 3 } = options;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let fd: number | undefined = openSync(path, 'a', 0o600);

  const rotate = (): number => {
    if (fd !== undefined) closeSync(fd);
    fd = undefined;
    for (let n = keep - 1; n >= 1; n--) if (existsSync(`${path}.${n}`)) renameSync(`${path}.${n}`, `${path}.${n + 1}`);
    renameSync(path, `${path}.1`);
    fd = openSync(path, 'a', 0o600);
    return fd;
  };

  const listeners = new Set<(line: AuditLine) => void>();

  return {
    record(entry) {
      const stored = lineOf(entry, now());
      const line = Buffer.from(`${JSON.stringify(stored)}\n`);
      for (const listener of listeners) listener(stored);
      try {
        fd ??= openSync(path, 'a', 0o600);
        const size = fstatSync(fd).size;
        const target = size > 0 && size + line.length > limitBytes ? rotate() : fd;
        writeSync(target, line);
        fdatasyncSync(target);
      } catch (error) {
        onError(error);
      }
    },
    open() {
      const names = [...Array.from({ length: keep }, (_, n) => `${path}.${keep - n}`), path];
      return names.filter(existsSync).map((name) => {
        const opened = openSync(name, 'r');
        return { fd: opened, size: fstatSync(opened).size };
      });
    },
    onRecord(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      if (fd !== undefined) closeSync(fd);
      fd = undefined;
    },
  };
}

function lineOf(entry: AuditRecord, now: number): AuditLine {
  const text = (value: string, length = FIELD_LENGTH) => value.slice(0, length).toWellFormed();
  const timeMs = entry.timeMs ?? now;
  return {
    // A time from outside may be any number; Date refuses those beyond ±8.64e15.
    time: new Date(Math.abs(timeMs) <= 8.64e15 ? timeMs : now).toISOString(),
    subject: text(entry.subject),
    role: text(entry.role),
    address: text(entry.address),
    ...(entry.serial ? { serial: text(entry.serial) } : {}),
    method: text(entry.method),
    target: text(entry.target, entry.whole === true ? WHOLE_LENGTH : FIELD_LENGTH),
    result: text(entry.result),
    ...(entry.reason === undefined ? {} : { reason: text(entry.reason) }),
    ...(entry.count === undefined || entry.count === 1 ? {} : { count: entry.count }),
  };
}
