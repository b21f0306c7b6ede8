/** The workbench: a query, its answer as table, graph and chart; all of it in the address. */

import { advice, answer, type Answer, file } from "./answers";
import { ask } from "./api";
import { Canvas } from "./canvas";
import { byId, h } from "./dom";
import { Editor, type Term } from "./editor";
import { labelColumn, numberColumns, type Naming, pageOf, rowsChart, rowsGraph, rowsTable, thingColumns } from "./results";
import type { Shown } from "./model";
import { languageField, t } from "./words";

interface LibraryQuery {
  name: string;
  title: string;
  description: string;
  parameters: { name: string; type: string; value: string; description: string }[];
  text: string;
}

interface Catalogue extends Naming {
  terms: Term[];
  groups: { title: string; queries: LibraryQuery[] }[];
}

type View = "table" | "graph" | "chart";

const VIEWS: View[] = ["table", "graph", "chart"];
const FORMATS: [name: string, ending: string, mediaType: string, isGraph: boolean][] = [
  ["CSV", "csv", "text/csv", false],
  ["TSV", "tsv", "text/tab-separated-values", false],
  ["JSON", "json", "application/sparql-results+json", false],
  ["XML", "xml", "application/sparql-results+xml", false],
  ["Turtle", "ttl", "text/turtle", true],
  ["JSON-LD", "jsonld", "application/ld+json", true],
  ["N-Triples", "nt", "application/n-triples", true],
];

const place = {
  library: byId<HTMLSelectElement>("library"),
  description: byId("description"),
  parameters: byId<HTMLFormElement>("parameters"),
  table: byId("table"),
  canvas: byId("canvas"),
  chart: byId("chart"),
  choices: byId("choices"),
  status: byId("status"),
  problem: byId("problem"),
  advice: byId("advice"),
  downloads: byId("downloads"),
  begin: byId("begin"),
  tools: byId("tools"),
};

const editor = new Editor(byId("editor"), () => void run());
let naming: Naming = { base: "", prefixes: {} };
let queries = new Map<string, LibraryQuery>();
let current: { query: string; answer: Answer } | null = null;
let view: View = "table";
let chosen: { from?: string; to?: string; label?: string; value?: string } = {};
let canvas: Canvas | null = null;
let drawn: Shown | null = null;
let turn = 0;

async function begin(): Promise<void> {
  const known = await ask<Catalogue>("/query/catalogue", {});
  naming = known;
  editor.know(known.terms);
  queries = new Map(known.groups.flatMap((group) => group.queries.map((each) => [each.name, each])));
  place.library.append(
    ...known.groups.map((group) =>
      h(
        "optgroup",
        { label: group.title },
        ...group.queries.map((each) => h("option", { value: each.name }, each.title)),
      ),
    ),
  );
  await fromAddress();
}

function pick(name: string): void {
  place.library.value = name;
  describe();
  void bind().then(() => (place.problem.childElementCount ? undefined : run()));
}

/** The address holds the query that was run, and how its answer is shown. */
async function fromAddress(): Promise<void> {
  const fields = new URLSearchParams(location.search);
  const asked = fields.get("view");
  view = VIEWS.find((each) => each === asked) ?? "table";
  const text = fields.get("query") ?? "";
  place.library.value = queries.has(fields.get("library") ?? "") ? (fields.get("library") ?? "") : "";
  describe();
  if (text) {
    editor.text = text;
    await run(false);
  } else if (place.library.value) {
    await bind();
    await run(false);
  } else {
    editor.text = "";
    current = null;
    begins(true);
  }
}

/** Before a query has run the questions stand where its answer will. */
function begins(isBeginning: boolean): void {
  place.begin.hidden = !isBeginning;
  for (const each of [place.tools, place.status, place.advice, place.table, place.canvas, place.chart]) each.hidden = isBeginning;
}

function remember(): void {
  const fields: [string, string][] = [["query", editor.text]];
  if (place.library.value) fields.push(["library", place.library.value]);
  if (view !== "table") fields.push(["view", view]);
  const address = `?${new URLSearchParams([...fields, ...languageField()])}`;
  if (address !== location.search) history.pushState(null, "", address);
}

function describe(): void {
  const query = queries.get(place.library.value);
  place.description.textContent = query?.description ?? "";
  place.parameters.replaceChildren(
    ...(query?.parameters ?? []).map((each) =>
      h(
        "label",
        { title: each.description },
        each.description || each.name,
        h("input", { name: each.name, value: each.value, onchange: () => void bind() }),
      ),
    ),
  );
}

/** Puts the chosen question, with its values, into the editor. */
async function bind(): Promise<void> {
  const query = queries.get(place.library.value);
  if (!query) return;
  if (!query.parameters.length) {
    editor.text = query.text;
    return;
  }
  const fields: Record<string, string> = { name: query.name };
  for (const input of place.parameters.querySelectorAll("input")) fields[`p.${input.name}`] = input.value;
  try {
    editor.text = (await ask<{ text: string }>("/query/bound", fields)).text;
    place.problem.replaceChildren();
  } catch (error) {
    editor.text = query.text;
    tell(error);
  }
}

async function run(isStep = true): Promise<void> {
  const query = editor.text.trim();
  if (!query) {
    tell(t("There is no query yet. Write one, or choose a question.", "还没有查询。请编写一个，或选择一个问题。"));
    editor.focus();
    return;
  }
  turn += 1;
  const own = turn;
  if (isStep) remember();
  place.problem.replaceChildren();
  place.advice.replaceChildren();
  begins(false);
  paint();
  place.status.textContent = t("Running …", "查询中……");
  document.body.setAttribute("aria-busy", "true");
  try {
    const found = await answer(query);
    if (own !== turn) return;
    current = { query, answer: found };
    chosen = {};
    paint();
    await advise(query, own);
  } catch (error) {
    if (own !== turn) return;
    current = null;
    place.table.replaceChildren();
    place.chart.replaceChildren();
    place.choices.replaceChildren();
    place.downloads.replaceChildren();
    place.status.textContent = "";
    tell(error);
  } finally {
    if (own === turn) document.body.removeAttribute("aria-busy");
  }
}

/** What is wrong with the terms, and which pattern left no row; no word where none is known. */
async function advise(query: string, own: number): Promise<void> {
  const told = await advice(query).catch(() => []);
  if (own === turn) place.advice.replaceChildren(...told.map((each) => h("li", {}, each)));
}

function tell(error: unknown): void {
  place.problem.replaceChildren(h("pre", {}, error instanceof Error ? error.message : String(error)));
}

function paint(): void {
  for (const each of VIEWS) {
    byId(`view-${each}`).setAttribute("aria-pressed", String(view === each));
    (each === "graph" ? place.canvas : place[each]).hidden = view !== each;
  }
  place.choices.replaceChildren();
  if (!current) return;
  const { answer: found } = current;
  const count = found.rows.length;
  const cut = found.cut && ` ${found.cut}`;
  place.status.textContent =
    (count
      ? t(`${count} ${found.isGraph ? "triples" : "rows"}.`, `${count} ${found.isGraph ? "条三元组" : "行"}。`)
      : t("Nothing in the store fits the query. Take a pattern out and run again.", "图库中没有符合查询的内容。请去掉一个模式再运行。")) + cut;
  offerDownloads(found);
  if (view === "table") place.table.replaceChildren(...rowsTable(found, naming));
  else if (view === "graph") paintGraph(found);
  else paintChart(found);
}

function paintGraph(found: Answer): void {
  const columns = thingColumns(found, naming);
  const from = chosen.from ?? columns[0];
  const to = chosen.to ?? columns.find((each) => each !== from);
  if (!from || !to) {
    place.canvas.hidden = true;
    place.status.textContent = t("A graph needs two columns of things, such as ?person and ?org.", "图需要两列实体，例如 ?person 和 ?org。");
    return;
  }
  place.choices.replaceChildren(
    choice(t("from", "自"), columns, from, (each) => (chosen.from = each)),
    choice(t("to", "至"), columns, to, (each) => (chosen.to = each)),
  );
  canvas ??= new Canvas(place.canvas, { choose: open, describe: (id) => drawn?.nodes.get(id)?.label ?? "" });
  const shown = rowsGraph(found, from, to, naming);
  drawn = shown;
  canvas.show(shown, "");
  const more = shown.beyond ? t(` ${shown.beyond} rows lead beyond the first 300 things.`, ` 另有 ${shown.beyond} 行超出前 300 个实体。`) : "";
  place.status.textContent += t(` ${shown.nodes.size} things, ${shown.edges.size} links.`, ` ${shown.nodes.size} 个实体，${shown.edges.size} 条联系。`) + more;
}

function open(id: string): void {
  const path = pageOf(id, naming);
  if (path) location.assign(path);
}

function paintChart(found: Answer): void {
  const numbers = numberColumns(found);
  const value = chosen.value ?? numbers.find((each) => each === "value") ?? numbers[0];
  const labels = found.columns.filter((each) => !numbers.includes(each));
  const label = chosen.label ?? labelColumn(found, labels);
  if (!value) {
    place.chart.replaceChildren(h("p", { class: "empty" }, t("A chart needs a column of numbers, such as ?value.", "图表需要一列数值，例如 ?value。")));
    return;
  }
  place.choices.replaceChildren(
    choice(t("what", "项目"), found.columns, label, (each) => (chosen.label = each)),
    choice(t("value", "数值"), numbers, value, (each) => (chosen.value = each)),
  );
  place.chart.replaceChildren(...rowsChart(found, label, value));
}

function choice(label: string, values: string[], selected: string, change: (value: string) => void): HTMLElement {
  const select = h(
    "select",
    {
      onchange: () => {
        change(select.value);
        paint();
      },
    },
    ...values.map((each) => h("option", { value: each, selected: each === selected }, each)),
  );
  return h("label", {}, label, " ", select);
}

function offerDownloads(found: Answer): void {
  const fitting = FORMATS.filter(([, , , isGraph]) => isGraph === found.isGraph);
  place.downloads.replaceChildren(
    h(
      "ul",
      {},
      ...fitting.map(([name, ending, mediaType]) =>
        h("li", {}, h("button", { type: "button", onclick: () => void download(ending, mediaType) }, name)),
      ),
    ),
  );
}

async function download(ending: string, mediaType: string): Promise<void> {
  if (!current) return;
  try {
    const address = URL.createObjectURL(await file(current.query, mediaType));
    h("a", { href: address, download: `zjkg.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (error) {
    tell(error);
  }
}

for (const each of VIEWS) {
  byId(`view-${each}`).addEventListener("click", () => {
    view = each;
    if (current) remember();
    paint();
  });
}
byId("run").addEventListener("click", () => void run());
place.parameters.addEventListener("submit", (event) => {
  event.preventDefault();
  void bind().then(() => run());
});
place.library.addEventListener("change", () => pick(place.library.value));
addEventListener("popstate", () => void fromAddress());
begin().catch(tell);
