/** An exported page: a picture, a search box, a legend that filters, and what stands behind. */

import { byId, h } from "../dom";
import { icon } from "./look";
import { edgePanel, hint, nodePanel, startPanel } from "./panel";
import { Picture } from "./picture";
import { View } from "./view";
import { lang, speak, t } from "./words";

const MOST_FOUND = 12;

const view = new View(JSON.parse(byId("view").textContent ?? ""));
const hidden = new Set<string>();
let selected = "";

const box = h("input", { type: "search", autocomplete: "off", id: "words", "aria-controls": "found" });
const found = h("div", { id: "found", class: "popup" });
const stage = h("div", { id: "canvas", tabindex: 0, role: "application" });
const panel = h("section", { class: "panel", tabindex: -1, "aria-live": "polite" });
const keys = h("ul", { class: "keys" });
const tools = h("div", { class: "buttons" });
const status = h("p", { id: "status", role: "status" });
const problem = h("div", { id: "problem", role: "alert" });
const other = h("button", { type: "button", onclick: () => translate(lang() === "zh" ? "en" : "zh") });

byId("language").append(other);
byId("page").append(
  problem,
  h("div", { class: "tools" }, h("form", { class: "finder", role: "search", onsubmit: (event) => event.preventDefault() }, box, found), tools),
  h("div", { class: "explorer" }, h("div", { class: "stage" }, stage, h("div", { class: "below" }, keys), status), panel),
);
byId<HTMLDetailsElement>("links").open = false;
byId("without").hidden = true;

let picture: Picture | null = null;
try {
  picture = new Picture(stage, view, { choose, describe });
} catch (error) {
  // Without WebGL search, panel and table still say everything.
  stage.hidden = true;
  problem.append(`${t("This browser cannot draw the picture.", "此浏览器无法绘制图形。")} ${String(error)}`);
}

/** What is said of a thing that the keyboard has come to. */
function describe(id: string): string {
  const node = view.nodes.get(id);
  if (!node) return "";
  const count = node.edges.length;
  return t(`${node.full}, ${view.word(node.type)}, links: ${count}`, `${node.full}，${view.word(node.type)}，${count} 条联系`);
}

function choose(id: string): void {
  selected = id;
  picture?.select(id);
  draw();
}

/** From the list or the search box: the reader has not seen yet where it is. */
function go(id: string): void {
  choose(id);
  picture?.bring(id);
  panel.focus({ preventScroll: !matchMedia("(max-width: 60rem)").matches });
  panel.scrollTop = 0;
}

function draw(): void {
  const [node, edge] = [view.nodes.get(selected), view.edges.get(selected)];
  if (node) panel.replaceChildren(...nodePanel(node, view, go));
  else if (edge) panel.replaceChildren(...edgePanel(edge, view, go));
  else panel.replaceChildren(...startPanel(view, go));
}

function legend(): void {
  const buttons = view.types().map(([type, count, color]) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", "data-type": type, "aria-pressed": String(!hidden.has(type)), onclick: () => toggle(type) },
        icon(type, color),
        view.word(type),
        " ",
        h("b", {}, String(count)),
      ),
    ),
  );
  keys.replaceChildren(...buttons);
}

function toggle(type: string): void {
  if (!hidden.delete(type)) hidden.add(type);
  picture?.hide(hidden);
  legend();
  count();
  keys.querySelector<HTMLElement>(`[data-type="${CSS.escape(type)}"]`)?.focus();
}

function count(): void {
  const isShown = (id: string) => !hidden.has(view.nodes.get(id)?.type ?? "");
  const nodes = [...view.nodes.keys()].filter(isShown).length;
  const edges = [...view.edges.values()].filter(({ source, target }) => isShown(source) && isShown(target)).length;
  status.textContent = t(
    `${nodes} of ${view.nodes.size} things, ${edges} of ${view.edges.size} links`,
    `节点 ${nodes}/${view.nodes.size}，联系 ${edges}/${view.edges.size}`,
  );
}

function search(): void {
  const words = box.value.trim();
  if (!words) return close();
  const things = view.find(words);
  const left = things.length - MOST_FOUND;
  const lines = things.slice(0, MOST_FOUND).map((node) =>
    h("li", {}, h("button", { type: "button", onclick: () => pick(node.id) }, icon(node.type, node.color), node.full, ...hint(node), " ", h("span", { class: "where" }, view.word(node.type)))),
  );
  found.replaceChildren(
    lines.length ? h("ul", {}, ...lines) : h("p", { class: "empty" }, t("Nothing has that name.", "没有此名称的节点。")),
    ...(left > 0 ? [h("p", { class: "left-out" }, t(`${left} more; be more exact`, `另有 ${left} 个，请写得更具体`))] : []),
  );
}

function close(): void {
  found.replaceChildren();
}

function pick(id: string): void {
  close();
  hidden.delete(view.nodes.get(id)?.type ?? "");
  picture?.hide(hidden);
  legend();
  count();
  go(id);
}

function translate(next: "en" | "zh"): void {
  speak(next);
  other.textContent = next === "zh" ? "English" : "中文";
  other.lang = next === "zh" ? "en" : "zh-Hans";
  const findWords = t("Find by any name", "按任一名称查找");
  box.placeholder = findWords;
  box.setAttribute("aria-label", findWords);
  stage.setAttribute("aria-label", t("Picture of the graph; arrow keys go from thing to thing, Enter opens, Shift and arrows move it, plus and minus zoom", "图形；方向键在节点间移动，回车打开，Shift 加方向键平移，加减键缩放"));
  panel.setAttribute("aria-label", t("What is said", "内容与出处"));
  const button = (words: string, act: () => void) => h("button", { type: "button", onclick: act }, words);
  tools.replaceChildren(
    button(t("Zoom in", "放大"), () => picture?.zoom(1 / 1.5)),
    button(t("Zoom out", "缩小"), () => picture?.zoom(1.5)),
    button(t("Whole picture", "全图"), () => picture?.whole()),
  );
  legend();
  count();
  search();
  draw();
}

/** The same from the list of found things and from the box: up, down, escape. */
function walk(event: KeyboardEvent): void {
  const stops = [box, ...found.querySelectorAll("button")];
  const at = stops.indexOf(document.activeElement as HTMLButtonElement);
  if (event.key === "Escape") {
    close();
    box.focus();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    stops[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  } else if (event.key === "Enter" && at === 0) {
    found.querySelector("button")?.click();
  }
}

box.addEventListener("input", search);
box.addEventListener("focus", search);
(box.form as HTMLFormElement).addEventListener("keydown", walk);
(box.form as HTMLFormElement).addEventListener("focusout", (event) => {
  if (!box.form?.contains(event.relatedTarget as Node | null)) setTimeout(close, 150);
});
document.addEventListener("keydown", (event) => {
  const isWriting = /^(input|textarea|select)$/i.test((event.target as HTMLElement).tagName);
  if (event.key !== "/" || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box.focus();
});

translate(lang());
// What reads the page from outside asks here where a thing is drawn.
Object.assign(window, { zjkgPixel: (id: string) => picture?.pixel(id) ?? null });
