/** The same graph as a table: for the keyboard, for screen readers, for copying. */

import type { GraphNode } from "./api";
import { h } from "./dom";
import type { Shown } from "./model";
import { shapeIcon } from "./shapes";
import { t } from "./words";

const MOST = 500;

export function table(shown: Shown, choose: (id: string) => void): HTMLElement[] {
  const rows = [...shown.edges.values()].slice(0, MOST);
  const linked = new Set(rows.flatMap((edge) => [edge.source, edge.target]));
  const alone = [...shown.nodes.values()].filter((node) => !linked.has(node.id)).slice(0, MOST);
  const name = (node: GraphNode | undefined) =>
    node &&
    h(
      "button",
      { type: "button", class: "end", lang: node.lang || null, onclick: () => choose(node.id) },
      shapeIcon(node.type),
      node.label,
    );
  return [
    ...(alone.length
      ? [h("ul", { class: "alone", "aria-label": t("Things without links", "无联系的实体") }, ...alone.map((node) => h("li", {}, name(node))))]
      : []),
    ...(rows.length
      ? [
          h(
            "table",
            {},
            h("caption", {}, t("Links", "联系")),
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                ...[t("From", "自"), t("Link", "联系"), t("To", "至"), t("Sentences", "原句")].map((each) =>
                  h("th", { scope: "col" }, each),
                ),
              ),
            ),
            h(
              "tbody",
              {},
              ...rows.map((edge) =>
                h(
                  "tr",
                  {},
                  h("td", {}, name(shown.nodes.get(edge.source))),
                  h("td", {}, h("button", { type: "button", class: "end", onclick: () => choose(edge.id) }, edge.label)),
                  h("td", {}, name(shown.nodes.get(edge.target))),
                  h(
                    "td",
                    {},
                    h("a", { href: edge.claims[0]?.place ?? "", lang: edge.claims[0]?.lang || null }, opening(edge.claims[0]?.quote ?? "")),
                    edge.total > 1 ? ` +${edge.total - 1}` : "",
                  ),
                ),
              ),
            ),
          ),
        ]
      : []),
    ...(shown.edges.size > rows.length
      ? [h("p", { class: "left-out" }, t(`${rows.length} of ${shown.edges.size} links are listed.`, `共 ${shown.edges.size} 条联系，列出 ${rows.length} 条。`))]
      : []),
  ];
}

function opening(quote: string): string {
  const most = 48;
  return quote.length > most ? `${quote.slice(0, most)}…` : quote;
}
