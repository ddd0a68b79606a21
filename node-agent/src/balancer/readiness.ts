/** Whether an apiserver wants traffic, in its own words. */
import { splitAddress } from './members.ts';

export type ReadinessCheck = (address: string) => Promise<void>;

/**
 * Asks `/readyz`, which answers without an identity, over one kept connection a member. The certificate is not looked at: the
 * answer only orders members, and whoever could forge it could as well take the connection.
 *
 * Errors: anything but 200 within the limit.
 */
export const apiServerReadiness = async (timeoutMs: number): Promise<ReadinessCheck> => {
  // Loaded where there is more than one member to choose from only: TLS is a tenth of this process's memory.
  const { Agent, request } = await import('node:https');
  // An empty list of CAs keeps the 140 of the web from being parsed.
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: [], rejectUnauthorized: false });
  // One socket a member: the agent keeps them apart by host and port.
  return (address) =>
    new Promise((resolve, reject) => {
      const { host, port } = splitAddress(address);
      const asked = request({ agent, host, port, path: '/readyz', timeout: timeoutMs }, (response) => {
        response.resume();
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`/readyz answers ${response.statusCode}`));
        });
      });
      asked.on('timeout', () => asked.destroy(new Error(`/readyz gives no answer within ${timeoutMs} ms`)));
      asked.on('error', reject);
      asked.end();
    });
};
