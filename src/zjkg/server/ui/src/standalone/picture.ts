/** The picture of an exported view: what the file says, where the file says. */

import { Drawing, type NodeLook, type Reader } from "../drawing";
import { hex, mixed } from "../tones";
import { drawnColor, shapeOf } from "./look";
import { byLinks, type View } from "./view";

const WARN = "contradicts";
/** The most linked things always say their names. */
const ALWAYS_NAMED = 3;
/** How thick a link in hand is at least, in pixels. */
const THICK = 2.5;

export class Picture extends Drawing {
  private readonly first: Set<string>;
  private hidden = new Set<string>();
  private tones: Record<"ground" | "soft" | "warn", string> = tones();

  constructor(container: HTMLElement, view: View, reader: Reader) {
    super(container, reader, {
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      minEdgeThickness: 1,
      stagePadding: 36,
      minCameraRatio: 0.01,
    });
    this.first = new Set([...view.nodes.values()].sort(byLinks).slice(0, ALWAYS_NAMED).map(({ id }) => id));
    // Only now: sigma draws what it is given at once, and the looks need what stands above.
    this.fill(view);
    const isLarge = this.isLarge();
    this.sigma.setSettings({
      enableEdgeEvents: !isLarge,
      hideEdgesOnMove: isLarge,
      hideLabelsOnMove: isLarge,
      labelDensity: isLarge ? 0.3 : 3,
      labelRenderedSizeThreshold: isLarge ? 5 : 3,
    });
  }

  /** Leaves out the things of these types, and their links. */
  hide(types: Set<string>): void {
    this.hidden = types;
    this.look();
  }

  private fill(view: View): void {
    const { graph } = this;
    for (const { id, label, type, x, y, size, color } of view.nodes.values()) {
      graph.addNode(id, { x, y, size, color, label, type: "shape", shape: shapeOf(type), kind: type });
    }
    let heaviest = 1;
    for (const { weight } of view.edges.values()) heaviest = Math.max(heaviest, weight);
    for (const { id, source, target, kind, weight, directed } of view.edges.values()) {
      const size = 0.8 + 2.2 * Math.sqrt(weight / heaviest);
      const isWarned = kind.startsWith(WARN);
      graph.addEdgeWithKey(id, source, target, { size, isWarned, isDirected: directed, type: "line" });
    }
    this.bend();
  }

  protected recolor(): void {
    this.tones = tones();
    this.look();
  }

  protected isDrawn(id: string): boolean {
    return !this.hidden.has(this.graph.getNodeAttribute(id, "kind") as string);
  }

  protected nodeLook(id: string, data: NodeLook): Record<string, unknown> {
    if (this.hidden.has(data.kind)) return { ...data, hidden: true };
    const color = drawnColor(data.color);
    const isFirst = this.first.has(id);
    if (!this.near.size) return { ...data, color, forceLabel: isFirst, isNamed: isFirst };
    if (!this.near.has(id)) return { ...data, color: mixed(color, this.tones.ground, 0.25), label: "", zIndex: 0 };
    const isInHand = id === this.selected || id === this.hovered || this.near.size <= 3;
    const size = id === this.selected ? data.size * 1.25 : data.size;
    return { ...data, color, zIndex: 2, forceLabel: true, isNamed: isInHand, size };
  }

  protected edgeLook(id: string, data: Record<string, unknown>): Record<string, unknown> {
    const { graph, tones: tone } = this;
    const isHidden = graph.extremities(id).some((end) => this.hidden.has(graph.getNodeAttribute(end, "kind") as string));
    if (isHidden) return { ...data, hidden: true };
    const color = data["isWarned"] ? tone.warn : tone.soft;
    if (!this.near.size) return { ...data, color: data["isWarned"] ? color : mixed(color, tone.ground, this.isLarge() ? 0.2 : 0.6) };
    const thick = Math.max((data["size"] as number) * 1.6, THICK / this.sigma.scaleSize(1));
    if (this.near.has(id)) return { ...data, color, size: thick, zIndex: 1 };
    return { ...data, color: mixed(color, tone.ground, 0.15) };
  }
}

function tones(): Record<"ground" | "soft" | "warn", string> {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => hex(style.getPropertyValue(`--${name}`).trim());
  return { ground: of("ground"), soft: of("drawn-link"), warn: of("warn") };
}
