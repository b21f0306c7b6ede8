/** The answer of the endpoint as rows, whatever the form of the query. */

import { type Bilingual, type Problem, Refused } from "./api";
import { LANG, t } from "./words";

export interface Cell {
  type: "uri" | "literal" | "bnode";
  value: string;
  lang: string;
  datatype: string;
}

export interface Answer {
  columns: string[];
  rows: (Cell | null)[][];
  /** Triples: the columns are subject, predicate, object. */
  isGraph: boolean;
  /** What the answer leaves out and why; empty for a whole one. */
  cut: string;
}

const TABLE = "application/sparql-results+json";
const TRIPLES = "application/n-triples";
const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/g;

export async function answer(query: string): Promise<Answer> {
  const response = await asked(query, `${TABLE}, ${TRIPLES}`);
  const limit = response.headers.get("Zjkg-Cut") ?? "";
  if (response.headers.get("Content-Type")?.startsWith(TRIPLES)) {
    const lines = (await response.text()).split("\n");
    const rows = lines.filter((line) => /^[<_]/.test(line)).map(triple);
    const notice = lines.find((line) => line.startsWith("# "))?.slice(2);
    return { columns: ["subject", "predicate", "object"], rows, isGraph: true, cut: told(limit, notice) };
  }
  const body = (await response.json()) as Results;
  const cut = told(limit, body.cut);
  if (body.boolean !== undefined) {
    const said = body.boolean ? t("yes", "是") : t("no", "否");
    return { columns: [t("answer", "回答")], rows: [[literal(said)]], isGraph: false, cut };
  }
  const columns = body.head.vars ?? [];
  const rows = (body.results?.bindings ?? []).map((row) => columns.map((name) => cell(row[name])));
  return { columns, rows, isGraph: false, cut };
}

/** What is said of a limit: the notice holds it in English and Chinese with a slash between them. */
function told(limit: string, notice = ""): string {
  const [en, zh] = notice.split(" / ");
  if (en && zh) return t(`${en[0]?.toUpperCase() ?? ""}${en.slice(1)}.`, `${zh}。`);
  return limit && t(`The answer was cut by the limit of ${limit}.`, `结果因上限（${limit}）被截断。`);
}

/** The answer as a file, in the format that is asked for. */
export async function file(query: string, mediaType: string): Promise<Blob> {
  return (await asked(query, mediaType)).blob();
}

/** What the server says of a query beside its answer: misspelt terms, why there is no row. */
export async function advice(query: string): Promise<string[]> {
  const response = await asked(query, "application/json", "/sparql/advice");
  return ((await response.json()) as { advice: Bilingual[] }).advice.map((each) => each[LANG]);
}

async function asked(query: string, accept: string, place = "/sparql"): Promise<Response> {
  const response = await fetch(place, {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: accept },
    body: query,
  });
  if (response.ok) return response;
  const said = await response.text();
  try {
    throw new Refused((JSON.parse(said) as { error: Problem }).error);
  } catch (error) {
    throw error instanceof SyntaxError ? new Error(said) : error;
  }
}

interface Binding {
  type: string;
  value: string;
  "xml:lang"?: string;
  datatype?: string;
}

interface Results {
  head: { vars?: string[] };
  results?: { bindings: Record<string, Binding>[] };
  boolean?: boolean;
  cut?: string;
}

function cell(binding: Binding | undefined): Cell | null {
  if (!binding) return null;
  const type = binding.type === "uri" || binding.type === "bnode" ? binding.type : "literal";
  return { type, value: binding.value, lang: binding["xml:lang"] ?? "", datatype: binding.datatype ?? "" };
}

function literal(value: string): Cell {
  return { type: "literal", value, lang: "", datatype: "" };
}

function triple(line: string): Cell[] {
  return [...line.matchAll(TERM)].slice(0, 3).map(([, iri, blank, text, lang, datatype]) => {
    if (iri !== undefined) return { type: "uri", value: unescaped(iri), lang: "", datatype: "" };
    if (blank !== undefined) return { type: "bnode", value: blank, lang: "", datatype: "" };
    return { type: "literal", value: unescaped(text ?? ""), lang: lang ?? "", datatype: datatype ?? "" };
  });
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short, long, other: string) =>
    short || long ? String.fromCodePoint(parseInt((short ?? long) as string, 16)) : (ESCAPES[other] ?? other),
  );
}
