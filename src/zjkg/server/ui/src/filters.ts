/** The legend, whose entries switch types on and off, and the filters by source, modality, time. */

import { h, svg } from "./dom";
import type { Shown } from "./model";
import { shapeIcon } from "./shapes";
import { type State, toggled } from "./state";
import { t } from "./words";

type Change = (change: Partial<State>) => void;

const MODALITIES: Record<string, () => string> = {
  actual: () => t("actual", "事实"),
  target: () => t("target", "目标"),
  forecast: () => t("forecast", "预测"),
};

export function legend(shown: Shown, state: State, change: Change): HTMLElement[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const node of shown.all.nodes.values()) {
    const known = counts.get(node.type) ?? { label: node.type_label, count: 0 };
    counts.set(node.type, { ...known, count: known.count + 1 });
  }
  const isDisputed = [...shown.edges.values()].some((edge) => edge.claims.some((claim) => claim.is_disputed));
  const types = [...counts].sort().map(([type, { label, count }]) =>
    h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          "aria-pressed": String(!state.types.includes(type)),
          onclick: () => change({ types: toggled(state.types, type) }),
        },
        shapeIcon(type),
        label,
        " ",
        h("b", {}, String(count)),
      ),
    ),
  );
  if (!isDisputed) return types;
  const line = svg("line", { class: "disputed", x1: 0, x2: 20, y1: 4, y2: 4 });
  const key = svg("svg", { viewBox: "0 0 20 8", width: 20, height: 8, "aria-hidden": "true" }, line);
  return [...types, h("li", { class: "where key" }, key, t("contradicted", "有矛盾"))];
}

export function filters(shown: Shown, state: State, change: Change): HTMLElement[] {
  const claims = [...shown.all.edges.values()].flatMap((edge) => edge.claims);
  const sources = new Map(claims.map((claim) => [claim.source, claim.title]));
  const modalities = [...new Set(claims.map((claim) => claim.modality || "actual"))].sort();
  const dates = [...new Set(claims.map((claim) => claim.published).filter(Boolean))].sort();
  const years = [...new Set(claims.flatMap(({ since, until }) => [since, until]).filter(Boolean))].sort();
  return [
    group(
      t("Article", "文章"),
      [...sources].sort().map(([source, title]) =>
        check(title, !state.sources.includes(source), () => change({ sources: toggled(state.sources, source) })),
      ),
    ),
    group(
      t("Stated as", "情态"),
      modalities.map((each) =>
        check(MODALITIES[each]?.() ?? each, !state.modalities.includes(each), () =>
          change({ modalities: toggled(state.modalities, each) }),
        ),
      ),
    ),
    group(t("Published", "发布日期"), [
      choice(t("from", "自"), dates, state.from, (from) => change({ from })),
      choice(t("to", "至"), dates, state.to, (to) => change({ to })),
    ]),
    ...(years.length
      ? [
          group(t("Years spoken of", "所述年份"), [
            choice(t("from", "自"), years, state.since, (since) => change({ since })),
            choice(t("to", "至"), years, state.until, (until) => change({ until })),
          ]),
        ]
      : []),
  ];
}

function group(title: string, children: HTMLElement[]): HTMLElement {
  return h("fieldset", {}, h("legend", {}, title), ...children);
}

function check(label: string, isOn: boolean, change: () => void): HTMLElement {
  return h("label", {}, h("input", { type: "checkbox", checked: isOn, onchange: change }), " ", label);
}

function choice(label: string, values: string[], chosen: string, change: (value: string) => void): HTMLElement {
  const select = h(
    "select",
    { onchange: () => change(select.value) },
    h("option", { value: "" }, t("any", "不限")),
    ...values.map((each) => h("option", { value: each, selected: each === chosen }, each)),
  );
  return h("label", {}, label, " ", select);
}
