/** Moves things apart that would lie upon each other, in the pixels of the whole picture. */

import type { AbstractGraph } from "graphology-types";

const ROUNDS = 120;
const MARGIN = 7;
const PADDING = 60;

interface Dot {
  id: string;
  x: number;
  y: number;
  radius: number;
}

export function separate(graph: AbstractGraph, width: number, height: number): void {
  const dots = inPixels(graph, Math.max(width - 2 * PADDING, 200), Math.max(height - 2 * PADDING, 200));
  const cell = 2 * (Math.max(...dots.map((dot) => dot.radius)) + MARGIN);
  for (let round = 0; round < ROUNDS; round++) {
    if (!pushed(dots, cell)) break;
  }
  for (const { id, x, y } of dots) graph.mergeNodeAttributes(id, { x, y });
}

function inPixels(graph: AbstractGraph, width: number, height: number): Dot[] {
  const dots = graph.nodes().map((id) => {
    const { x, y, size } = graph.getNodeAttributes(id) as { x: number; y: number; size: number };
    return { id, x, y, radius: size };
  });
  const [left, right] = [Math.min(...dots.map((dot) => dot.x)), Math.max(...dots.map((dot) => dot.x))];
  const [low, high] = [Math.min(...dots.map((dot) => dot.y)), Math.max(...dots.map((dot) => dot.y))];
  const scale = Math.min(width / (right - left || 1), height / (high - low || 1));
  return dots.map((dot) => ({ ...dot, x: (dot.x - left) * scale, y: (dot.y - low) * scale }));
}

/** One round over all pairs that are near; whether any had to move. */
function pushed(dots: Dot[], cell: number): boolean {
  const grid = new Map<string, Dot[]>();
  const place = (dot: Dot) => [Math.floor(dot.x / cell), Math.floor(dot.y / cell)] as const;
  for (const dot of dots) {
    const key = place(dot).join();
    grid.set(key, [...(grid.get(key) ?? []), dot]);
  }
  let moved = false;
  for (const dot of dots) {
    const [column, row] = place(dot);
    for (const across of [-1, 0, 1]) {
      for (const down of [-1, 0, 1]) {
        for (const other of grid.get([column + across, row + down].join()) ?? []) {
          if (dot.id < other.id && part(dot, other)) moved = true;
        }
      }
    }
  }
  return moved;
}

function part(a: Dot, b: Dot): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy);
  const missing = a.radius + b.radius + MARGIN - distance;
  if (missing <= 0.1) return false;
  // Two in one place part sideways.
  const [ux, uy] = distance > 0.01 ? [dx / distance, dy / distance] : [1, 0];
  a.x -= (ux * missing) / 2;
  a.y -= (uy * missing) / 2;
  b.x += (ux * missing) / 2;
  b.y += (uy * missing) / 2;
  return true;
}
