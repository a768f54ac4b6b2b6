import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Text of the TXT record of a name; `silent`: no answer at all; `failing`: SERVFAIL. Other names do not exist. */
export type Records = Record<string, string | { readonly trouble: 'silent' | 'failing' }>;

export type NameServer = {
  /** `ip:port` on loopback. */
  address: string;
  /** The names that it was asked for, lower-case, in order. */
  asked: string[];
  close(): Promise<void>;
};

const txt = 16;
const [noError, serverFailure, noSuchName] = [0, 2, 3];

/** Answers TXT questions over UDP (RFC 1035, 4.1) from `records`, which may change while it runs. */
export async function startNameServer(records: Records): Promise<NameServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  socket.on('message', (query, client) => {
    const { name, type, end } = questionOf(query);
    asked.push(name);
    const record = records[name];
    if (typeof record === 'object' && record.trouble === 'silent') return;
    const code = typeof record === 'object' ? serverFailure : record === undefined ? noSuchName : noError;
    const answer = typeof record === 'string' && type === txt ? txtRecord(record) : null;
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | code, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answer ? 1 : 0, 6);
    socket.send(
      Buffer.concat([header, query.subarray(12, end), answer ?? Buffer.alloc(0)]),
      client.port,
      client.address,
    );
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}

function questionOf(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

/** Points back to the name in the question; its text is cut into strings of at most 255 bytes. */
function txtRecord(text: string): Buffer {
  const strings = (text.match(/.{1,255}/g) ?? ['']).map((part) =>
    Buffer.concat([Buffer.from([part.length]), Buffer.from(part, 'latin1')]),
  );
  const data = Buffer.concat(strings);
  const head = Buffer.from([0xc0, 12, 0, txt, 0, 1, 0, 0, 0, 0, data.length >> 8, data.length & 0xff]);
  return Buffer.concat([head, data]);
}
