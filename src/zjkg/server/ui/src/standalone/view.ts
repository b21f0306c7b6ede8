/** The view that the page carries, read once. */

import { lang } from "./words";

export type Value = string | number | boolean | string[] | null;
type Row = [id: string, label: string, x: number, y: number, size: number, color: string, values: Value[]];
type Link = [
  id: string,
  source: string,
  target: string,
  kind: string,
  label: string,
  weight: number,
  directed: boolean,
  values: Value[],
];

interface Content {
  nodeColumns: [name: string, type: string][];
  edgeColumns: [name: string, type: string][];
  words: Record<string, [en: string, zh: string]>;
  articles: Record<string, [title: string, date: string]>;
  evidence: Record<string, [quote: string, source: string]>;
  nodes: Row[];
  edges: Link[];
}

/** A sentence, where it stands and since when; the date is empty where it is unknown. */
export interface Evidence {
  quote: string;
  title: string;
  date: string;
}

export interface Thing {
  id: string;
  label: string;
  full: string;
  type: string;
  /** What an observation measures: its label is only an amount. */
  about: string;
  x: number;
  y: number;
  size: number;
  color: string;
  values: Map<string, Value>;
  edges: Edge[];
  /** Every name and value that a search looks through, in lower case. */
  keys: string;
}

export interface Edge {
  id: string;
  source: string;
  target: string;
  kind: string;
  label: string;
  weight: number;
  directed: boolean;
  values: Map<string, Value>;
}

const NAMES = ["fullLabel", "labelEn", "labelZh", "labelPinyin", "namesZhHans", "namesZhHant", "namesEn", "stockCode", "measure"];

export class View {
  readonly nodes = new Map<string, Thing>();
  readonly edges = new Map<string, Edge>();

  constructor(private readonly content: Content) {
    const valuesOf = (columns: [string, string][], values: Value[]) =>
      new Map(columns.map(([name], index) => [name, values[index] ?? null] as const).filter(([, value]) => value !== null));
    for (const [id, label, x, y, size, color, row] of content.nodes) {
      const values = valuesOf(content.nodeColumns, row);
      const keys = [label, ...NAMES.flatMap((name) => values.get(name) ?? [])].join("\n").toLowerCase();
      const full = String(values.get("fullLabel") ?? label) || id;
      const type = String(values.get("type") ?? "");
      const about = String(values.get("measure") ?? "");
      this.nodes.set(id, { id, label: label || id, full, type, about, x, y, size, color, values, edges: [], keys });
    }
    for (const [id, source, target, kind, label, weight, directed, row] of content.edges) {
      const values = valuesOf(content.edgeColumns, row);
      const edge = { id, source, target, kind, label, weight, directed, values };
      this.edges.set(id, edge);
      for (const end of new Set([source, target])) this.nodes.get(end)?.edges.push(edge);
    }
  }

  /** A term in the language of the page; as it is where nobody has named it. */
  word(term: string): string {
    const known = Object.hasOwn(this.content.words, term) ? this.content.words[term] : undefined;
    return known?.[lang() === "zh" ? 1 : 0] ?? term;
  }

  /** What kind of link it is: a post as it is written, a relation with its hedge. */
  linkWord(edge: Edge): string {
    if (edge.label !== edge.kind) return edge.label;
    const [, plain = edge.kind, hedge] = /^(.*?)(?: \((.*)\))?$/s.exec(edge.kind) ?? [];
    if (!hedge) return this.word(plain);
    return lang() === "zh" ? `${this.word(plain)}（${this.word(hedge)}）` : `${this.word(plain)} (${this.word(hedge)})`;
  }

  /** A sentence by its IRI. */
  evidence(iri: string): Evidence | null {
    const found = Object.hasOwn(this.content.evidence, iri) ? this.content.evidence[iri] : undefined;
    if (!found) return null;
    const [quote, source] = found;
    const [title, date] = this.content.articles[source] ?? [source, ""];
    return { quote, title, date };
  }

  find(words: string): Thing[] {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const found = [...this.nodes.values()].filter((node) => wanted.every((word) => node.keys.includes(word)));
    const isExact = (node: Thing) => node.full.toLowerCase() === words.trim().toLowerCase();
    return found.sort((a, b) => Number(isExact(b)) - Number(isExact(a)) || byLinks(a, b));
  }

  /** The types with how many things have them, the most frequent first. */
  types(): [type: string, count: number, color: string][] {
    const counts = new Map<string, [number, string]>();
    for (const { type, color } of this.nodes.values()) counts.set(type, [(counts.get(type)?.[0] ?? 0) + 1, color]);
    const rows = [...counts].map(([type, [count, color]]) => [type, count, color] as [string, number, string]);
    return rows.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
}

export function byLinks(a: Thing, b: Thing): number {
  return b.edges.length - a.edges.length || (a.id < b.id ? -1 : 1);
}
