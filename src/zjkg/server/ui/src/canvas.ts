/** The picture of the graph: sigma over graphology, labels that never cover each other. */

import { EdgeCurvedArrowProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";

import { type Labelled, Labels, shortened } from "./labels";
import type { Shown } from "./model";
import { separate } from "./separate";
import { ShapeProgram } from "./shape_program";
import { colors, shapeNumber } from "./shapes";

/** Beyond this a force layout would hold the page up: new things stand in a spiral. */
const MOST_FOR_FORCES = 1_500;
const MOST_FOR_EDGE_EVENTS = 5_000;
const MANY = 150;
const ITERATIONS = 240;
const MOST_WITH_CLEAR_LABELS = 400;
const LABEL_COLUMNS = 26;

interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  type: string;
  shape: number;
}

export class Canvas {
  private readonly graph = new MultiDirectedGraph();
  private readonly sigma: Sigma;
  private readonly labels: Labels;
  private hasBegun = false;
  private selected = "";
  private hovered = "";
  private near = new Set<string>();
  private colorOf = colors();
  private readonly mixed = new Map<string, string>();

  constructor(
    container: HTMLElement,
    private readonly choose: (id: string) => void,
  ) {
    this.labels = new Labels(() => this.things(), getComputedStyle(document.body).fontFamily);
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: "shape",
      nodeProgramClasses: { shape: ShapeProgram },
      defaultEdgeType: "straight",
      edgeProgramClasses: { straight: EdgeArrowProgram, curved: EdgeCurvedArrowProgram, thin: EdgeLineProgram },
      labelDensity: 3,
      labelGridCellSize: 60,
      labelRenderedSizeThreshold: 4,
      stagePadding: 60,
      zIndex: true,
      enableEdgeEvents: true,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      defaultDrawNodeLabel: (context, data) => this.drawLabel(context, data as Labelled, false),
      defaultDrawNodeHover: (context, data) => this.drawLabel(context, data as Labelled, true),
      nodeReducer: (id, data) => this.nodeLook(id, data as NodeLook),
      edgeReducer: (id, data) => this.edgeLook(id, data),
    });
    this.sigma.on("beforeRender", () => (this.hasBegun = false));
    this.sigma.on("clickNode", ({ node }) => this.choose(node));
    this.sigma.on("clickEdge", ({ edge }) => this.choose(edge));
    this.sigma.on("clickStage", () => this.choose(""));
    this.sigma.on("doubleClickNode", ({ preventSigmaDefault }) => preventSigmaDefault());
    this.sigma.on("enterNode", ({ node }) => this.hover(node));
    this.sigma.on("leaveNode", () => this.hover(""));
    this.sigma.on("enterEdge", ({ edge }) => this.hover(edge));
    this.sigma.on("leaveEdge", () => this.hover(""));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.colorOf = colors();
      this.mixed.clear();
      this.graph.updateEachNodeAttributes((_, data) => ({ ...data, color: this.colorOf(data["kind"]) }));
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
      const look: NodeLook & { kind: string } = {
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

  /** Where the canvas shows a thing, in pixels of the window; null where it does not. */
  pixel(id: string): { x: number; y: number } | null {
    const { graph, sigma } = this;
    const box = sigma.getContainer().getBoundingClientRect();
    const at = (node: string) => {
      const point = sigma.graphToViewport(graph.getNodeAttributes(node) as NodeLook);
      return { x: box.left + point.x, y: box.top + point.y };
    };
    if (graph.hasNode(id)) return at(id);
    if (!graph.hasEdge(id)) return null;
    const [a, b] = [at(graph.source(id)), at(graph.target(id))];
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  }

  /** The links that are drawn, sorted. */
  edges(): string[] {
    return this.graph.edges().sort();
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.ratio * factor }, { duration: isStill() ? 0 : 200 });
  }

  whole(): void {
    void this.sigma.getCamera().animatedReset({ duration: isStill() ? 0 : 300 });
  }

  select(id: string): void {
    this.selected = this.graph.hasNode(id) || this.graph.hasEdge(id) ? id : "";
    this.look();
  }

  /** A very large graph is drawn with less, and with least while it moves. */
  private suit(): void {
    const isLarge = this.isLarge();
    this.sigma.setSettings({
      enableEdgeEvents: !isLarge,
      hideEdgesOnMove: isLarge,
      hideLabelsOnMove: isLarge,
      labelDensity: isLarge ? 0.3 : 3,
      defaultEdgeType: isLarge ? "thin" : "straight",
    });
  }

  private isLarge(): boolean {
    return this.graph.size > MOST_FOR_EDGE_EVENTS;
  }

  private hover(id: string): void {
    this.sigma.getContainer().classList.toggle("is-pointing", !!id);
    if (this.isLarge()) return;
    this.hovered = id;
    this.look();
  }

  /** What is near to the thing in hand stays bright, the rest steps back. */
  private look(): void {
    const { graph } = this;
    const center = this.hovered || this.selected;
    this.near = new Set();
    if (graph.hasNode(center)) this.near = new Set([center, ...graph.neighbors(center), ...graph.edges(center)]);
    else if (graph.hasEdge(center)) this.near = new Set([center, ...graph.extremities(center)]);
    this.sigma.refresh({ skipIndexation: true });
  }

  private nodeLook(id: string, data: NodeLook): Partial<NodeLook & { zIndex: number; forceLabel: boolean }> {
    if (!this.near.size) return data;
    if (!this.near.has(id)) return { ...data, color: this.faded(data.color, 0.25), label: "", zIndex: 0 };
    const isSelected = id === this.selected;
    return { ...data, zIndex: 2, forceLabel: true, size: isSelected ? data.size * 1.25 : data.size };
  }

  private edgeLook(id: string, data: Record<string, unknown>): Record<string, unknown> {
    const color = this.colorOf(data["kind"] as string);
    if (!this.near.size) return { ...data, color: data["kind"] === "warn" ? color : this.faded(color, 0.5) };
    if (this.near.has(id)) return { ...data, color, size: (data["size"] as number) + 1, zIndex: 1 };
    return { ...data, color: this.faded(color, 0.15) };
  }

  /** A color, so much of it as said, on the color of the page. */
  private faded(color: string, share: number): string {
    const key = `${color} ${share}`;
    let mixed = this.mixed.get(key);
    if (!mixed) {
      const ground = getComputedStyle(document.documentElement).getPropertyValue("--ground").trim();
      const parts = [1, 3, 5].map((at) => {
        const [own, under] = [color, ground].map((each) => parseInt(each.slice(at, at + 2), 16));
        const value = Math.round((own ?? 0) * share + (under ?? 0) * (1 - share));
        return value.toString(16).padStart(2, "0");
      });
      mixed = `#${parts.join("")}`;
      this.mixed.set(key, mixed);
    }
    return mixed;
  }

  /** What stands on the canvas; of very many things only labels keep clear of each other. */
  private things(): Labelled[] {
    if (this.graph.order > MOST_WITH_CLEAR_LABELS) return [];
    return this.graph.nodes().map((id) => {
      const data = this.graph.getNodeAttributes(id) as NodeLook;
      return { ...this.sigma.graphToViewport(data), size: this.sigma.scaleSize(data.size) };
    });
  }

  private drawLabel(context: CanvasRenderingContext2D, data: Labelled, isForced: boolean): void {
    if (!this.hasBegun) this.labels.begin();
    this.hasBegun = true;
    this.labels.draw(context, data, isForced);
  }

  /** Links between the same two things are bent apart. */
  private bend(): void {
    const { graph } = this;
    if (this.isLarge()) return;
    indexParallelEdgesIndex(graph, {
      edgeIndexAttribute: "index",
      edgeMinIndexAttribute: "least",
      edgeMaxIndexAttribute: "most",
    });
    graph.forEachEdge((id, data) => {
      const { index, most } = data as { index: number | null; most: number | null };
      const isCurved = typeof index === "number" && most !== null;
      const curvature = isCurved ? 0.22 * (index || 0.0001) : 0;
      graph.mergeEdgeAttributes(id, { type: isCurved ? "curved" : "straight", curvature });
    });
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

function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
