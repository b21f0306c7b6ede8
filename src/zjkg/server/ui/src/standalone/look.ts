/** Shapes and colours: those of the pages for types that they know, the view's own colours. */

import { svg } from "../dom";
import { shapeIcon, shapeNumber } from "../shapes";
import { mixed } from "../tones";

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
