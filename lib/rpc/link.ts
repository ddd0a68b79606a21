/**
 * The connection between apid and machined: many calls on one unix socket, each a head, bytes both ways, and a status.
 *
 * Ours, in the place of HTTP/2, which node makes for anybody: a stream of it is two dozen objects on either side, and of what a small call
 * took in apid and machined together two thirds were spent on those of the way between them, most of it on collecting them again. Between
 * two programs of one image that are started together there is nothing to negotiate, and no header but what is in `CallHead`.
 *
 * A frame: length of the payload (4 bytes), number of the call (4), kind (1), payload. Numbers are the client's, one after the other.
 *
 * Guarantees: a receiver holds no more of a call than the window that it gave; frames of a call arrive in order; each call that was
 * opened is told that it is over exactly once, also when the connection breaks.
 */
import type { Duplex } from 'node:stream';
import type { StatusName } from './error.ts';
import type { Caller } from './service.ts';

/** What a client of the link says first; one of HTTP/2 begins with `PRI * HTTP/2.0`. */
export const PREFACE = Buffer.from('TALOS LINK 1\r\n');

export interface CallHead {
  /** /package.Service/Method */
  readonly path: string;
  /** Of messages that say that they are compressed: the client's grpc-encoding. */
  readonly encoding?: string | undefined;
  /** Left until the call's deadline. */
  readonly timeoutMs?: number | undefined;
  /** Of the answer's bytes, how many may be sent before the first of them is taken. */
  readonly window: number;
  readonly caller: Caller;
}

export interface CallStatus {
  readonly code: StatusName;
  readonly message: string;
  readonly reason?: string | undefined;
}

/** What one side of a call is told. */
export interface CallEvents {
  /** Bytes of the other side; `taken` makes room for more. They lie in memory that other calls share: not to be kept for long. */
  data(bytes: Buffer): void;
  /** The client sends no more. Only a server is told. */
  end(): void;
  /** What waited has been sent. */
  drain(): void;
  /** The last that is told: the status at a client, undefined when there will be none; at a server that the client has gone. */
  over(status: CallStatus | undefined): void;
}

const KIND = { OPEN: 0, DATA: 1, END: 2, STATUS: 3, CANCEL: 4, TAKEN: 5 } as const;
const HEADER_BYTES = 9;
/** Of all frames but those of data, which are passed on in the pieces that come. */
const MAX_FRAME_BYTES = 64 * 1024;
/** So that no large answer holds up the others for long. */
const MAX_DATA_BYTES = 64 * 1024;
/** Of a request's bytes, as a client may send before any is taken. */
const REQUEST_WINDOW = 64 * 1024;
/** Smaller payloads are copied into one buffer with their neighbours: a write each would cost more. */
const SMALL_BYTES = 2 * 1024;
const BATCH_BYTES = 16 * 1024;
/** Bytes that wait for the other program to read them: beyond, whoever sends much is asked to wait. */
const SOCKET_BYTES = 512 * 1024;
/** Open at once, and those that were left and whose end has not been told yet. */
export const MAX_CALLS = 1024;
const MAX_NUMBER = 0xffff_ffff;

const NOBODY: CallEvents = { data: () => {}, end: () => {}, drain: () => {}, over: () => {} };
const EMPTY = Buffer.alloc(0);

/** One side of a call. */
export class LinkCall {
  readonly #link: Link;
  readonly #number: number;
  #events: CallEvents = NOBODY;
  /** What may still be sent; and what has to wait for that. */
  #room: number;
  readonly #waiting: { bytes: Buffer; readonly onSent: (() => void) | undefined }[] = [];
  /** Behind what waits. */
  #last: (() => void) | undefined;
  /** What the other side may still send, and what of it was taken since it was last told. */
  readonly #window: number;
  #allowed: number;
  #taken = 0;
  /** Nothing more is sent but what waits; and not even that. */
  #ended = false;
  #left = false;
  /** The other side sends no more; and it listens no more. */
  #heard = false;
  #deaf = false;
  #over = false;

  constructor(link: Link, number: number, windows: { readonly theirs: number; readonly ours: number }) {
    this.#link = link;
    this.#number = number;
    this.#room = windows.theirs;
    this.#window = windows.ours;
    this.#allowed = windows.ours;
  }

  listen(events: CallEvents): void {
    this.#events = events;
  }

  /** Whether the sender should wait for `drain`. */
  get full(): boolean {
    return !this.#deaf && !this.#over && (this.#waiting.length > 0 || this.#link.full);
  }

  /** `onSent`: the bytes are used no more. */
  send(bytes: Buffer, onSent?: () => void): void {
    if (this.#over || this.#ended || this.#deaf) {
      onSent?.();
      return;
    }
    this.#waiting.push({ bytes, onSent });
    this.#flush();
  }

  /** A client's: it sends no more. */
  end(): void {
    if (this.#ended || this.#over) return;
    this.#finish(() => this.#link.write(this.#number, KIND.END));
  }

  /** A client's: it wants no answer any more; it is still told when the call is over. */
  cancel(): void {
    if (this.#over || this.#left) return;
    this.#left = true;
    this.#ended = true;
    this.#last = undefined;
    this.#drop();
    this.#link.write(this.#number, KIND.CANCEL);
  }

  /** A server's, and the last of a call. With an error, what has not been sent by now never is. */
  finish(status: CallStatus): void {
    if (this.#over || this.#ended) return;
    if (status.code !== 'OK') this.#drop();
    this.#finish(() => {
      this.#over = true;
      this.#link.write(this.#number, KIND.STATUS, Buffer.from(JSON.stringify(status)));
      this.#link.forget(this.#number);
    });
  }

  /** So many of the bytes that were told of have been used. */
  taken(bytes: number): void {
    if (this.#over) return;
    this.#taken += bytes;
    if (this.#taken < this.#window / 4) return;
    const payload = Buffer.allocUnsafe(4);
    payload.writeUInt32BE(this.#taken);
    this.#allowed += this.#taken;
    this.#taken = 0;
    this.#link.write(this.#number, KIND.TAKEN, payload);
  }

  /** Errors: of a frame that breaks the rules. */
  onFrame(kind: number, payload: Buffer): void {
    switch (kind) {
      case KIND.DATA:
        this.#allowed -= payload.length;
        if (this.#heard || this.#allowed < 0) throw new Error('more was sent than there is room for');
        this.#events.data(payload);
        break;
      case KIND.END:
        if (this.#heard) throw new Error('it ended twice');
        this.#heard = true;
        this.#events.end();
        break;
      case KIND.TAKEN:
        this.#room += payload.readUInt32BE(0);
        this.#flush();
        this.onRoom();
        break;
      case KIND.STATUS:
        this.onOver(JSON.parse(payload.toString()) as CallStatus);
        break;
      case KIND.CANCEL:
        this.#gone();
        break;
      default:
        throw new Error(`a frame of kind ${kind}`);
    }
  }

  /** Something that was waited for has left. */
  onRoom(): void {
    if (!this.full) this.#events.drain();
  }

  /** A client's end, or anybody's when the connection is gone. */
  onOver(status: CallStatus | undefined): void {
    if (this.#over) return;
    this.#over = true;
    this.#drop();
    this.#link.forget(this.#number);
    this.#events.over(status);
  }

  /** The client has left: the server still says the status, by which the client's number is free again. */
  #gone(): void {
    if (this.#deaf) return;
    this.#deaf = true;
    this.#drop();
    this.#events.over(undefined);
    this.#flush();
  }

  #finish(last: () => void): void {
    this.#ended = true;
    this.#last = last;
    this.#flush();
  }

  #flush(): void {
    for (let next = this.#waiting[0]; next !== undefined && this.#room > 0; next = this.#waiting[0]) {
      const size = Math.min(next.bytes.length, this.#room, MAX_DATA_BYTES);
      this.#room -= size;
      if (size === next.bytes.length) {
        this.#waiting.shift();
        this.#link.write(this.#number, KIND.DATA, next.bytes, next.onSent);
      } else {
        this.#link.write(this.#number, KIND.DATA, next.bytes.subarray(0, size));
        next.bytes = next.bytes.subarray(size);
      }
    }
    if (this.#waiting.length > 0) return;
    const last = this.#last;
    this.#last = undefined;
    last?.();
  }

  #drop(): void {
    for (const { onSent } of this.#waiting.splice(0)) onSent?.();
  }
}

/** One side of the connection. */
export class Link {
  readonly #socket: Duplex;
  readonly #onCall: ((head: CallHead, call: LinkCall) => CallEvents) | undefined;
  readonly #calls = new Map<number, LinkCall>();
  #next = 1;
  #closed = false;
  /** Frames of this turn. */
  #batch: { readonly bytes: Buffer; readonly onSent?: (() => void) | undefined }[] = [];
  #flushing = false;
  /** Where small frames are put together: what has been filled by now, and from where on it is not in the batch yet. */
  #small = Buffer.allocUnsafeSlow(BATCH_BYTES);
  #filled = 0;
  #from = 0;
  /** The beginning of a frame whose rest has not come yet. */
  #rest: Buffer | undefined;
  /** Of a frame of data: its call, and what of it is still to come. */
  #data: { readonly number: number; left: number } | undefined;

  /** `onCall`: a server's. `onClose`: once, when the connection is gone and every call has been told. */
  constructor(
    socket: Duplex,
    options: {
      readonly onCall?: (head: CallHead, call: LinkCall) => CallEvents;
      readonly onClose?: () => void;
    } = {},
  ) {
    this.#socket = socket;
    this.#onCall = options.onCall;
    socket.on('data', (chunk: Buffer) => {
      try {
        this.#read(chunk);
      } catch {
        // The other program is not what it should be: nothing that it says is believed any more.
        socket.destroy();
      }
    });
    socket.on('drain', () => {
      for (const call of [...this.#calls.values()]) call.onRoom();
    });
    socket.on('error', () => {});
    socket.once('close', () => {
      this.#closed = true;
      for (const call of [...this.#calls.values()]) call.onOver(undefined);
      for (const { onSent } of this.#batch.splice(0)) onSent?.();
      options.onClose?.();
    });
    if (this.#onCall === undefined) socket.write(PREFACE);
  }

  get closed(): boolean {
    return this.#closed;
  }

  get calls(): number {
    return this.#calls.size;
  }

  /** More than can be sent now. */
  get full(): boolean {
    return this.#socket.writableLength > SOCKET_BYTES;
  }

  /** Opens a call, a client's. `head` without its window. */
  open(head: Omit<CallHead, 'window'>, window: number, events: CallEvents): LinkCall {
    const number = this.#next;
    do this.#next = (this.#next % MAX_NUMBER) + 1;
    while (this.#calls.has(this.#next));
    const call = new LinkCall(this, number, { theirs: REQUEST_WINDOW, ours: window });
    call.listen(events);
    this.#calls.set(number, call);
    this.write(number, KIND.OPEN, Buffer.from(JSON.stringify({ ...head, window })));
    return call;
  }

  close(): void {
    this.#socket.destroy();
  }

  /** Of calls only. */
  forget(number: number): void {
    this.#calls.delete(number);
  }

  /** Of calls only. A frame leaves with all others of this turn. */
  write(number: number, kind: number, payload: Buffer = EMPTY, onSent?: () => void): void {
    if (this.#closed) {
      onSent?.();
      return;
    }
    const small = payload.length <= SMALL_BYTES;
    const size = HEADER_BYTES + (small ? payload.length : 0);
    if (this.#filled + size > this.#small.length) {
      this.#cut();
      this.#small = Buffer.allocUnsafeSlow(BATCH_BYTES);
      this.#filled = 0;
      this.#from = 0;
    }
    const buffer = this.#small;
    const at = this.#filled;
    buffer.writeUInt32BE(payload.length, at);
    buffer.writeUInt32BE(number, at + 4);
    buffer[at + 8] = kind;
    if (small) buffer.set(payload, at + HEADER_BYTES);
    this.#filled += size;
    if (small) onSent?.();
    else {
      this.#cut();
      this.#batch.push({ bytes: payload, onSent });
    }
    if (this.#flushing) return;
    this.#flushing = true;
    setImmediate(() => this.#flush());
  }

  /** Small frames up to here are one piece of the batch. */
  #cut(): void {
    if (this.#filled > this.#from) this.#batch.push({ bytes: this.#small.subarray(this.#from, this.#filled) });
    this.#from = this.#filled;
  }

  #flush(): void {
    this.#flushing = false;
    this.#cut();
    const batch = this.#batch;
    this.#batch = [];
    if (this.#closed) {
      for (const { onSent } of batch) onSent?.();
      return;
    }
    if (batch.length > 1) this.#socket.cork();
    for (const { bytes, onSent } of batch) this.#socket.write(bytes, onSent);
    if (batch.length > 1) this.#socket.uncork();
  }

  /** Errors: of a frame that breaks the rules. */
  #read(chunk: Buffer): void {
    let bytes = chunk;
    if (this.#rest !== undefined) {
      bytes = Buffer.concat([this.#rest, chunk]);
      this.#rest = undefined;
    }
    let at = 0;
    while (at < bytes.length) {
      if (this.#data !== undefined) {
        const size = Math.min(this.#data.left, bytes.length - at);
        this.#calls.get(this.#data.number)?.onFrame(KIND.DATA, bytes.subarray(at, at + size));
        at += size;
        this.#data.left -= size;
        if (this.#data.left === 0) this.#data = undefined;
        continue;
      }
      if (bytes.length - at < HEADER_BYTES) break;
      const length = bytes.readUInt32BE(at);
      const number = bytes.readUInt32BE(at + 4);
      const kind = bytes[at + 8] as number;
      if (length > MAX_FRAME_BYTES) throw new Error(`a frame of ${length} bytes`);
      if (kind === KIND.DATA) {
        at += HEADER_BYTES;
        if (length > 0) this.#data = { number, left: length };
        continue;
      }
      const end = at + HEADER_BYTES + length;
      if (bytes.length < end) break;
      const payload = bytes.subarray(at + HEADER_BYTES, end);
      if (kind === KIND.OPEN) this.#opened(number, payload);
      else this.#calls.get(number)?.onFrame(kind, payload);
      at = end;
    }
    if (at < bytes.length) this.#rest = bytes.subarray(at);
  }

  #opened(number: number, payload: Buffer): void {
    if (this.#onCall === undefined || this.#calls.has(number)) throw new Error('a call that cannot be opened');
    if (this.#calls.size >= MAX_CALLS) throw new Error('too many calls');
    const head = JSON.parse(payload.toString()) as CallHead;
    const call = new LinkCall(this, number, { theirs: head.window, ours: REQUEST_WINDOW });
    this.#calls.set(number, call);
    call.listen(this.#onCall(head, call));
  }
}
