/** What the explorer's canvas and the picture of an exported page share: hover, focus, keys, labels. */

import EdgeCurveProgram, { EdgeCurvedArrowProgram, indexParallelEdgesIndex } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import type { Settings } from "sigma/settings";

import { h } from "./dom";
import { type Labelled, Labels } from "./labels";
import { ShapeProgram } from "./shape_program";

/** Beyond so many links the pointer finds things only, and links are not drawn while all moves. */
const MOST_FOR_EDGE_EVENTS = 5_000;
const MOST_WITH_CLEAR_LABELS = 400;
/** A thing of so many links has a side to which none of them leads. */
const FEW_LINKS = 4;

export interface NodeLook {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  type: string;
  shape: number;
  kind: string;
}

type Look = Record<string, unknown>;

export interface Reader {
  /** Opens a thing or a link; an empty string lets go. */
  choose(id: string): void;
  /** A thing in words, for who does not see it. */
  describe(id: string): string;
}

const STEPS: Record<string, [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export abstract class Drawing {
  protected readonly graph = new MultiDirectedGraph();
  protected readonly sigma: Sigma;
  protected selected = "";
  protected hovered = "";
  /** The thing in hand with everything that touches it; empty where nothing is in hand. */
  protected near = new Set<string>();
  private readonly labels: Labels;
  private readonly voice = h("p", { class: "quiet", role: "status" });
  private hasBegun = false;

  constructor(
    private readonly container: HTMLElement,
    private readonly reader: Reader,
    settings: Partial<Settings>,
  ) {
    this.labels = new Labels(() => this.things(), getComputedStyle(document.body).fontFamily);
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: "shape",
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: {
        arrow: EdgeArrowProgram,
        line: EdgeLineProgram,
        curvedArrow: EdgeCurvedArrowProgram,
        curved: EdgeCurveProgram,
      },
      labelGridCellSize: 60,
      zIndex: true,
      maxCameraRatio: 4,
      defaultDrawNodeLabel: (context, data) => this.drawLabel(context, data as Labelled, false),
      defaultDrawNodeHover: (context, data) => this.drawLabel(context, data as Labelled, true),
      nodeReducer: (id, data) => this.nodeLook(id, data as NodeLook),
      edgeReducer: (id, data) => this.edgeLook(id, data),
      ...settings,
    });
    const { sigma } = this;
    sigma.on("beforeRender", () => (this.hasBegun = false));
    sigma.on("clickNode", ({ node }) => reader.choose(node));
    sigma.on("clickEdge", ({ edge }) => reader.choose(edge));
    sigma.on("clickStage", () => reader.choose(""));
    sigma.on("doubleClickNode", ({ preventSigmaDefault }) => preventSigmaDefault());
    sigma.on("enterNode", ({ node }) => this.hover(node));
    sigma.on("leaveNode", () => this.hover(""));
    sigma.on("enterEdge", ({ edge }) => this.hover(edge));
    sigma.on("leaveEdge", () => this.hover(""));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolor());
    container.after(this.voice);
    container.addEventListener("keydown", (event) => this.press(event));
    container.addEventListener("blur", () => this.hover(""));
  }

  protected abstract nodeLook(id: string, data: NodeLook): Look;
  protected abstract edgeLook(id: string, data: Look): Look;
  /** The colors of the page have changed. */
  protected abstract recolor(): void;
  /** Whether a thing is drawn at all. */
  protected abstract isDrawn(id: string): boolean;

  /** Where a thing or the middle of a link is, in pixels of the window; null where it is not. */
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

  select(id: string): void {
    this.selected = this.graph.hasNode(id) || this.graph.hasEdge(id) ? id : "";
    this.look();
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.ratio * factor }, { duration: isStill() ? 0 : 200 });
  }

  whole(): void {
    void this.sigma.getCamera().animatedReset({ duration: isStill() ? 0 : 300 });
  }

  /** Brings a thing to the middle, where it is not seen well. */
  bring(id: string): void {
    const at = this.pixel(id);
    const data = this.sigma.getNodeDisplayData(id);
    if (!at || !data) return;
    const { left, top, width, height } = this.container.getBoundingClientRect();
    const [x, y] = [(at.x - left) / width, (at.y - top) / height];
    if (x > 0.1 && x < 0.9 && y > 0.1 && y < 0.9) return;
    void this.sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: isStill() ? 0 : 300 });
  }

  protected isLarge(): boolean {
    return this.graph.size > MOST_FOR_EDGE_EVENTS;
  }

  /** Moves by a share of what is seen. */
  private move(right: number, down: number): void {
    const camera = this.sigma.getCamera();
    const step = 0.15 * camera.ratio;
    camera.setState({ x: camera.x + right * step, y: camera.y - down * step });
  }

  private press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step && event.shiftKey) this.move(...step);
    else if (step) this.walk(...step);
    else if (event.key === "Enter" && this.hovered) this.reader.choose(this.hovered);
    else if (event.key === "Escape") this.leave();
    else if (event.key === "+" || event.key === "=") this.zoom(1 / 1.5);
    else if (event.key === "-") this.zoom(1.5);
    else if (event.key === "0") this.whole();
    else return;
    event.preventDefault();
  }

  private leave(): void {
    this.hover("");
    this.reader.choose("");
  }

  /** To the neighbour in that direction, else to the nearest thing there. */
  private walk(right: number, down: number): void {
    const { graph } = this;
    const here = graph.hasNode(this.hovered) ? this.hovered : graph.hasNode(this.selected) ? this.selected : "";
    const next = here
      ? this.toward(here, graph.neighbors(here), right, down) || this.toward(here, graph.nodes(), right, down)
      : this.most();
    if (!next) return;
    this.hovered = next;
    this.look();
    this.bring(next);
    this.voice.textContent = this.reader.describe(next);
  }

  private toward(here: string, others: string[], right: number, down: number): string {
    const from = this.pixel(here);
    let [best, least] = ["", Infinity];
    for (const other of others) {
      const at = other === here || !this.isDrawn(other) ? null : this.pixel(other);
      if (!from || !at) continue;
      const ahead = (at.x - from.x) * right + (at.y - from.y) * down;
      const aside = Math.abs((at.x - from.x) * down) + Math.abs((at.y - from.y) * right);
      const cost = Math.hypot(ahead, aside) * (1 + aside / Math.max(ahead, 1e-9));
      if (ahead > 0 && aside <= 1.2 * ahead && cost < least) [best, least] = [other, cost];
    }
    return best;
  }

  /** The thing with most links, the first of them. */
  private most(): string {
    const { graph } = this;
    const drawn = graph.nodes().filter((id) => this.isDrawn(id));
    return drawn.reduce((best, id) => (!best || graph.degree(id) > graph.degree(best) ? id : best), "");
  }

  private hover(id: string): void {
    this.container.classList.toggle("is-pointing", !!id);
    if (this.isLarge() || id === this.hovered) return;
    this.hovered = id;
    this.look();
  }

  /** What is near to the thing in hand stays bright, the rest steps back. */
  protected look(): void {
    const { graph } = this;
    const center = this.hovered || this.selected;
    this.near = new Set();
    if (graph.hasNode(center)) this.near = new Set([center, ...graph.neighbors(center), ...graph.edges(center)]);
    else if (graph.hasEdge(center)) this.near = new Set([center, ...graph.extremities(center)]);
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Links between the same two things are bent apart. */
  protected bend(): void {
    const { graph } = this;
    if (this.isLarge()) return;
    indexParallelEdgesIndex(graph, {
      edgeIndexAttribute: "index",
      edgeMinIndexAttribute: "least",
      edgeMaxIndexAttribute: "most",
    });
    graph.forEachEdge((id, { index, most, isDirected }) => {
      const isCurved = typeof index === "number" && most !== null && most !== undefined;
      const [straight, curved] = isDirected === false ? ["line", "curved"] : ["arrow", "curvedArrow"];
      const curvature = isCurved ? 0.22 * (index || 0.0001) : 0;
      graph.mergeEdgeAttributes(id, { type: isCurved ? curved : straight, curvature });
    });
  }

  /** What labels keep clear of; what has stepped back may be covered. */
  private things(): Labelled[] {
    const { graph, sigma, near } = this;
    if (graph.order > MOST_WITH_CLEAR_LABELS) return [];
    return graph
      .filterNodes((id) => this.isDrawn(id) && (!near.size || near.has(id)))
      .map((id) => {
        const data = graph.getNodeAttributes(id) as NodeLook;
        return { ...sigma.graphToViewport(data), size: sigma.scaleSize(data.size) };
      });
  }

  /** Where the few links of a thing do not lead, of length 1; a thing of many has no such side. */
  private away(data: Labelled & { key?: string }): { x: number; y: number } | undefined {
    const { graph, sigma } = this;
    const key = data.key ?? "";
    if (!graph.hasNode(key) || !graph.degree(key) || graph.degree(key) > FEW_LINKS) return undefined;
    let [x, y] = [0, 0];
    for (const other of graph.neighbors(key)) {
      const at = sigma.graphToViewport(graph.getNodeAttributes(other) as NodeLook);
      const length = Math.hypot(data.x - at.x, data.y - at.y) || 1;
      x += (data.x - at.x) / length;
      y += (data.y - at.y) / length;
    }
    const length = Math.hypot(x, y);
    return length > 0.2 ? { x: x / length, y: y / length } : undefined;
  }

  private drawLabel(context: CanvasRenderingContext2D, data: Labelled, isForced: boolean): void {
    if (!this.hasBegun) this.labels.begin();
    this.hasBegun = true;
    const away = this.away(data);
    this.labels.draw(context, away ? { ...data, away } : data, isForced || !!(data as Labelled & { isNamed?: boolean }).isNamed);
  }
}

function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
