// Asks Comunica the questions on standard input, a JSON array of {form, query, sources}, and writes
// the array of their answers: rows of strings, a boolean, or quads; {error} where one failed.
// Run in the folder that holds node_modules.
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const { QueryEngine } = createRequire(`${process.cwd()}/`)('@comunica/query-sparql');
const engine = new QueryEngine();

const written = term => [term.termType, term.value, term.language || term.datatype?.value || ''];

const ways = {
  async select(query, context) {
    const rows = await (await engine.queryBindings(query, context)).toArray();
    return rows.map(row => Object.fromEntries([...row].map(([name, term]) => [name.value, written(term)])));
  },
  ask: (query, context) => engine.queryBoolean(query, context),
  async construct(query, context) {
    const quads = await (await engine.queryQuads(query, context)).toArray();
    return quads.map(quad => [quad.subject, quad.predicate, quad.object].map(written));
  },
};

const answers = [];
for (const { form, query, sources } of JSON.parse(await text(process.stdin))) {
  try {
    answers.push(await ways[form](query, { sources, httpRetryCount: 0 }));
  } catch (error) {
    answers.push({ error: String(error.message) });
  }
}
console.log(JSON.stringify(answers));
