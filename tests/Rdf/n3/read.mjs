// Reads documents with N3.js: lines of base64 in, lines of JSON out, in the same order. A line is the triples, each as
// the text of its three terms, or the message with which the document is refused.
import { createInterface } from 'node:readline';
import { Parser } from 'n3';

const base = process.argv[2];

const term = node => {
  switch (node.termType) {
    case 'NamedNode': return `<${node.value}>`;
    case 'BlankNode': return `_:${node.value}`;
    default: return JSON.stringify([node.value, node.datatype.value, node.language.toLowerCase()]);
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  let triples;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'base64'));
    // format: Turtle 1.1 only, without RDF 1.2, TriG or N3.
    triples = new Parser({ baseIRI: base, format: 'text/turtle', blankNodePrefix: 'd' }).parse(text)
      .map(quad => [term(quad.subject), term(quad.predicate), term(quad.object)]);
  } catch (error) {
    triples = error.message;
  }
  process.stdout.write(JSON.stringify(triples) + '\n');
}
