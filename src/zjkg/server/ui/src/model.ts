/** From the state and what the server answered to what is shown, and what is left out. */

import { ask, type EdgeClaim, type EdgesView, type GraphEdge, type GraphNode, type NodeView } from "./api";
import type { State } from "./state";

export interface Shown {
  nodes: Map<string, GraphNode>;
  edges: Map<string, GraphEdge>;
  /** Everything that was loaded, before filters. */
  all: { nodes: Map<string, GraphNode>; edges: Map<string, GraphEdge> };
  /** Things at the other ends that the server counted and did not send. */
  beyond: number;
  /** Links whose claims have no date, while the time is filtered. */
  undated: number;
}

export interface Loaded {
  views: Map<string, NodeView>;
  expanded: EdgesView[];
  /** Things and links of the address that are not there any more. */
  missing: number;
}

/** Asks for everything that the state names. */
export async function load(state: State): Promise<Loaded> {
  const views = new Map<string, NodeView>();
  let missing = 0;
  const roots = state.roots.map(async (at) => {
    const view = await ask<NodeView>("/explore/node", { at }).catch(gone);
    if (view) views.set(at, view);
    else missing += 1;
  });
  const expanded = await Promise.all(
    state.expansions.map(({ at, kind }) => ask<EdgesView>("/explore/edges", { at, kind }).catch(gone)),
  );
  await Promise.all(roots);
  const found = expanded.filter((view): view is EdgesView => view !== null);
  return { views, expanded: found, missing: missing + expanded.length - found.length };
}

/** A thing that an old address names may be gone; whatever else fails is told. */
function gone(error: unknown): null {
  if (error instanceof TypeError) throw error;
  return null;
}

export function shown(state: State, loaded: Loaded): Shown {
  const all = everything(loaded);
  const isTimed = !!(state.from || state.to);
  const edges = new Map<string, GraphEdge>();
  let undated = 0;
  for (const [id, edge] of all.edges) {
    const source = all.nodes.get(edge.source);
    const target = all.nodes.get(edge.target);
    if (!source || !target || isHidden(state, source) || isHidden(state, target)) continue;
    const claims = edge.claims.filter((claim) => passes(state, claim));
    if (claims.length) edges.set(id, { ...edge, claims });
    else if (isTimed && edge.claims.every((claim) => !claim.published)) undated += 1;
  }
  const linked = new Set([...edges.values()].flatMap((edge) => [edge.source, edge.target]));
  const nodes = new Map(
    [...all.nodes].filter(
      ([id, node]) => !isHidden(state, node) && (linked.has(id) || state.roots.includes(id)),
    ),
  );
  const beyond = loaded.expanded.reduce((sum, view) => sum + view.total - view.nodes.length, 0);
  return { nodes, edges, all, beyond, undated };
}

function everything(loaded: Loaded): Shown["all"] {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const view of loaded.views.values()) nodes.set(view.node.id, view.node);
  for (const view of loaded.expanded) {
    for (const node of [view.node, ...view.nodes]) nodes.set(node.id, node);
    for (const edge of view.edges) edges.set(edge.id, edge);
  }
  return { nodes, edges };
}

function isHidden(state: State, node: GraphNode): boolean {
  return state.types.includes(node.type) || state.removed.includes(node.id);
}

function passes(state: State, claim: EdgeClaim): boolean {
  if (state.sources.includes(claim.source)) return false;
  if (state.modalities.includes(claim.modality || "actual")) return false;
  if (!state.from && !state.to) return true;
  if (!claim.published) return false;
  return (!state.from || claim.published >= state.from) && (!state.to || claim.published <= state.to);
}
