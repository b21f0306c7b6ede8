/** The editor of the workbench: SPARQL with completion by English or Chinese label. */

import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";

import { t } from "./words";

export interface Term {
  name: string;
  en: string;
  zh: string;
  comment: string;
}

const MOST = 60;
const KEYWORDS = [
  ..."SELECT CONSTRUCT ASK DESCRIBE WHERE FILTER OPTIONAL UNION MINUS BIND VALUES GRAPH DISTINCT".split(" "),
  ..."LIMIT OFFSET COUNT SUM MIN MAX SAMPLE LANG LANGMATCHES STR CONTAINS STRSTARTS REGEX BOUND IF".split(" "),
  ..."COALESCE EXISTS".split(" "),
  ...["ORDER BY", "GROUP BY", "NOT EXISTS", "GROUP_CONCAT"],
];

const LOOK = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--ground)", fontSize: "0.92rem", minHeight: "16rem", maxHeight: "60vh" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace, "Noto Sans CJK SC"', lineHeight: "1.55", overflow: "auto", minHeight: "16rem" },
  ".cm-content": { caretColor: "var(--ink)", whiteSpace: "pre-wrap" },
  "&.cm-focused": { outline: "none" },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--soft)", border: "none" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark) !important" },
  ".cm-tooltip": { backgroundColor: "var(--ground)", border: "1px solid var(--line)", color: "var(--ink)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--ground)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.8", marginLeft: "1em" },
  ".cm-placeholder": { color: "var(--soft)" },
  ".cm-matchingBracket": { backgroundColor: "var(--focus-mark) !important" },
});

const COLORS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--index)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--park)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--person)" },
  { tag: [tags.atom, tags.number, tags.bool], color: "var(--project)" },
  { tag: [tags.tagName, tags.standard(tags.name), tags.definition(tags.variableName)], color: "var(--organization)" },
  { tag: tags.comment, color: "var(--soft)" },
]);

export class Editor {
  private readonly view: EditorView;
  private terms: Term[] = [];

  /** The styles of the editor stay in a shadow tree: the page allows no styles but its own file. */
  constructor(place: HTMLElement, run: () => void) {
    const root = place.attachShadow({ mode: "open" });
    this.view = new EditorView({
      root,
      parent: root as unknown as Element,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          history(),
          bracketMatching(),
          EditorView.lineWrapping,
          StreamLanguage.define(sparql),
          syntaxHighlighting(COLORS),
          LOOK,
          placeholder("SELECT ?who ?post { ?role org:member ?who ; zj:post ?post }"),
          autocompletion({ override: [(context) => this.complete(context)], icons: false }),
          EditorView.contentAttributes.of({ "aria-label": t("SPARQL query", "SPARQL 查询"), tabindex: "0" }),
          keymap.of([
            {
              key: "Mod-Enter",
              run: () => {
                run();
                return true;
              },
            },
            ...completionKeymap,
            ...defaultKeymap,
            ...historyKeymap,
          ]),
        ],
      }),
    });
  }

  know(terms: Term[]): void {
    this.terms = terms;
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  set text(text: string) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  focus(): void {
    this.view.focus();
  }

  private complete(context: CompletionContext): CompletionResult | null {
    const word = context.matchBefore(/[?$:\w\u3400-\u9fff-]+/);
    if (!word && !context.explicit) return null;
    const written = (word?.text ?? "").toLowerCase();
    const from = word?.from ?? context.pos;
    if (written.startsWith("?") || written.startsWith("$")) {
      return { from, options: this.variables(context, written), filter: false };
    }
    const found = [...this.matching(written), ...keywords(written)];
    return found.length ? { from, options: found.slice(0, MOST), filter: false } : null;
  }

  /** Terms whose name or label in either language begins with what is written, then holds it. */
  private matching(written: string): Completion[] {
    const local = written.replace(/^\w+:/, "");
    const prefix = written.includes(":") ? written.slice(0, written.indexOf(":") + 1) : "";
    const ranked = this.terms.flatMap((term) => {
      if (prefix && !term.name.startsWith(prefix)) return [];
      const names = [term.name.slice(term.name.indexOf(":") + 1), term.en, term.zh].map((each) => each.toLowerCase());
      if (!local || names.some((each) => each.startsWith(local))) return [{ term, rank: 0 }];
      return names.some((each) => each.includes(local)) ? [{ term, rank: 1 }] : [];
    });
    return ranked
      .sort((a, b) => a.rank - b.rank || a.term.name.length - b.term.name.length)
      .map(({ term }) => ({
        label: term.name,
        detail: [term.zh, term.en].filter(Boolean).join(" · "),
        info: term.comment || undefined!,
        type: "property",
      }));
  }

  private variables(context: CompletionContext, written: string): Completion[] {
    const all = new Set(context.state.doc.toString().match(/\?\w+/g));
    return [...all]
      .filter((each) => each.toLowerCase().startsWith(written) && each.toLowerCase() !== written)
      .sort()
      .map((label) => ({ label, type: "variable" }));
  }
}

function keywords(written: string): Completion[] {
  if (!written || written.includes(":")) return [];
  return KEYWORDS.filter((each) => each.toLowerCase().startsWith(written)).map((label) => ({ label, type: "keyword" }));
}
