/** An answer as a table, as a graph of the things in it, as bars. */

import type { GraphEdge, GraphNode } from "./api";
import type { Answer, Cell } from "./answers";
import { h, svg } from "./dom";
import type { Shown } from "./model";
import { isTyped } from "./shapes";
import { languageField, t } from "./words";

const MOST_ROWS = 500;
const LONG = 30;
const MOST_BARS = 40;
const MOST_THINGS = 300;
const ROOTS = /^(article|authority|derived|entity|graph|judgement)\//;

export interface Naming {
  base: string;
  prefixes: Record<string, string>;
}

/** The page of a thing on this server; null for what has none. */
export function pageOf(iri: string, naming: Naming): string | null {
  const own = naming.base && iri.startsWith(naming.base) ? iri.slice(naming.base.length) : "";
  if (!ROOTS.test(own) || /[#?]/.test(own)) return null;
  const fields = new URLSearchParams(languageField()).toString();
  return `/${own}${fields ? `?${fields}` : ""}`;
}

export function shortened(iri: string, naming: Naming): string {
  for (const [prefix, namespace] of Object.entries(naming.prefixes)) {
    if (iri.startsWith(namespace)) return `${prefix}:${iri.slice(namespace.length)}`;
  }
  const own = iri.startsWith(naming.base) ? iri.slice(naming.base.length) : iri;
  const parts = own.split("/");
  const last = parts.at(-1) ?? own;
  return parts.length > 2 || last.length > 20 ? `${parts.at(-2) ?? ""}/${last.slice(0, 8)}…` : own;
}

export function rowsTable(answer: Answer, naming: Naming): HTMLElement[] {
  const shown = answer.rows.slice(0, MOST_ROWS);
  return [
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...answer.columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...shown.map((row) => h("tr", {}, ...row.map((_, index) => tableCell(answer, row, index, naming))))),
    ),
    ...(shown.length < answer.rows.length
      ? [h("p", { class: "left-out" }, t(`${shown.length} of ${answer.rows.length} rows are shown; download the rest.`, `共 ${answer.rows.length} 行，显示前 ${shown.length} 行；其余请下载。`))]
      : []),
  ];
}

function tableCell(answer: Answer, row: (Cell | null)[], index: number, naming: Naming): HTMLElement {
  const cell = row[index];
  const column = answer.columns[index] ?? "";
  if (!cell) return h("td", {});
  if (cell.type !== "uri") {
    const isNumber = cell.value !== "" && Number.isFinite(Number(cell.value));
    const place = sentencePlace(answer, row, column, cell);
    const look = { class: isNumber ? "number" : cell.value.length > LONG ? "long" : null, lang: cell.lang || null };
    return h("td", look, place ? h("a", { class: "to-text", href: place }, cell.value) : cell.value);
  }
  const page = pageOf(cell.value, naming);
  const words = row[answer.columns.indexOf(`${column}Label`)]?.value || shortened(cell.value, naming);
  return h("td", {}, page ? h("a", { href: page, title: cell.value }, words) : words);
}

/** The article with the sentence marked, where a row holds a sentence and its source. */
function sentencePlace(answer: Answer, row: (Cell | null)[], column: string, cell: Cell): string | null {
  const match = /^quote(\w?)$/.exec(column);
  const source = match && row[answer.columns.indexOf(`source${match[1]}`)]?.value;
  if (!source) return null;
  const fields = new URLSearchParams([["quote", cell.value], ...languageField()]);
  return `/article/${encodeURIComponent(source)}?${fields}#cited`;
}

/** The columns that hold things with pages. */
export function thingColumns(answer: Answer, naming: Naming): string[] {
  return answer.columns.filter((_, index) =>
    answer.rows.slice(0, MOST_ROWS).some((row) => row[index]?.type === "uri" && pageOf(row[index].value, naming)),
  );
}

/** The columns that hold numbers. */
export function numberColumns(answer: Answer): string[] {
  return answer.columns.filter((_, index) => {
    const cells = answer.rows.map((row) => row[index]).filter((cell): cell is Cell => !!cell);
    return cells.length > 0 && cells.every((cell) => cell.type === "literal" && cell.value !== "" && Number.isFinite(Number(cell.value)));
  });
}

/** The column whose short words tell the rows apart best. */
export function labelColumn(answer: Answer, columns: string[]): string {
  const worth = (name: string) => {
    const values = answer.rows.map((row) => row[answer.columns.indexOf(name)]?.value ?? "");
    const isShort = values.every((each) => each.length <= 2 * LONG && !/^https?:/.test(each));
    return isShort ? new Set(values).size : 0;
  };
  return [...columns].sort((a, b) => worth(b) - worth(a))[0] ?? "";
}

/** The pairs of two columns as a graph; a column of labels names the things of another. */
export function rowsGraph(answer: Answer, from: string, to: string, naming: Naming): Shown {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const [a, b] = [answer.columns.indexOf(from), answer.columns.indexOf(to)];
  let beyond = 0;
  const put = (row: (Cell | null)[], index: number): string | null => {
    const cell = row[index];
    if (cell?.type !== "uri") return null;
    const id = cell.value;
    if (!nodes.has(id)) {
      if (nodes.size >= MOST_THINGS) return null;
      const named = row[answer.columns.indexOf(`${answer.columns[index]}Label`)];
      const path = pageOf(id, naming) ?? "";
      const label = named?.value || shortened(id, naming);
      nodes.set(id, { id, iri: id, path, label, lang: named?.lang ?? "", type: typeOf(answer, row, id), type_label: "" });
    }
    return id;
  };
  for (const row of answer.rows) {
    const [source, target] = [put(row, a), put(row, b)];
    if (!source || !target) {
      beyond += row[a]?.type === "uri" && row[b]?.type === "uri" ? 1 : 0;
      continue;
    }
    const predicate = answer.isGraph ? row[1] : row[answer.columns.indexOf("predicate")];
    const label = predicate?.type === "uri" ? shortened(predicate.value, naming) : (predicate?.value ?? "");
    const id = `${source} ${label} ${target}`;
    const known = edges.get(id);
    if (known) known.total += 1;
    else edges.set(id, { id, source, target, kind: label, label, claims: [], total: 1 });
  }
  return { nodes, edges, all: { nodes, edges }, beyond, undated: 0, unjoined: 0 };
}

/** Rows do not say what type a thing has, unless a column does. */
function typeOf(answer: Answer, row: (Cell | null)[], iri: string): string {
  const type = row[answer.columns.indexOf("type")]?.value ?? "";
  return type && isTyped(type) ? type : /\/article\//.test(iri) ? "Article" : "Thing";
}

/** Bars of one column of numbers, as long as they are; only rows of one unit are comparable. */
export function rowsChart(answer: Answer, label: string, value: string): HTMLElement[] {
  const at = (name: string) => answer.columns.indexOf(name);
  const units = answer.rows.map((row) => row[at("unit")]?.value ?? "");
  const unit = commonest(units);
  const comparable = answer.rows.filter((row) => (row[at("unit")]?.value ?? "") === unit && row[at(value)]);
  const rows = comparable.slice(0, MOST_BARS);
  if (!rows.length) return [h("p", { class: "empty" }, t("There is no number to draw.", "没有可绘制的数值。"))];
  const numbers = rows.map((row) => Number(row[at(value)]?.value));
  const most = Math.max(...numbers.map(Math.abs), 1e-12);
  const height = rows.length * 26 + 6;
  const left = answer.rows.length - rows.length;
  const picture = svg(
    "svg",
    { class: "bars", viewBox: `0 0 640 ${height}`, role: "img", "aria-label": `${value}${unit ? ` (${unit})` : ""}` },
    ...rows.flatMap((row, index) => {
      const top = index * 26 + 4;
      const width = Math.max((Math.abs(numbers[index] ?? 0) / most) * 300, 1);
      const words = row[at(label)]?.value ?? "";
      return [
        svg("text", { x: 212, y: top + 14, "text-anchor": "end" }, words.length > 22 ? `${words.slice(0, 21)}…` : words),
        svg("rect", { class: "bar", x: 220, y: top + 1, width, height: 17, rx: 2 }),
        svg("text", { class: "amount", x: 226 + width, y: top + 14 }, (numbers[index] ?? 0).toLocaleString()),
      ];
    }),
  );
  return [
    h("p", { class: "where" }, `${value}${unit ? ` (${unit})` : ""}`),
    wrapped(picture),
    ...(left ? [h("p", { class: "left-out" }, t(`${left} rows are left out: another unit, no number, or beyond the first ${MOST_BARS}.`, `略去 ${left} 行：单位不同、没有数值或超出前 ${MOST_BARS} 行。`))] : []),
  ];
}

function wrapped(picture: SVGElement): HTMLElement {
  const place = h("div", {});
  place.append(picture);
  return place;
}

function commonest(values: string[]): string {
  const counts = new Map<string, number>();
  for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}
