import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly sequence?: string;
  readonly data: Record<string, unknown>;
}

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly events: readonly ReceivedEvent[];
}

type Reply = number | { readonly status: number; readonly headers: Readonly<Record<string, string>> };

/** A receiver of webhooks on this machine: it answers as it is told to, and keeps what it has taken. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Every request, also those that were refused. */
  readonly requests: ReceivedRequest[];
  /** How it answers; 204 to everything at first. */
  reply: (request: ReceivedRequest) => Reply;
  /** Events that were taken, by their path, in the order of their arrival. */
  taken(path: string): ReceivedEvent[];
  close(): Promise<void>;
}

const listening = (server: Server): Promise<number> => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

export const openReceiver = async (): Promise<Receiver> => {
  const requests: ReceivedRequest[] = [];
  const taken: ReceivedRequest[] = [];
  const server = createServer((incoming, answer) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const request = { path: incoming.url ?? '', headers: incoming.headers, body, events: JSON.parse(body) as ReceivedEvent[] };
      requests.push(request);
      const reply = receiver.reply(request);
      const { status, headers } = typeof reply === 'number' ? { status: reply, headers: {} } : reply;
      if (status < 300) taken.push(request);
      answer.writeHead(status, headers).end();
    });
  });
  const port = await listening(server);
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    reply: () => 204,
    taken: (path) => taken.filter((request) => request.path === path).flatMap(({ events }) => events),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
};
