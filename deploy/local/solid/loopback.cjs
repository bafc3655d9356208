'use strict';

// The Community Solid Server has no option for the address that it listens on: it calls `server.listen(port)`, which opens
// the port to the whole network. Loaded with `node --require`, this gives every numeric port the loopback address.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
const isPort = value => typeof value === 'number' || (typeof value === 'string' && /^\d+$/u.test(value));

Server.prototype.listen = function listenOnLoopback(...args) {
  const [first, second] = args;
  if (isPort(first)) {
    return listen.call(this, Number(first), '127.0.0.1', ...args.slice(typeof second === 'string' ? 2 : 1));
  }
  if (first !== null && typeof first === 'object' && isPort(first.port)) {
    return listen.call(this, { ...first, port: Number(first.port), host: '127.0.0.1' }, ...args.slice(1));
  }
  return listen.apply(this, args);
};
