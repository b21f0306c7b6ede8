/** The box that puts a thing into the graph by any of its names. */

import { ask, type Found } from "./api";
import { h } from "./dom";
import { shapeIcon } from "./shapes";
import { t } from "./words";

const MOST = 8;

export function finder(form: HTMLFormElement, results: HTMLElement, put: (at: string) => void): void {
  const box = form.querySelector("input");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = box?.value.trim() ?? "";
    if (words) void find(words, results, put);
  });
}

async function find(words: string, results: HTMLElement, put: (at: string) => void): Promise<void> {
  const found = await ask<Found>("/search", { q: words }).catch((error: unknown) => String(error));
  if (typeof found === "string") {
    results.replaceChildren(h("p", { class: "empty" }, found));
    return;
  }
  const close = () => results.replaceChildren();
  const buttons = found.entities.slice(0, MOST).map(({ link, type_label, names }) =>
    h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          onclick: () => {
            close();
            put(link.path.replace(/[?&]lang=(en|zh)$/, ""));
          },
        },
        shapeIcon(link.type),
        h("span", { lang: link.lang || null }, link.label),
        " ",
        h("span", { class: "where" }, [type_label, ...names.slice(0, 2)].join(t(", ", "、"))),
      ),
    ),
  );
  if (buttons.length) {
    const rest = found.entity_total - buttons.length;
    results.replaceChildren(
      h("ul", {}, ...buttons),
      ...(rest > 0 ? [h("p", { class: "left-out" }, t(`${rest} more; be more exact`, `另有 ${rest} 个，请写得更具体`))] : []),
    );
    results.querySelector("button")?.focus();
  } else {
    const near = found.suggestions.join(t(", ", "、"));
    const hint = near ? t(` Did you mean ${near}?`, `是否要找：${near}？`) : "";
    results.replaceChildren(
      h("p", { class: "empty" }, (found.problem || t("Nothing has that name.", "没有此名称的实体。")) + hint),
    );
  }
}
