// Reads the documents that the program wrote, with N3.js and shacl-engine. Prints one JSON line a measurement.
import { readFileSync } from 'node:fs';
import { Parser, Store, DataFactory } from 'n3';
import { Validator } from 'shacl-engine';
import rdf from '@rdfjs/data-model';
import dataset from '@rdfjs/dataset';

const [folder, base, shapesFile, roundsText, largeRoundsText] = process.argv.slice(2);
const rounds = Number(roundsText);
const largeRounds = Number(largeRoundsText);

// One file, the documents apart by a zero byte, which Turtle cannot hold.
const whole = readFileSync(`${folder}/small.bin`);
const small = [];
for (let start = 0; start < whole.length;) {
  const end = whole.indexOf(0, start);
  small.push(whole.subarray(start, end));
  start = end + 1;
}
const large = readFileSync(`${folder}/large.ttl`);

const read = bytes => new Parser({ baseIRI: base }).parse(bytes.toString('utf8'));
const store = bytes => new Store(read(bytes));

async function measure(name, times, round) {
  let best = Infinity;
  // As many rounds to warm up as ours has.
  if (times > 1) for (let i = 0; i < 3; i++) await round();
  for (let i = 0; i < times; i++) {
    globalThis.gc?.();
    const start = process.cpuUsage();
    await round();
    const used = process.cpuUsage(start);
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  console.log(JSON.stringify({ name, milliseconds: best }));
}

await measure('array (a)', rounds, () => { for (const slip of small) read(slip); });
await measure('store (a)', rounds, () => { for (const slip of small) store(slip); });
await measure('array (b)', largeRounds, () => { read(large); });

const graphOf = bytes => {
  const graph = dataset.dataset();
  for (const quad of read(bytes)) graph.add(quad);
  return graph;
};
const validator = new Validator(graphOf(readFileSync(shapesFile)), { factory: DataFactory });
const few = small.slice(0, Math.max(1, small.length / 20));
await measure('validated', Math.min(rounds, 3), async () => {
  for (const slip of few) await validator.validate({ dataset: graphOf(slip) });
});
