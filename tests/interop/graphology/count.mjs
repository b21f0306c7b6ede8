// Reads the GEXF files named on the standard input, a JSON array of paths, and writes an array of
// what graphology-gexf finds in each: {nodes, edges, labels, placed, weight,
// columns}, or {error}.
// Run in the folder that holds node_modules.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

const require = createRequire(`${process.cwd()}/`);
const gexf = require('graphology-gexf');
const { MultiDirectedGraph } = require('graphology');

function found(path) {
  const graph = gexf.parse(MultiDirectedGraph, readFileSync(path, 'utf8'));
  return {
    nodes: graph.order,
    edges: graph.size,
    labels: graph.mapNodes((_, node) => node.label),
    placed: graph.filterNodes((_, { x, y, size, color }) => [x, y, size].every(Number.isFinite) && color).length,
    weight: graph.reduceEdges((sum, _, edge) => sum + edge.weight, 0),
    columns: Object.keys(Object.assign({}, ...graph.mapNodes((_, node) => node))),
  };
}

const answers = JSON.parse(await text(process.stdin)).map(path => {
  try {
    return found(path);
  } catch (error) {
    return { error: String(error.message) };
  }
});
console.log(JSON.stringify(answers));
