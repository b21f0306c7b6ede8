/** From the state and what the server answered to what is shown, and what is left out. */

import { ask, type EdgeClaim, type EdgesView, type GraphEdge, type GraphNode, type JoinedView, type NodeView } from "./api";
import type { State } from "./state";

export interface Shown {
  nodes: Map<string, GraphNode>;
  edges: Map<string, GraphEdge>;
  /** Everything that was loaded, before filters. */
  all: { nodes: Map<string, GraphNode>; edges: Map<string, GraphEdge> };
  /** Things at the other ends that the server counted and did not send. */
  beyond: number;
  /** Links whose claims have no date, or speak of no year, while that is filtered. */
  undated: number;
  /** Links among the things that are not shown, while all are asked for. */
  unjoined: number;
}

export interface Loaded {
  views: Map<string, NodeView>;
  expanded: EdgesView[];
  joined: JoinedView;
  /** Things and links of the address that are not there any more. */
  missing: number;
}

const MOST_JOINED = 300;
const NOTHING: JoinedView = { edges: [], total: 0 };

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
  const loaded = { views, expanded: found, joined: NOTHING, missing: missing + expanded.length - found.length };
  return state.isJoined ? { ...loaded, joined: await joined(state, loaded) } : loaded;
}

/** All links among the things that are there; of very many only the first are asked for. */
async function joined(state: State, loaded: Loaded): Promise<JoinedView> {
  const nodes = [...everything(loaded).nodes.values()].filter((node) => !state.removed.includes(node.id));
  if (nodes.length < 2) return NOTHING;
  const among = nodes.map(({ id }) => id).sort().slice(0, MOST_JOINED);
  return ask<JoinedView>("/explore/joined", { n: among.join(" ") });
}

/** A thing that an old address names may be gone; whatever else fails is told. */
function gone(error: unknown): null {
  if (error instanceof TypeError) throw error;
  return null;
}

export function shown(state: State, loaded: Loaded): Shown {
  const all = everything(loaded);
  const isTimed = (claim: EdgeClaim) =>
    ((state.from || state.to) && !claim.published) || ((state.since || state.until) && !claim.since && !claim.until);
  const edges = new Map<string, GraphEdge>();
  let undated = 0;
  for (const [id, edge] of all.edges) {
    const source = all.nodes.get(edge.source);
    const target = all.nodes.get(edge.target);
    if (!source || !target || isHidden(state, source) || isHidden(state, target)) continue;
    const claims = edge.claims.filter((claim) => passes(state, claim));
    if (claims.length) edges.set(id, { ...edge, claims });
    else if (edge.claims.every(isTimed)) undated += 1;
  }
  const linked = new Set([...edges.values()].flatMap((edge) => [edge.source, edge.target]));
  const nodes = new Map(
    [...all.nodes].filter(
      ([id, node]) => !isHidden(state, node) && (linked.has(id) || state.roots.includes(id)),
    ),
  );
  const beyond = loaded.expanded.reduce((sum, view) => sum + view.total - view.nodes.length, 0);
  const unjoined = loaded.joined.total - loaded.joined.edges.length;
  return { nodes, edges, all, beyond, undated, unjoined };
}

function everything(loaded: Loaded): Shown["all"] {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  for (const view of loaded.views.values()) nodes.set(view.node.id, view.node);
  for (const view of loaded.expanded) {
    for (const node of [view.node, ...view.nodes]) nodes.set(node.id, node);
    for (const edge of view.edges) edges.set(edge.id, edge);
  }
  for (const edge of loaded.joined.edges) if (!edges.has(edge.id)) edges.set(edge.id, edge);
  return { nodes, edges };
}

function isHidden(state: State, node: GraphNode): boolean {
  return state.types.includes(node.type) || state.removed.includes(node.id);
}

function passes(state: State, claim: EdgeClaim): boolean {
  if (state.sources.includes(claim.source)) return false;
  if (state.modalities.includes(claim.modality || "actual")) return false;
  return isPublished(state, claim) && isOfTheTime(state, claim);
}

function isPublished({ from, to }: State, { published }: EdgeClaim): boolean {
  if (!from && !to) return true;
  return !!published && (!from || published >= from) && (!to || published <= to);
}

/** A period that reaches into the years that are asked for is of them. */
function isOfTheTime({ since, until }: State, claim: EdgeClaim): boolean {
  if (!since && !until) return true;
  const [first, last] = [claim.since || claim.until, claim.until || claim.since];
  return !!first && (!since || last >= since) && (!until || first <= until);
}
