// Writes every datagram of the groups to a file: what somebody on the network sees.
const { createSocket } = require('node:dgram');
const { createWriteStream } = require('node:fs');

const out = createWriteStream(process.argv[2]);
const socket = createSocket({ type: 'udp4', reuseAddr: true });
socket.on('message', (bytes) => out.write(bytes));
socket.bind(5044, () => {
  for (const group of ['239.255.77.20', '239.255.77.21']) socket.addMembership(group);
});
