/** The explorer's graph: it grows step by step, and what stays keeps its place. */

import forceAtlas2 from "graphology-layout-forceatlas2";

import { Drawing, type NodeLook, type Reader } from "./drawing";
import { shortened } from "./labels";
import type { Shown } from "./model";
import { separate } from "./separate";
import { colors, shapeNumber } from "./shapes";
import { mixed } from "./tones";

/** Beyond this a force layout would hold the page up: new things stand in a spiral. */
const MOST_FOR_FORCES = 1_500;
const MANY = 150;
const ITERATIONS = 240;
const LABEL_COLUMNS = 26;

export class Canvas extends Drawing {
  private colorOf = colors();
  private readonly faint = new Map<string, string>();

  constructor(container: HTMLElement, reader: Reader) {
    super(container, reader, {
      defaultEdgeType: "arrow",
      enableEdgeEvents: true,
      labelDensity: 3,
      labelRenderedSizeThreshold: 4,
      minCameraRatio: 0.02,
      stagePadding: 60,
    });
  }

  /** Shows these things and links; what stays keeps its place. */
  show(shown: Shown, selected: string): void {
    const { graph } = this;
    graph.filterNodes((id) => !shown.nodes.has(id)).forEach((id) => graph.dropNode(id));
    graph.filterEdges((id) => !shown.edges.has(id)).forEach((id) => graph.dropEdge(id));
    const degrees = new Map<string, number>();
    const anchors = new Map<string, string>();
    for (const edge of shown.edges.values()) {
      for (const [end, other] of [[edge.source, edge.target], [edge.target, edge.source]] as const) {
        degrees.set(end, (degrees.get(end) ?? 0) + 1);
        if (graph.hasNode(other) && !anchors.has(end)) anchors.set(end, other);
      }
    }
    let fresh = 0;
    const least = shown.nodes.size > MOST_FOR_FORCES ? 2 : shown.nodes.size > MANY ? 4 : 6;
    for (const [id, node] of shown.nodes) {
      const size = least + Math.min(Math.sqrt(degrees.get(id) ?? 0) * (least / 3), 14);
      if (graph.hasNode(id)) {
        graph.mergeNodeAttributes(id, { size });
        continue;
      }
      const look: NodeLook = {
        ...this.place(fresh, anchors.get(id)),
        size,
        color: this.colorOf(node.type),
        label: shortened(node.label, LABEL_COLUMNS),
        type: "shape",
        shape: shapeNumber(node.type),
        kind: node.type,
      };
      graph.addNode(id, look);
      fresh += 1;
    }
    for (const [id, edge] of shown.edges) {
      const disputed = edge.claims.some((claim) => claim.is_disputed);
      const look = { kind: disputed ? "warn" : "soft", size: 1 + Math.min(edge.total, 5) * 0.4, label: edge.label };
      if (graph.hasEdge(id)) graph.mergeEdgeAttributes(id, look);
      else graph.addEdgeWithKey(id, edge.source, edge.target, look);
    }
    this.bend();
    this.suit();
    if (fresh) this.arrange();
    this.select(selected);
  }

  /** The links that are drawn, sorted. */
  edges(): string[] {
    return this.graph.edges().sort();
  }

  /** A very large graph is drawn with less, and with least while it moves. */
  private suit(): void {
    const isLarge = this.isLarge();
    this.sigma.setSettings({
      enableEdgeEvents: !isLarge,
      hideEdgesOnMove: isLarge,
      hideLabelsOnMove: isLarge,
      labelDensity: isLarge ? 0.3 : 3,
      defaultEdgeType: isLarge ? "line" : "arrow",
    });
  }

  protected recolor(): void {
    this.colorOf = colors();
    this.faint.clear();
    this.graph.updateEachNodeAttributes((_, data) => ({ ...data, color: this.colorOf(data["kind"]) }));
  }

  protected isDrawn(): boolean {
    return true;
  }

  protected nodeLook(id: string, data: NodeLook): Record<string, unknown> {
    if (!this.near.size) return { ...data };
    if (!this.near.has(id)) return { ...data, color: this.faded(data.color, 0.25), label: "", zIndex: 0 };
    const isSelected = id === this.selected;
    return { ...data, zIndex: 2, forceLabel: true, size: isSelected ? data.size * 1.25 : data.size };
  }

  protected edgeLook(id: string, data: Record<string, unknown>): Record<string, unknown> {
    const color = this.colorOf(data["kind"] as string);
    if (!this.near.size) return { ...data, color: data["kind"] === "warn" ? color : this.faded(color, 0.5) };
    if (this.near.has(id)) return { ...data, color, size: (data["size"] as number) + 1, zIndex: 1 };
    return { ...data, color: this.faded(color, 0.3) };
  }

  /** A color, so much of it as said, on the color of the page. */
  private faded(color: string, share: number): string {
    const key = `${color} ${share}`;
    let found = this.faint.get(key);
    if (!found) {
      const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
      found = mixed(color, ground, share);
      this.faint.set(key, found);
    }
    return found;
  }

  /** A first place: beside what it is linked to, on a spiral, the same every time. */
  private place(order: number, anchor: string | undefined): { x: number; y: number } {
    const at = anchor ? (this.graph.getNodeAttributes(anchor) as NodeLook) : { x: 0, y: 0 };
    const angle = order * 2.399963;
    const radius = (anchor ? 12 : 6) * Math.sqrt(order + (anchor ? 1 : 0));
    return { x: at.x + radius * Math.cos(angle), y: at.y + radius * Math.sin(angle) };
  }

  private arrange(): void {
    const { graph } = this;
    if (graph.order < 3 || graph.order > MOST_FOR_FORCES) return;
    const settings = {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > 300,
      adjustSizes: graph.order < 300,
      gravity: 1.2,
      scalingRatio: 28,
      strongGravityMode: false,
      slowDown: 4,
    };
    const iterations = Math.max(40, Math.round(ITERATIONS * Math.min(1, 200 / graph.order)));
    forceAtlas2.assign(graph, { iterations, settings });
    const { width, height } = this.sigma.getDimensions();
    separate(graph, width || 800, height || 600);
  }
}
