// Reads unchanged vaults as src/Sources does, with Inrupt's client: lists the container, compares each member's time with
// the one that is known. Prints "warm", then milliseconds and milliseconds of CPU.
import { createRequire } from "node:module";
import { randomUUID } from "node:crypto";

const [, , packages, server, vaults, atOnce] = process.argv;
const require = createRequire(packages);
const { getSolidDataset, getContainedResourceUrlAll, getThing, getDatetime } = require("@inrupt/solid-client");
const { buildAuthenticatedFetch, generateDpopKeyPair } = require("@inrupt/solid-client-authn-core");

const known = new Map();
// The vault looks at the proof and at the token's hash in it, not into the token.
const fetch = await buildAuthenticatedFetch(`token.${randomUUID()}`, { dpopKey: await generateDpopKeyPair() });

async function read(number) {
  const container = await getSolidDataset(`${server}v${number}/loonfiches/`, { fetch });
  for (const url of getContainedResourceUrlAll(container)) {
    const modified = getDatetime(getThing(container, url), "http://purl.org/dc/terms/modified").getTime();
    if ((known.get(url) ?? modified) !== modified) throw new Error("A vault was not unchanged.");
    known.set(url, modified);
  }
}

async function all() {
  let next = 0;
  const lane = async () => { while (next < Number(vaults)) await read(next++); };
  await Promise.all(Array.from({ length: Number(atOnce) }, lane));
}

await all();
if (known.size !== Number(vaults)) throw new Error("Some vaults were empty.");
console.log("warm");
const [started, cpu] = [performance.now(), process.cpuUsage()];
await all();
const { user, system } = process.cpuUsage(cpu);
console.log(`${performance.now() - started} ${(user + system) / 1000}`);
process.exit(0);
