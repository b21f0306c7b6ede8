/** Beside the graph: the thing or the link in hand, with its sentences and what it leads to. */

import { ask, type EdgeClaim, type EdgesView, type GraphEdge, type GraphNode, type NodeView } from "./api";
import { h } from "./dom";
import type { Shown } from "./model";
import { shapeIcon } from "./shapes";
import { isExpanded, type State } from "./state";
import { t } from "./words";

const SENTENCES = 6;

export interface Actions {
  choose(id: string): void;
  expand(at: string, kind: string): void;
  remove(id: string): void;
}

export async function nodePanel(
  node: GraphNode,
  state: State,
  shown: Shown,
  act: Actions,
): Promise<HTMLElement[]> {
  const view = await ask<NodeView>("/explore/node", { at: node.id });
  const others = view.names.filter((name) => name !== node.label);
  const links = [...shown.edges.values()].filter((edge) => edge.source === node.id || edge.target === node.id);
  return [
    h("p", { class: `kind is-${node.type}` }, shapeIcon(node.type), " ", node.type_label),
    h("h2", {}, h("a", { href: node.path, lang: node.lang || null }, node.label)),
    ...(others.length ? [h("p", { class: "others" }, others.slice(0, 6).join(t(", ", "、")))] : []),
    h("h3", {}, t("Expand", "展开")),
    kinds(view, state, act),
    ...(await sentences(node, view)),
    ...(links.length ? [h("h3", {}, t("Links shown", "图中联系")), linkList(links, node.id, shown, act)] : []),
    h(
      "p",
      {},
      h("button", { type: "button", onclick: () => act.remove(node.id) }, t("Take out of the graph", "移出图")),
    ),
  ];
}

function kinds(view: NodeView, state: State, act: Actions): HTMLElement {
  if (!view.kinds.length) return h("p", { class: "empty" }, t("Nothing leads on from here.", "没有可展开的联系。"));
  return h(
    "ul",
    { class: "expand" },
    ...view.kinds.map(({ kind, label, count }) =>
      h(
        "li",
        {},
        h(
          "button",
          {
            type: "button",
            "aria-pressed": String(isExpanded(state, view.node.id, kind)),
            "data-kind": kind,
            onclick: () => act.expand(view.node.id, kind),
          },
          label,
          " ",
          h("b", {}, String(count)),
        ),
      ),
    ),
  );
}

/** Where a thing is named, at once: from a node to its sentence in two clicks. */
async function sentences(node: GraphNode, view: NodeView): Promise<HTMLElement[]> {
  const kind = view.kinds.find((each) => each.kind === "mention.out" || each.kind === "metric.in");
  if (!kind) return [];
  const edges = await ask<EdgesView>("/explore/edges", { at: node.id, kind: kind.kind });
  const claims = edges.edges.flatMap((edge) => edge.claims.slice(0, 2)).slice(0, SENTENCES);
  return [h("h3", {}, t("In the articles", "文中原句")), ...claims.map((claim) => sentence(claim))];
}

export function edgePanel(edge: GraphEdge, shown: Shown, act: Actions): HTMLElement[] {
  const end = (id: string) => {
    const node = shown.all.nodes.get(id);
    return h(
      "button",
      { type: "button", class: "end", lang: node?.lang || null, onclick: () => act.choose(id) },
      node ? shapeIcon(node.type) : null,
      node?.label ?? id,
    );
  };
  return [
    h("p", { class: "kind" }, t("Link", "联系")),
    h("h2", { class: "ends" }, end(edge.source), h("span", {}, edge.label), end(edge.target)),
    h("h3", {}, t("What says so", "依据")),
    ...edge.claims.map((claim) => sentence(claim)),
    ...(edge.claims.length < edge.total
      ? [
          h(
            "p",
            { class: "left-out" },
            t(`${edge.claims.length} of ${edge.total} are shown.`, `共 ${edge.total} 条，显示 ${edge.claims.length} 条。`),
          ),
        ]
      : []),
  ];
}

function sentence(claim: EdgeClaim): HTMLElement {
  return h(
    "article",
    { class: "claim" },
    claim.says && h("p", { class: "says" }, h("a", { href: claim.path }, claim.says)),
    claim.is_disputed && h("a", { class: "badge is-disputed", href: `${claim.path}#conflicts` }, t("contradicted", "有矛盾")),
    h("blockquote", { lang: claim.lang || null }, h("a", { class: "to-text", href: claim.place }, claim.quote)),
    h("p", { class: "from" }, h("span", { lang: claim.lang || null }, claim.title), " ", claim.published || t("undated", "无日期")),
  );
}

function linkList(links: GraphEdge[], at: string, shown: Shown, act: Actions): HTMLElement {
  const words = (edge: GraphEdge) => {
    const other = shown.all.nodes.get(edge.source === at ? edge.target : edge.source)?.label ?? "";
    return edge.source === at ? `${edge.label} → ${other}` : `${other} → ${edge.label}`;
  };
  const most = 40;
  return h(
    "ul",
    { class: "links" },
    ...links
      .slice(0, most)
      .map((edge) => h("li", {}, h("button", { type: "button", onclick: () => act.choose(edge.id) }, words(edge)))),
    links.length > most && h("li", { class: "left-out" }, t(`${links.length - most} more in the table`, `其余 ${links.length - most} 条见表格`)),
  );
}
