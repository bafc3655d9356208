// Holds each document of a folder (N-Triples, one a file) against the shapes, with shacl-engine and with rdf-validate-shacl.
// Prints one JSON line a document: its name, and of each validator the shapes that are not met.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import dataModel from '@rdfjs/data-model';
import dataset from '@rdfjs/dataset';
import { DataFactory, Parser } from 'n3';
import RdfValidateShacl from 'rdf-validate-shacl';
import { Validator } from 'shacl-engine';

const [shapesFile, folder] = process.argv.slice(2);
const graphOf = (file, options) => dataset.dataset(new Parser(options).parse(readFileSync(file, 'utf8')));
const shapes = graphOf(shapesFile, { baseIRI: 'https://w3id.org/loonfiche/shapes' });
const engine = new Validator(shapes, { factory: { ...DataFactory, ...dataset } });
const other = new RdfValidateShacl(shapes);
const names = terms => [...new Set(terms.map(term => term.value))].sort();

for (const name of readdirSync(folder).sort()) {
  const data = graphOf(join(folder, name), { format: 'N-Triples' });
  const first = await engine.validate({ dataset: data });
  const second = await other.validate(data);
  console.log(JSON.stringify({
    name,
    'shacl-engine': names(first.results.map(result => result.shape.ptr.term)),
    'rdf-validate-shacl': names(second.results.map(result => result.sourceShape)),
  }));
}
