/**
 * What the OS API is compared with: grpc-js as it comes, one method that answers each call with the same bytes, mutual TLS. A process of
 * its own; its parent says what to serve as JSON on stdin, and is told the port on stdout.
 */
import { text } from 'node:stream/consumers';
import { Server, ServerCredentials, type sendUnaryData } from '@grpc/grpc-js';

export interface EchoInput {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  /** /package.Service/Method */
  readonly path: string;
  /** The message, base64. */
  readonly answer: string;
}

const { ca, cert, key, path, answer } = JSON.parse(await text(process.stdin)) as EchoInput;
const message = Buffer.from(answer, 'base64');
const asItIs = (bytes: Buffer): Buffer => bytes;

const server = new Server();
server.addService(
  {
    call: {
      path,
      requestStream: false,
      responseStream: false,
      requestSerialize: asItIs,
      requestDeserialize: asItIs,
      responseSerialize: asItIs,
      responseDeserialize: asItIs,
    },
  },
  { call: (_call: unknown, callback: sendUnaryData<Buffer>) => callback(null, message) },
);
const pair = { cert_chain: Buffer.from(cert), private_key: Buffer.from(key) };
const credentials = ServerCredentials.createSsl(Buffer.from(ca), [pair], true);
server.bindAsync('127.0.0.1:0', credentials, (error, port) => {
  if (error !== null) throw error;
  console.log(port);
});
