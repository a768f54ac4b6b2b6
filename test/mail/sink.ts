import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export type Sink = {
  port: number;
  /** What was taken: recipients and the letter as it came over the wire, without the dot that ends it. */
  taken: { to: string[]; lines: string[] }[];
  /** Command lines of all connections. */
  heard: string[];
  connections: () => number;
  /** Ends every connection; new ones are taken. */
  hangUp: () => void;
  close: () => Promise<void>;
};

/** A reply by verb, or by `VERB argument`; a null hangs up. */
type Replies = Readonly<Record<string, string | null>>;

/** An SMTP server on the loopback that takes every letter, unless `replies` says otherwise. */
export async function openSink(replies: Replies = {}): Promise<Sink> {
  const taken: Sink['taken'] = [];
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}));
    // A client that is killed in mid-session is no failure of the server's.
    serve(socket, replies, { taken, heard }).catch(() => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    taken,
    heard,
    connections: () => connections,
    hangUp,
    close: async () => {
      hangUp();
      server.close();
      await once(server, 'close');
    },
  };
}

async function serve(
  socket: Socket,
  replies: Replies,
  { taken, heard }: Pick<Sink, 'taken' | 'heard'>,
): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let to: string[] = [];
  let letter: string[] | null = null;
  const greeting = replies.connect;
  if (greeting === null) return void socket.destroy();
  say(greeting ?? '220 sink');
  for await (const line of createInterface({ input: socket })) {
    if (letter) {
      if (line !== '.') {
        letter.push(line);
        continue;
      }
      if (replies['.'] === null) return void socket.destroy();
      const reply = replies['.'] ?? '250 taken';
      if (reply.startsWith('2')) taken.push({ to, lines: letter });
      [letter, to] = [null, []];
      say(reply);
      continue;
    }
    heard.push(line);
    const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
    const address = /<(.*?)>/.exec(line)?.[1] ?? '';
    const scripted = replies[`${verb} ${address}`] ?? replies[verb];
    if (scripted === null) return void socket.destroy();
    if (scripted === undefined && verb === 'RCPT') to.push(address);
    if (scripted === undefined && verb === 'DATA') letter = [];
    const usual = {
      EHLO: '250-sink\r\n250-AUTH PLAIN\r\n250 8BITMIME',
      AUTH: '235 in',
      DATA: '354 go',
      STARTTLS: '502 no',
    }[verb];
    say(scripted ?? usual ?? '250 ok');
  }
}
