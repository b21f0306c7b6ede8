/** What the server answers, by type, and how it is asked. */

import { LANG, t } from "./words";

export interface GraphNode {
  id: string;
  iri: string;
  path: string;
  label: string;
  lang: string;
  type: string;
  type_label: string;
}

export interface EdgeKind {
  kind: string;
  label: string;
  count: number;
}

export interface EdgeClaim {
  path: string;
  place: string;
  says: string;
  quote: string;
  lang: string;
  source: string;
  title: string;
  published: string;
  /** The first and the last year that the claim speaks of; empty where it speaks of none. */
  since: string;
  until: string;
  modality: string;
  is_disputed: boolean;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  kind: string;
  label: string;
  claims: EdgeClaim[];
  total: number;
}

export interface NodeView {
  node: GraphNode;
  names: string[];
  kinds: EdgeKind[];
}

export interface EdgesView {
  node: GraphNode;
  kind: string;
  nodes: GraphNode[];
  edges: GraphEdge[];
  total: number;
}

/** The links among things; total counts them before the limit. */
export interface JoinedView {
  edges: GraphEdge[];
  total: number;
}

export interface Link {
  iri: string;
  path: string;
  label: string;
  lang: string;
  type: string;
}

export interface Found {
  entities: { link: Link; type_label: string; names: string[]; mentions: number }[];
  entity_total: number;
  suggestions: string[];
  problem: string;
}

export interface Bilingual {
  en: string;
  zh: string;
}

export interface Problem {
  what: Bilingual;
  where: string;
  expected: Bilingual;
  next_step: Bilingual;
}

/** A problem that the server named, in the language of the page. */
export class Refused extends Error {
  constructor(problem: Problem) {
    const expected = problem.expected[LANG] && t(`expected: ${problem.expected.en}`, `预期：${problem.expected.zh}`);
    const shown = [problem.what[LANG], problem.where, expected, problem.next_step[LANG]];
    super(shown.filter(Boolean).join("\n"));
  }
}

const kept = new Map<string, Promise<unknown>>();

/** An answer as JSON; what was answered once is kept as long as the page is open. */
export function ask<T>(path: string, fields: Record<string, string>): Promise<T> {
  const address = `${path}?${new URLSearchParams({ ...fields, lang: LANG })}`;
  const known = kept.get(address);
  if (known) return known as Promise<T>;
  const asked = fetched<T>(address);
  kept.set(address, asked);
  asked.catch(() => kept.delete(address));
  return asked;
}

async function fetched<T>(address: string): Promise<T> {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  const body: unknown = await response.json();
  if (!response.ok) throw new Refused((body as { error: Problem }).error);
  return body as T;
}
