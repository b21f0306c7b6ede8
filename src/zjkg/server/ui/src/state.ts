/** What the explorer shows, as a value: it is in the address, so that a link shows the same. */

import { languageField } from "./words";

export interface Expansion {
  at: string;
  kind: string;
}

export interface State {
  /** Things that were put into the graph by themselves. */
  roots: string[];
  expansions: Expansion[];
  /** Things that were taken out of it. */
  removed: string[];
  types: string[];
  sources: string[];
  modalities: string[];
  /** When it was published. */
  from: string;
  to: string;
  /** The years that are spoken of. */
  since: string;
  until: string;
  /** Whether all links among what is shown are shown. */
  isJoined: boolean;
  selected: string;
  view: "graph" | "table";
}

export const EMPTY: State = {
  roots: [],
  expansions: [],
  removed: [],
  types: [],
  sources: [],
  modalities: [],
  from: "",
  to: "",
  since: "",
  until: "",
  isJoined: false,
  selected: "",
  view: "graph",
};

export function fromAddress(search: string): State {
  const fields = new URLSearchParams(search);
  return {
    roots: fields.getAll("n"),
    expansions: fields.getAll("x").map((written) => {
      const [at = "", kind = ""] = written.split(" ");
      return { at, kind };
    }),
    removed: fields.getAll("off"),
    types: fields.getAll("hide"),
    sources: fields.getAll("nosource"),
    modalities: fields.getAll("nomodality"),
    from: fields.get("from") ?? "",
    to: fields.get("to") ?? "",
    since: fields.get("since") ?? "",
    until: fields.get("until") ?? "",
    isJoined: fields.get("join") === "1",
    selected: fields.get("sel") ?? "",
    view: fields.get("view") === "table" ? "table" : "graph",
  };
}

export function toAddress(state: State): string {
  const fields: [string, string][] = [
    ...state.roots.map((each): [string, string] => ["n", each]),
    ...state.expansions.map((each): [string, string] => ["x", `${each.at} ${each.kind}`]),
    ...state.removed.map((each): [string, string] => ["off", each]),
    ...state.types.map((each): [string, string] => ["hide", each]),
    ...state.sources.map((each): [string, string] => ["nosource", each]),
    ...state.modalities.map((each): [string, string] => ["nomodality", each]),
  ];
  if (state.from) fields.push(["from", state.from]);
  if (state.to) fields.push(["to", state.to]);
  if (state.since) fields.push(["since", state.since]);
  if (state.until) fields.push(["until", state.until]);
  if (state.isJoined) fields.push(["join", "1"]);
  if (state.selected) fields.push(["sel", state.selected]);
  if (state.view === "table") fields.push(["view", "table"]);
  return `?${new URLSearchParams([...fields, ...languageField()])}`;
}

/** The list without the value if it holds it, else with it. */
export function toggled(list: string[], value: string): string[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}

export function isExpanded(state: State, at: string, kind: string): boolean {
  return state.expansions.some((each) => each.at === at && each.kind === kind);
}
