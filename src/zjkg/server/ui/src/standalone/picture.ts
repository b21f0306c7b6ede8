/** The picture of an exported view: what the file says, where the file says. */

import EdgeCurveProgram, { EdgeCurvedArrowProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";

import { type Labelled, Labels } from "../labels";
import { ShapeProgram } from "../shape_program";
import { drawnColor, hex, mixed, shapeOf } from "./look";
import { byLinks, type View } from "./view";

const MOST_FOR_EDGE_EVENTS = 5_000;
const MOST_WITH_CLEAR_LABELS = 400;
const WARN = "contradicts";
/** The most linked things always say their names. */
const ALWAYS_NAMED = 3;
/** How thick a link in hand is at least, in pixels. */
const THICK = 2.5;

interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  kind: string;
}

export class Picture {
  private readonly graph = new MultiDirectedGraph();
  private readonly sigma: Sigma;
  private readonly labels: Labels;
  private readonly isLarge: boolean;
  private hasBegun = false;
  private selected = "";
  private hovered = "";
  private near = new Set<string>();
  private readonly first: Set<string>;
  private hidden = new Set<string>();
  private tones: Record<"ground" | "soft" | "warn", string> = tones();

  constructor(container: HTMLElement, view: View, choose: (id: string) => void) {
    this.first = new Set([...view.nodes.values()].sort(byLinks).slice(0, ALWAYS_NAMED).map(({ id }) => id));
    this.isLarge = view.edges.size > MOST_FOR_EDGE_EVENTS;
    this.labels = new Labels(() => this.things(), getComputedStyle(document.body).fontFamily);
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      itemSizesReference: "positions",
      zoomToSizeRatioFunction: (ratio) => ratio,
      defaultNodeType: "shape",
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: {
        arrow: EdgeArrowProgram,
        line: EdgeLineProgram,
        curvedArrow: EdgeCurvedArrowProgram,
        curved: EdgeCurveProgram,
      },
      enableEdgeEvents: !this.isLarge,
      hideEdgesOnMove: this.isLarge,
      hideLabelsOnMove: this.isLarge,
      labelDensity: this.isLarge ? 0.3 : 3,
      labelGridCellSize: 60,
      labelRenderedSizeThreshold: this.isLarge ? 5 : 3,
      minEdgeThickness: 1,
      stagePadding: 36,
      zIndex: true,
      minCameraRatio: 0.01,
      maxCameraRatio: 4,
      defaultDrawNodeLabel: (context, data) => this.drawLabel(context, data as Labelled, false),
      defaultDrawNodeHover: (context, data) => this.drawLabel(context, data as Labelled, true),
      nodeReducer: (id, data) => this.nodeLook(id, data as NodeLook),
      edgeReducer: (id, data) => this.edgeLook(id, data),
    });
    const { sigma } = this;
    sigma.on("beforeRender", () => (this.hasBegun = false));
    sigma.on("clickNode", ({ node }) => choose(node));
    sigma.on("clickEdge", ({ edge }) => choose(edge));
    sigma.on("clickStage", () => choose(""));
    sigma.on("enterNode", ({ node }) => this.hover(node));
    sigma.on("leaveNode", () => this.hover(""));
    sigma.on("enterEdge", ({ edge }) => this.hover(edge));
    sigma.on("leaveEdge", () => this.hover(""));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.tones = tones();
      this.look();
    });
    // Only now: sigma draws what it is given at once, and the labels need it.
    this.fill(view);
  }

  select(id: string): void {
    this.selected = id;
    this.look();
  }

  /** Leaves out the things of these types, and their links. */
  hide(types: Set<string>): void {
    this.hidden = types;
    this.look();
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.ratio * factor }, { duration: isStill() ? 0 : 200 });
  }

  whole(): void {
    void this.sigma.getCamera().animatedReset({ duration: isStill() ? 0 : 300 });
  }

  /** Moves by a share of what is seen. */
  move(right: number, up: number): void {
    const camera = this.sigma.getCamera();
    const step = 0.15 * camera.ratio;
    camera.setState({ x: camera.x + right * step, y: camera.y + up * step });
  }

  /** Brings a thing to the middle, where it is not seen well. */
  bring(id: string): void {
    const at = this.pixel(id);
    if (!at) return;
    const { left, top, width, height } = this.sigma.getContainer().getBoundingClientRect();
    const [x, y] = [(at.x - left) / width, (at.y - top) / height];
    if (x > 0.1 && x < 0.9 && y > 0.1 && y < 0.9) return;
    const data = this.sigma.getNodeDisplayData(id);
    if (data) void this.sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: isStill() ? 0 : 300 });
  }

  /** Where a thing or the middle of a link is, in pixels of the window. */
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
      graph.addEdgeWithKey(id, source, target, { size, isWarned, type: directed && !this.isLarge ? "arrow" : "line" });
    }
    if (!this.isLarge) this.bend();
  }

  /** Links between the same two things are bent apart. */
  private bend(): void {
    const { graph } = this;
    indexParallelEdgesIndex(graph, {
      edgeIndexAttribute: "index",
      edgeMinIndexAttribute: "least",
      edgeMaxIndexAttribute: "most",
    });
    graph.forEachEdge((id, { index, most, type }) => {
      if (typeof index !== "number" || most === null || most === undefined) return;
      const curvature = 0.22 * (index || 0.0001);
      graph.mergeEdgeAttributes(id, { type: type === "arrow" ? "curvedArrow" : "curved", curvature });
    });
  }

  private hover(id: string): void {
    this.sigma.getContainer().classList.toggle("is-pointing", !!id);
    if (this.isLarge) return;
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

  private nodeLook(id: string, data: NodeLook): Record<string, unknown> {
    if (this.hidden.has(data.kind)) return { ...data, hidden: true };
    const color = drawnColor(data.color);
    const isFirst = this.first.has(id);
    if (!this.near.size) return { ...data, color, forceLabel: isFirst, isNamed: isFirst };
    if (!this.near.has(id)) return { ...data, color: mixed(color, this.tones.ground, 0.25), label: "", zIndex: 0 };
    const isInHand = id === this.selected || id === this.hovered || this.near.size <= 3;
    const size = id === this.selected ? data.size * 1.25 : data.size;
    return { ...data, color, zIndex: 2, forceLabel: true, isNamed: isInHand, size };
  }

  private edgeLook(id: string, data: Record<string, unknown>): Record<string, unknown> {
    const { graph, tones: tone } = this;
    const isHidden = graph.extremities(id).some((end) => this.hidden.has(graph.getNodeAttribute(end, "kind") as string));
    if (isHidden) return { ...data, hidden: true };
    const color = data["isWarned"] ? tone.warn : tone.soft;
    if (!this.near.size) return { ...data, color: data["isWarned"] ? color : mixed(color, tone.ground, this.isLarge ? 0.2 : 0.6) };
    const thick = Math.max((data["size"] as number) * 1.6, THICK / this.sigma.scaleSize(1));
    if (this.near.has(id)) return { ...data, color, size: thick, zIndex: 1 };
    return { ...data, color: mixed(color, tone.ground, 0.15) };
  }

  /** What labels keep clear of; what has stepped back may be covered. */
  private things(): Labelled[] {
    const { graph, sigma, near } = this;
    if (graph.order > MOST_WITH_CLEAR_LABELS) return [];
    return graph
      .filterNodes((id, { kind }) => !this.hidden.has(kind as string) && (!near.size || near.has(id)))
      .map((id) => {
        const data = graph.getNodeAttributes(id) as NodeLook;
        return { ...sigma.graphToViewport(data), size: sigma.scaleSize(data.size) };
      });
  }

  private drawLabel(context: CanvasRenderingContext2D, data: Labelled, isForced: boolean): void {
    if (!this.hasBegun) this.labels.begin();
    this.hasBegun = true;
    this.labels.draw(context, data, isForced || !!(data as Labelled & { isNamed?: boolean }).isNamed);
  }
}

function tones(): Record<"ground" | "soft" | "warn", string> {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => hex(style.getPropertyValue(`--${name}`).trim());
  return { ground: of("ground"), soft: of("drawn-link"), warn: of("warn") };
}

function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
