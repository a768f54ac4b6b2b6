import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { parentPort } from 'node:worker_threads';

/** An SMTP server (RFC 5321) that takes every letter and tells the thread that began it. */
const serve = (socket: Socket): void => {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let pending = '';
  let letter: string | null = null;
  socket.setEncoding('latin1').setNoDelay();
  socket.on('error', () => {});
  socket.on('data', (chunk: string) => {
    pending += chunk;
    for (;;) {
      const ends = letter === null ? '\r\n' : '\r\n.\r\n';
      const end = pending.indexOf(ends);
      if (end < 0) return;
      const text = pending.slice(0, end);
      pending = pending.slice(end + ends.length);
      if (letter !== null) {
        parentPort?.postMessage('letter');
        letter = null;
        say('250 taken');
        continue;
      }
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === 'DATA') letter = '';
      say(verb === 'EHLO' ? '250-sink\r\n250 8BITMIME' : verb === 'DATA' ? '354 go' : '250 ok');
    }
  });
  say('220 sink');
};

const server = createServer(serve);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.postMessage((server.address() as AddressInfo).port);
