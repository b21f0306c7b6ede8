/** A shape and a colour for each type, the same on the canvas and in the legend. */

import { svg } from "./dom";

/** The order is that of the numbers in the shader. */
const SHAPES: Record<string, [shape: number, path: string]> = {
  Person: [0, "M8 1.5a6.5 6.5 0 1 0 .01 0z"],
  Organization: [1, "M2.5 2.5h11v11h-11z"],
  Park: [2, "M8 1l6.2 3.5v7L8 15l-6.2-3.5v-7z"],
  Place: [3, "M8 .8L15.2 8 8 15.2.8 8z"],
  Event: [4, "M8 1.5l7 12.5H1z"],
  Policy: [5, "M8 14.5L1 2h14z"],
  Product: [6, "M5.4 1.5h5.2v3.9h3.9v5.2h-3.9v3.9H5.4v-3.9H1.5V5.4h3.9z"],
  Index: [7, "M8 .8l2 5.2 5.2 2-5.2 2L8 15.2 6 10 .8 8 6 6z"],
  Project: [8, "M1 4.5h14v7H1z"],
  Article: [9, "M4 1h8v14H4z"],
  Metric: [10, "M8 1.5a6.5 6.5 0 1 0 .01 0zM8 5a3 3 0 1 1-.01 0z"],
};

export function isTyped(type: string): boolean {
  return type in SHAPES;
}

export function shapeNumber(type: string): number {
  return SHAPES[type]?.[0] ?? 0;
}

export function shapeIcon(type: string): SVGElement {
  const path = SHAPES[type]?.[1] ?? "";
  return svg(
    "svg",
    { class: `icon is-${type}`, viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" },
    svg("path", { d: path, "fill-rule": "evenodd" }),
  );
}

/** The colours of the style sheet as the canvas needs them. */
export function colors(): (type: string) => string {
  const style = getComputedStyle(document.documentElement);
  const known = new Map<string, string>();
  return (type) => {
    let color = known.get(type);
    if (!color) {
      color = style.getPropertyValue(`--${type.toLowerCase()}`).trim() || "#777777";
      known.set(type, color);
    }
    return color;
  };
}
