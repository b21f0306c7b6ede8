/** Beside the picture: everything that the view says of a thing or of a link. */

import { h } from "../dom";
import { icon } from "./look";
import { byLinks, type Edge, type Thing, type Value, type View } from "./view";
import { t } from "./words";

const MOST_LINKS = 200;
const MOST_AT_START = 12;
/** Said by the headings already, or of use to programs only. */
const NOT_LISTED = new Set(["fullLabel", "type", "predicate", "quote", "evidence", "directed", "community", "pageRank", "betweenness"]);

type Choose = (id: string) => void;

export function startPanel(view: View, choose: Choose): HTMLElement[] {
  const most = [...view.nodes.values()].sort(byLinks).slice(0, MOST_AT_START);
  return [
    h("h2", {}, t("In this file", "本文件内容")),
    h("p", {}, t(`${view.nodes.size} things, ${view.edges.size} links.`, `${view.nodes.size} 个节点，${view.edges.size} 条联系。`)),
    h("p", { class: "left-out" }, t("Choose a thing or a link to see what is said and where.", "选择节点或联系，查看其内容与出处。")),
    h("h3", {}, t("Most linked", "联系最多")),
    h("ul", { class: "links" }, ...most.map((node) => h("li", {}, thingButton(node, choose)))),
  ];
}

export function nodePanel(node: Thing, view: View, choose: Choose): HTMLElement[] {
  const links = [...node.edges].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const left = links.length - MOST_LINKS;
  return [
    h("p", { class: "kind" }, icon(node.type, node.color), view.word(node.type)),
    h("h2", {}, node.full),
    ...quoted(node.values.get("quote")),
    facts(node.values, view),
    h("h3", {}, t(`Links: ${links.length}`, `联系：${links.length} 条`)),
    h("ul", { class: "links" }, ...links.slice(0, MOST_LINKS).map((edge) => linkLine(edge, node, view, choose))),
    ...(left > 0 ? [h("p", { class: "left-out" }, t(`${left} more are not listed.`, `另有 ${left} 条未列出。`))] : []),
    h("h3", {}, "IRI"),
    h("p", {}, h("code", {}, node.id)),
  ];
}

export function edgePanel(edge: Edge, view: View, choose: Choose): HTMLElement[] {
  const end = (id: string) => {
    const node = view.nodes.get(id);
    return node ? thingButton(node, choose) : h("span", {}, id);
  };
  const evidence = String(edge.values.get("evidence") ?? "").split(" ").filter(Boolean);
  const known = sentences(evidence, view);
  const said = known.length ? [h("h3", {}, t("What says so", "依据")), ...known] : quoted(edge.values.get("quote"));
  return [
    h("p", { class: "kind" }, t("Link", "联系")),
    h("h2", { class: "ends" }, end(edge.source), h("span", {}, `${edge.directed ? "↓" : "↕"} ${view.linkWord(edge)}`), end(edge.target)),
    ...said,
    facts(edge.values, view),
    ...(evidence.length
      ? [
          h("h3", {}, t("IRIs of the evidence", "证据 IRI")),
          h("ul", { class: "iris" }, ...evidence.map((iri) => h("li", {}, iri.startsWith("+") ? more(iri) : h("code", {}, iri)))),
        ]
      : []),
  ];
}

/** The sentences behind a link, each with its article and date. */
function sentences(evidence: string[], view: View): HTMLElement[] {
  return evidence.flatMap((iri) => {
    const found = view.evidence(iri);
    if (!found) return [];
    const { quote, title, date } = found;
    return [h("article", { class: "claim" }, h("blockquote", {}, quote), h("p", { class: "from" }, h("span", {}, title), " ", h("span", {}, date || t("undated", "无日期"))))];
  });
}

/** The view counts the evidence that it leaves out. */
function more(count: string): string {
  return t(`${count.slice(1)} more`, `另有 ${count.slice(1)} 条`);
}

function quoted(quote: Value | undefined): HTMLElement[] {
  return quote ? [h("blockquote", {}, String(quote))] : [];
}

function facts(values: Map<string, Value>, view: View): HTMLElement {
  const rows = [...values].filter(([name]) => !NOT_LISTED.has(name));
  return h(
    "dl",
    { class: "facts" },
    ...rows.flatMap(([name, value]) => [h("dt", {}, view.word(name)), h("dd", {}, inWords(name, value, view))]),
  );
}

function inWords(name: string, value: Value, view: View): string {
  if (Array.isArray(value)) return value.join(t("; ", "；"));
  if (typeof value === "boolean") return value ? t("yes", "是") : t("no", "否");
  return name === "modality" || name === "stage" ? view.word(String(value)) : String(value);
}

function thingButton(node: Thing, choose: Choose): HTMLElement {
  return h(
    "button",
    { type: "button", class: "end", "data-id": node.id, onclick: () => choose(node.id) },
    icon(node.type, node.color),
    node.full,
    ...hint(node),
  );
}

/** An amount alone says little. */
export function hint(node: Thing): (HTMLElement | string)[] {
  return node.about ? [" ", h("span", { class: "hint" }, node.about)] : [];
}

function linkLine(edge: Edge, from: Thing, view: View, choose: Choose): HTMLElement {
  const isOut = edge.source === from.id;
  const other = view.nodes.get(isOut ? edge.target : edge.source);
  const arrow = edge.directed ? (isOut ? "→" : "←") : "–";
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", "data-id": edge.id, onclick: () => choose(edge.id) },
      h("span", { class: "where" }, view.linkWord(edge), ` ${arrow} `),
      other?.full ?? "",
      ...(other ? hint(other) : []),
    ),
  );
}
