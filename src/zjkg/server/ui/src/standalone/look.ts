/** Shapes and colours: those of the pages for types that they know, the view's own colours. */

import { svg } from "../dom";
import { shapeIcon, shapeNumber } from "../shapes";

const LIKE: Record<string, string> = { Measure: "Metric", Stage: "Event", Observation: "Metric" };

function known(type: string): string {
  return Object.hasOwn(LIKE, type) ? (LIKE[type] ?? type) : type;
}

export function shapeOf(type: string): number {
  return shapeNumber(known(type));
}

/** The shape of a type in the colour that the view gives it. */
export function icon(type: string, color: string): SVGElement {
  const path = shapeIcon(known(type)).querySelector("path")?.getAttribute("d");
  const shape = svg("path", { d: path || "M8 1.5a6.5 6.5 0 1 0 .01 0z", "fill-rule": "evenodd" });
  shape.style.fill = drawnColor(color);
  return svg("svg", { class: "icon", viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" }, shape);
}

/** The colour of the view; in the dark a little lighter, so that dark ones are seen. */
export function drawnColor(color: string): string {
  return matchMedia("(prefers-color-scheme: dark)").matches ? mixed(color, "#ffffff", 0.68) : color;
}

/** A colour, so much of it as said, on another; both as #rrggbb. */
export function mixed(color: string, under: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [own, other] = [color, under].map((each) => parseInt(each.slice(at, at + 2), 16));
    return Math.round((own ?? 0) * share + (other ?? 0) * (1 - share)).toString(16).padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** A colour of a style sheet with all its digits, since it may be written as #fff. */
export function hex(color: string): string {
  if (/^#[0-9a-f]{3}$/i.test(color)) return `#${[...color.slice(1)].map((each) => each + each).join("")}`;
  return /^#[0-9a-f]{6}$/i.test(color) ? color : "#777777";
}
