import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What went over the wire to PostgreSQL. */
export type Traffic = {
  statements: number;
  /** Times that somebody who had been answered asked again: statements sent together are one. */
  roundTrips: number;
  /** Statements by their first words, where they were new to the server. */
  texts: string[];
};

export type Wire = { url: string; traffic: Traffic; reset: () => void; close(): Promise<void> };

/**
 * A proxy in front of a PostgreSQL server that counts, whatever client speaks: simple queries and executions of the
 * extended protocol (PostgreSQL, "Message Formats"), transaction commands among them.
 */
export const openWire = async (databaseUrl: string): Promise<Wire> => {
  const target = new URL(databaseUrl);
  const traffic: Traffic = { statements: 0, roundTrips: 0, texts: [] };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay().on('error', () => {}));
      socket.on('close', () => sockets.delete(socket));
    }
    const read = readMessages(traffic);
    let answered = true;
    client.on('data', (chunk) => {
      read(chunk);
      if (answered) traffic.roundTrips += 1;
      answered = false;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      answered = true;
      client.write(chunk);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    traffic,
    reset: () => Object.assign(traffic, { statements: 0, roundTrips: 0, texts: [] }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

/** Counts the statements in what a client sends. Its first message has no type, the later ones have. */
const readMessages = (traffic: Traffic): ((chunk: Buffer) => void) => {
  let rest = Buffer.alloc(0);
  let started = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = started ? 1 : 0;
      if (rest.length < head + 4) break;
      const end = head + rest.readUInt32BE(head);
      if (rest.length < end) break;
      const type = started ? String.fromCharCode(rest[0] ?? 0) : '';
      const body = rest.subarray(head + 4, end);
      if (type === 'Q' || type === 'E') traffic.statements += 1;
      if (type === 'Q') traffic.texts.push(body.toString('utf8'));
      if (type === 'P') traffic.texts.push(body.toString('utf8', body.indexOf(0) + 1));
      started = true;
      rest = rest.subarray(end);
    }
  };
};
