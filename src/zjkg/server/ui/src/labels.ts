/** Labels on the canvas: beside their things, never over another label or another thing. */

export interface Labelled {
  label?: string | null;
  x: number;
  y: number;
  size: number;
  /** Where its links do not lead: a direction in pixels; left out where they lead everywhere. */
  away?: { x: number; y: number };
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SIZE = 13;
const HALF = 10;
const GAP = 4;

/** Places the labels of one picture, in the order in which they come. */
export class Labels {
  private boxes: Box[] = [];

  constructor(
    private readonly things: () => Labelled[],
    private readonly font: string,
  ) {}

  /** Forgets the last picture; the things themselves take their places first. */
  begin(): void {
    this.boxes = this.things().map(({ x, y, size }) => ({
      left: x - size,
      top: y - size,
      right: x + size,
      bottom: y + size,
    }));
  }

  draw(context: CanvasRenderingContext2D, thing: Labelled, isForced: boolean): void {
    if (!thing.label) return;
    context.font = `${isForced ? 600 : 400} ${SIZE}px ${this.font}`;
    const width = context.measureText(thing.label).width;
    const places = around(thing, width);
    const { clientWidth: edge, clientHeight: floor } = context.canvas;
    const isFree = (box: Box) =>
      box.left >= 0 && box.right <= edge && box.top >= 0 && box.bottom <= floor && !this.boxes.some((each) => overlap(each, box));
    const box = places.find(isFree) ?? (isForced ? places.find((each) => each.right <= edge) ?? places[0] : undefined);
    if (!box) return;
    this.boxes.push(box);
    const style = getComputedStyle(document.documentElement);
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = style.getPropertyValue("--ground");
    context.strokeText(thing.label, box.left, box.top + HALF + 4.5);
    context.fillStyle = style.getPropertyValue("--ink");
    context.fillText(thing.label, box.left, box.top + HALF + 4.5);
  }
}

/** Beside, below and above, then at the corners; first those where no link of the thing leads. */
function around({ x, y, size, away }: Labelled, width: number): Box[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + 2 * HALF });
  const [right, left] = [x + size + GAP, x - size - GAP - width];
  const [below, above] = [y + size + 1, y - size - 1 - 2 * HALF];
  const inner = size / 2;
  const places = [
    at(right, y - HALF),
    at(left, y - HALF),
    at(x - width / 2, below),
    at(x - width / 2, above),
    at(x + inner, above),
    at(x + inner, below),
    at(x - inner - width, above),
    at(x - inner - width, below),
  ];
  if (!away) return places;
  // How far the middle of a place lies in that direction; all but even ones keep their order.
  const worth = (box: Box) => ((box.left + width / 2 - x) / (width / 2 + size)) * away.x + ((box.top + HALF - y) / (HALF + size)) * away.y;
  return places.map((box) => ({ box, worth: worth(box) })).sort((a, b) => b.worth - a.worth).map(({ box }) => box);
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A label of at most so many columns, a Chinese character being two. */
export function shortened(label: string, most: number): string {
  const characters = [...label];
  let width = 0;
  for (const [index, each] of characters.entries()) {
    width += each.charCodeAt(0) > 0x2e7f ? 2 : 1;
    if (width > most) return `${characters.slice(0, index).join("")}…`;
  }
  return label;
}
