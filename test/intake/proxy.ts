import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Where a connection goes wrong: before the greeting, in the middle of a fetched letter, or while it idles. */
export type Moment = 'greeting' | 'literal' | 'idle';

/** How: the server hangs up, or nothing comes through any more and nobody says so. */
export type Trouble = 'cut' | 'silence';

export type ImapProxy = {
  port: number;
  /** Command lines of all connections, without their tags. */
  heard: string[];
  /** Bytes that the server sent. */
  received(): number;
  connections(): number;
  /** The next so many connections that come to this moment get into trouble; `about`: only where the command says this. */
  plan(moment: Moment, trouble: Trouble, times: number, about?: RegExp): void;
  /** Troubles that are still to come. */
  planned(): number;
  /** Ends every connection and refuses new ones until `accept`. */
  refuse(): void;
  accept(): void;
  close(): Promise<void>;
};

/**
 * Stands between a client and the IMAP server at `port` of the loopback, and hides capabilities: STARTTLS always, because
 * it must read what is said.
 */
export async function openProxy(port: number, hidden: readonly string[] = []): Promise<ImapProxy> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let planned: { moment: Moment; trouble: Trouble; about: RegExp }[] = [];
  let [bytes, connections, refusing] = [0, 0, false];

  const happens = (moment: Moment, command = ''): Trouble | null => {
    const at = planned.findIndex((one) => one.moment === moment && one.about.test(command));
    return at < 0 ? null : (planned.splice(at, 1)[0]?.trouble ?? null);
  };

  const server = createServer((client) => {
    connections += 1;
    const upstream = connect(port, '127.0.0.1');
    const both = [client, upstream];
    const end = () => {
      for (const socket of both) socket.destroy();
    };
    for (const socket of both) {
      sockets.add(socket);
      socket.on('error', end).on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    if (refusing) return end();
    let [command, silent] = ['', false];
    const fall = (trouble: Trouble) => {
      if (trouble === 'silence') silent = true;
      else client.end(end);
    };
    const early = happens('greeting');
    if (early) fall(early);
    client.on('data', (data) => {
      for (const line of data.toString('latin1').split('\r\n').filter(Boolean)) {
        command = line.replace(/^\S+ (?=\S)/, '');
        heard.push(command);
      }
      if (!silent) upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (silent || early) return;
      bytes += data.length;
      const text = data.toString('latin1');
      const literal = /\bBODY\[.*?\{(\d+)\}\r\n/.exec(text);
      const trouble = literal
        ? happens('literal', command)
        : text.startsWith('+ idling')
          ? happens('idle')
          : null;
      const middle = literal ? literal.index + literal[0].length + Math.floor(Number(literal[1]) / 2) : 0;
      client.write(Buffer.from(hide(trouble && literal ? text.slice(0, middle) : text, hidden), 'latin1'));
      if (trouble) fall(trouble);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    received: () => bytes,
    connections: () => connections,
    plan: (moment, trouble, times, about = /(?:)/) => {
      planned = [...planned, ...Array.from({ length: times }, () => ({ moment, trouble, about }))];
    },
    planned: () => planned.length,
    refuse: () => {
      refusing = true;
      for (const socket of sockets) socket.destroy();
    },
    accept: () => {
      refusing = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A capability that nobody knows, of the same length, in the place of each hidden one. */
const hide = (text: string, hidden: readonly string[]): string =>
  /\bCAPABILITY\b/.test(text)
    ? ['STARTTLS', ...hidden].reduce(
        (left, name) => left.replace(new RegExp(`\\b${name}\\b`, 'g'), 'X'.repeat(name.length)),
        text,
      )
    : text;
