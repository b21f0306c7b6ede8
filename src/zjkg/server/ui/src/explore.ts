/** The explorer: search, expand by kind, follow a link to its sentence. */

import { Canvas } from "./canvas";
import { byId, h } from "./dom";
import { filters, legend } from "./filters";
import { finder } from "./finder";
import { type Loaded, load, type Shown, shown as shownOf } from "./model";
import { edgePanel, nodePanel } from "./panel";
import { EMPTY, fromAddress, isExpanded, type State, toAddress } from "./state";
import { table } from "./table";
import { t } from "./words";

const place = {
  canvas: byId("canvas"),
  table: byId("table"),
  panel: byId("panel"),
  legend: byId("legend"),
  filters: byId("filters"),
  status: byId("status"),
  problem: byId("problem"),
  start: byId("start"),
  undo: byId<HTMLButtonElement>("undo"),
  join: byId<HTMLButtonElement>("join"),
};

let state: State = fromAddress(location.search);
let turn = 0;
let now: Shown | null = null;
const canvas = new Canvas(place.canvas, { choose, describe });

/** A step that can be undone: the browser's history is the history of steps. */
function change(next: Partial<State>): void {
  state = { ...state, ...next };
  const depth = ((history.state as { depth?: number } | null)?.depth ?? 0) + 1;
  history.pushState({ depth }, "", toAddress(state));
  void draw();
}

/** What is said of a thing that the keyboard has come to. */
function describe(id: string): string {
  const node = now?.nodes.get(id);
  if (!node) return "";
  const count = [...(now?.edges.values() ?? [])].filter(({ source, target }) => source === id || target === id).length;
  return t(`${node.label}, ${node.type_label}, ${links(count)}`, `${node.label}，${node.type_label}，${links(count)}`);
}

function choose(id: string): void {
  if (id !== state.selected) change({ selected: id });
}

function put(at: string): void {
  change({
    roots: state.roots.includes(at) ? state.roots : [...state.roots, at],
    removed: state.removed.filter((each) => each !== at),
    selected: at,
  });
}

function expand(at: string, kind: string): void {
  const expansions = isExpanded(state, at, kind)
    ? state.expansions.filter((each) => each.at !== at || each.kind !== kind)
    : [...state.expansions, { at, kind }];
  change({ expansions, roots: state.roots.includes(at) ? state.roots : [...state.roots, at] });
}

function remove(id: string): void {
  change({
    roots: state.roots.filter((each) => each !== id),
    expansions: state.expansions.filter((each) => each.at !== id),
    removed: [...state.removed, id],
    selected: "",
  });
}

async function draw(): Promise<void> {
  turn += 1;
  const own = turn;
  place.problem.replaceChildren();
  document.body.setAttribute("aria-busy", "true");
  place.status.textContent = t("Loading …", "载入中……");
  try {
    const loaded = await load(state);
    if (own !== turn) return; // a later step has been taken
    const shown = shownOf(state, loaded);
    paint(shown, loaded);
    await showPanel(shown, own);
  } catch (error) {
    place.problem.replaceChildren(h("p", {}, error instanceof Error ? error.message : String(error)));
  } finally {
    if (own === turn) document.body.removeAttribute("aria-busy");
  }
}

function paint(shown: Shown, loaded: Loaded): void {
  now = shown;
  const isTable = state.view === "table";
  const isEmpty = shown.all.nodes.size === 0;
  place.start.hidden = !isEmpty;
  place.canvas.hidden = isTable || isEmpty;
  place.table.hidden = !isTable || isEmpty;
  byId("zoom").hidden = place.canvas.hidden;
  for (const view of ["graph", "table"] as const) {
    byId(`view-${view}`).setAttribute("aria-pressed", String(state.view === view));
  }
  place.undo.disabled = !(history.state as { depth?: number } | null)?.depth;
  place.join.disabled = shown.nodes.size < 2 && !state.isJoined;
  place.join.setAttribute("aria-pressed", String(state.isJoined));
  place.legend.replaceChildren(...legend(shown, state, change));
  place.filters.replaceChildren(...filters(shown, state, change));
  place.status.textContent = isEmpty ? "" : told(shown, loaded);
  if (isEmpty && loaded.missing) place.problem.replaceChildren(h("p", {}, gone(loaded)));
  place.canvas.setAttribute(
    "aria-label",
    t(
      `A graph of ${things(shown.nodes.size)} and ${links(shown.edges.size)}. Arrow keys go from thing to thing, Enter opens. The table holds the same.`,
      `含${things(shown.nodes.size)}、${links(shown.edges.size)}的图；方向键在实体间移动，回车打开；表格内容相同。`,
    ),
  );
  if (isTable) place.table.replaceChildren(...table(shown, choose));
  else if (!isEmpty) canvas.show(shown, state.selected);
}

/** What is shown, and everything that is not. */
function told(shown: Shown, loaded: Loaded): string {
  const parts = [
    t(`${things(shown.nodes.size)}, ${links(shown.edges.size)}.`, `${things(shown.nodes.size)}，${links(shown.edges.size)}。`),
  ];
  const nodes = shown.all.nodes.size - shown.nodes.size;
  const edges = shown.all.edges.size - shown.edges.size;
  if (nodes || edges) {
    parts.push(t(`Filtered out: ${things(nodes)}, ${links(edges)}.`, `被筛去：${things(nodes)}，${links(edges)}。`));
  }
  if (shown.undated) parts.push(t(`${shown.undated} of them without a date.`, `其中 ${shown.undated} 条没有日期。`));
  if (shown.beyond) {
    parts.push(t(`${shown.beyond} further things are beyond the limit of an expansion.`, `另有 ${shown.beyond} 个实体超出展开上限。`));
  }
  if (loaded.missing) parts.push(gone(loaded));
  if (shown.unjoined) parts.push(t(`${links(shown.unjoined)} more among these things.`, `这些实体之间另有 ${links(shown.unjoined)}。`));
  else if (!state.isJoined) parts.push(t("Only links that were expanded are shown.", "仅显示已展开的联系。"));
  return parts.join(" ");
}

/** What the address names and the store does not have; empty where it has all. */
function gone(loaded: Loaded): string {
  const { missing } = loaded;
  if (!missing) return "";
  const parts = missing === 1 ? "1 part of this address is" : `${missing} parts of this address are`;
  return t(`${parts} not in the store.`, `此地址中有 ${missing} 项不在图库中。`);
}

function things(count: number): string {
  return t(count === 1 ? "1 thing" : `${count} things`, `${count} 个实体`);
}

function links(count: number): string {
  return t(count === 1 ? "1 link" : `${count} links`, `${count} 条联系`);
}

async function showPanel(shown: Shown, own: number): Promise<void> {
  const act = { choose, expand, remove };
  const edge = shown.edges.get(state.selected);
  const node = shown.nodes.get(state.selected);
  const content = edge
    ? edgePanel(edge, shown, act)
    : node
      ? await nodePanel(node, state, shown, act)
      : [h("p", { class: "empty" }, t("Choose a thing or a link to see its sentences.", "选择一个实体或一条联系，查看其原句。"))];
  if (own === turn) place.panel.replaceChildren(...content);
}

byId("view-graph").addEventListener("click", () => change({ view: "graph" }));
byId("view-table").addEventListener("click", () => change({ view: "table" }));
place.join.addEventListener("click", () => change({ isJoined: !state.isJoined }));
byId("clear").addEventListener("click", () => change({ ...EMPTY, view: state.view }));
byId("closer").addEventListener("click", () => canvas.zoom(0.7));
byId("farther").addEventListener("click", () => canvas.zoom(1 / 0.7));
byId("whole").addEventListener("click", () => canvas.whole());
place.undo.addEventListener("click", () => history.back());
addEventListener("popstate", () => {
  state = fromAddress(location.search);
  void draw();
});
document.addEventListener("keydown", (event) => {
  const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
  const isWriting = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
  if (isUndo && !isWriting && !place.undo.disabled) {
    event.preventDefault();
    history.back();
  }
});
finder(byId<HTMLFormElement>("finder"), byId("found"), put);
place.start.addEventListener("click", (event) => {
  const at = event.target instanceof HTMLElement ? event.target.dataset["at"] : undefined;
  if (at) put(at);
});
// Tests and other scripts of this page ask where a thing is drawn.
Object.assign(window, {
  zjkgPixel: (id: string) => canvas.pixel(id),
  zjkgEdges: () => canvas.edges(),
});
void draw();
