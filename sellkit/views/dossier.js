/* The dossier: tabs, search, paragraphs that can be cited. */

const KIND_ICONS = ["profile", "report", "figures", "notice", "minutes", "mail", "call-notes", "press", "remark", "rfi"];
const documentsOf = (ctx) => ctx.model.get("spec").documents ?? [];
const tabStore = (ctx) => `sellkit:tab:${ctx.model.get("spec").key ?? ""}`;

function keptTab(ctx) {
  try {
    return localStorage.getItem(tabStore(ctx));
  } catch {
    return null; // no storage: the first document opens
  }
}

function openDocument(ctx, id) {
  ctx.state.open = id;
  ctx.state.at = null;
  requestAnimationFrame(() => {
    find(ctx, "page")?.scrollTo(0, 0);
    find(ctx, id)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  try {
    localStorage.setItem(tabStore(ctx), id);
  } catch { /* remembered for this page only */ }
  ctx.redraw();
}

const shown = (ctx) => documentsOf(ctx).find((d) => d.id === ctx.state.open) ?? documentsOf(ctx)[0];

/* All runs of text of a block, each {text, strong, em}; search and drawing both go through here. */
const runs = (part) => (Array.isArray(part) ? part : [part ?? ""]).map((r) => (typeof r === "object" ? r : { text: String(r) }));

function parts(block) {
  if (block.cells) return block.cells.flat().map(runs);
  if (block.items) return block.items.map((i) => runs(i?.spans ?? i?.text ?? i));
  return [runs(block.spans ?? block.text)];
}

const plain = (block) => parts(block).map((p) => p.map((r) => r.text).join("")).join(" ");

function needle(ctx) {
  const words = (ctx.state.query ?? "").trim();
  return words ? new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "giu") : null;
}

const hitsIn = (found, block) =>
  found ? parts(block).flat().reduce((n, run) => n + [...run.text.matchAll(found)].length, 0) : 0;

function hitList(ctx) {
  const found = needle(ctx);
  if (!found) return [];
  return documentsOf(ctx).flatMap((d) => d.blocks.flatMap((b, at) =>
    Array.from({ length: hitsIn(found, b) }, () => ({ document: d.id, block: at }))));
}

function marked(text, found) {
  if (!found) return text;
  const pieces = [];
  let from = 0;
  for (const hit of text.matchAll(found)) {
    if (!hit[0]) break;
    pieces.push(text.slice(from, hit.index), h("mark", {}, hit[0]));
    from = hit.index + hit[0].length;
  }
  return [...pieces, text.slice(from)];
}

const rich = (part, found) => runs(part).map((run) => {
  const inner = marked(run.text, found);
  return run.strong ? h("strong", {}, inner) : run.em ? h("em", {}, inner) : inner;
});

const looksLikeNumber = (cell) => /^[\s\d.,%+−–()-]*\d[\s\d.,%+−–()-]*\p{L}{0,3}$/u.test(runs(cell).map((r) => r.text).join(""));

function blockBody(block, found) {
  if (block.kind === "heading") return h("h3", {}, rich(block.spans ?? block.text, found));
  if (block.kind === "quote" && block.items) return h("blockquote", {}, block.items.map((i) => h("p", {}, rich(i?.spans ?? i?.text ?? i, found))));
  if (block.kind === "list") return h(block.ordered ? "ol" : "ul", { class: "sk-list" }, block.items.map((i) => h("li", {}, rich(i?.spans ?? i?.text ?? i, found))));
  if (block.kind === "table") {
    const [head, ...rows] = block.cells;
    const cell = (tag, c) => h(tag, { class: looksLikeNumber(c) ? "sk-number" : null, scope: tag === "th" ? "col" : null }, rich(c, found));
    return h("div", { class: "sk-table" }, h("table", {}, h("thead", {}, h("tr", {}, head.map((c) => cell("th", c)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((c) => cell("td", c)))))));
  }
  return h(block.kind === "quote" ? "blockquote" : "p", {}, rich(block.spans ?? block.text, found));
}

function citedIn(model) {
  const fields = new Map();
  for (const [field, given] of Object.entries(answers(model))) {
    for (const passage of given?.cites ?? []) fields.set(passage, [...(fields.get(passage) ?? []), field]);
  }
  return fields;
}

const fieldName = (ctx) => ctx.state.focusLabel || ctx.model.get("spec").labels?.[ctx.model.get("focus")] || t(ctx.model, "views.dossier.this-field");

function cite(ctx, passage, remove) {
  const { model } = ctx;
  if (locked(model)) return; // an earlier version is only looked at
  const field = model.get("focus");
  if (!field) {
    toast(ctx, t(model, "views.dossier.no-field"), { kind: "error" });
    return;
  }
  send("sellkit:flush", {}); // what is being typed comes first
  send("sellkit:cite", { key: model.get("spec").key ?? "", field, passage, remove });
  mark(model, field, passage, remove);
  const what = fieldName(ctx);
  toast(ctx, t(model, remove ? "views.dossier.uncited" : "views.dossier.cited-for", { what }),
    { action: { text: t(model, "views.dossier.to-board"), onclick: () => { send("sellkit:pane", { pane: "board" }); jump(field); } } });
}

/* Shown at once, also without a network; the next word from Python is the valid one. */
function mark(model, field, passage, remove) {
  const others = (answer(model, field)?.cites ?? []).filter((c) => c !== passage);
  model.set("value", { ...model.get("value"), [field]: { value: "", cites: remove ? others : [...others, passage] } });
}

function drawBlock(ctx, block, at, cited, found) {
  const { model, state } = ctx;
  if (!block.passage) return h("div", { class: `sk-heading sk-heading-${block.level ?? 2}` }, blockBody(block, found));
  const fields = cited.get(block.passage) ?? [];
  const here = fields.includes(model.get("focus"));
  const current = at === (state.at ?? 0);
  const press = !locked(model) ? button({ icon: here ? "check" : "cite", kind: here ? "" : "quiet", class: "sk-cite", tabindex: current ? "0" : "-1",
    text: t(model, here ? "views.dossier.cited" : "views.dossier.cite"), pressed: here, key: "cite",
    label: t(model, here ? "views.dossier.cited" : "views.dossier.cite-this", { n: at + 1 }),
    onclick: () => cite(ctx, block.passage, here) }) : null;
  return h("article", { class: `sk-block sk-block-${block.kind} ${here ? "is-here" : fields.length ? "is-cited" : ""} ${state.flash === block.passage ? "is-flash" : ""}`,
    key: block.passage, tabindex: current ? "0" : "-1", "aria-label": t(model, "views.dossier.paragraph", { n: at + 1 }),
    data: { at, passage: block.passage }, onfocusin: () => { if (state.at !== at) { state.at = at; ctx.redraw(); } } },
    blockBody(block, found),
    h("div", { class: "sk-block-side" },
      fields.length && !here ? h("span", { class: "sk-elsewhere" }, icon("check"), t(model, "views.dossier.cited-elsewhere", { n: fields.length })) : null,
      press));
}

function moveBy(ctx, step) {
  const all = [...ctx.root.querySelectorAll(".sk-block")];
  const to = Math.min(all.length - 1, Math.max(0, (ctx.state.at ?? (step > 0 ? -1 : 0)) + step));
  all[to]?.focus();
}

function readingKeys(ctx, event) {
  if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "ArrowDown") moveBy(ctx, 1);
  else if (event.key === "k" || event.key === "ArrowUp") moveBy(ctx, -1);
  else if (event.key === "/") find(ctx, "search").focus();
  else if (event.key === "Enter" && event.target.matches(".sk-block")) {
    const passage = event.target.dataset.passage;
    if (passage) cite(ctx, passage, (answer(ctx.model, ctx.model.get("focus"))?.cites ?? []).includes(passage));
  } else return;
  event.preventDefault();
}

function toHit(ctx, step) {
  const hits = hitList(ctx);
  if (!hits.length) return;
  ctx.state.hit = ((ctx.state.hit ?? (step > 0 ? -1 : 0)) + step + hits.length) % hits.length;
  const hit = hits[ctx.state.hit];
  openDocument(ctx, hit.document);
  requestAnimationFrame(() => {
    const before = hits.slice(0, ctx.state.hit).filter((x) => x.document === hit.document).length;
    const place = ctx.root.querySelectorAll(".sk-page mark")[before];
    ctx.root.querySelectorAll("mark.is-now").forEach((m) => m.classList.remove("is-now"));
    place?.classList.add("is-now");
    place?.scrollIntoView({ block: "center" });
  });
}

function searchBox(ctx, hits) {
  const { model, state } = ctx;
  const asked = !!needle(ctx);
  const files = new Set(hits.map((x) => x.document)).size;
  return h("div", { class: "sk-search", role: "search" },
    icon("search"),
    h("input", { class: "sk-input", type: "text", inputmode: "search", key: "search", value: state.query ?? "", "aria-label": t(model, "views.dossier.search"),
      placeholder: t(model, "views.dossier.search"), autocomplete: "off", spellcheck: "false",
      oninput: (e) => { state.query = e.currentTarget.value; state.hit = null; ctx.redraw(); },
      onkeydown: (e) => {
        if (e.isComposing) return;
        if (e.key === "Enter") toHit(ctx, e.shiftKey ? -1 : 1);
        if (e.key === "Escape") { state.query = ""; ctx.redraw(); }
      } }),
    asked ? h("span", { class: "sk-count", role: "status" }, hits.length
      ? t(model, "views.dossier.found", { n: hits.length, files }) : t(model, "views.dossier.nothing")) : null,
    asked && hits.length ? [
      iconButton({ icon: "up", kind: "quiet", label: t(model, "views.dossier.previous-hit"), key: "hit-up", onclick: () => toHit(ctx, -1) }),
      iconButton({ icon: "down", kind: "quiet", label: t(model, "views.dossier.next-hit"), key: "hit-down", onclick: () => toHit(ctx, 1) })] : null);
}

function tabs(ctx, open, hits, cited) {
  const { model } = ctx;
  return h("div", { class: "sk-tabs", role: "tablist", "aria-label": t(model, "views.dossier.documents"), key: "tabs",
    onkeydown: (e) => { const to = arrows(e, "[role=tab]", { keys: "row" }); if (to) openDocument(ctx, to.dataset.document); } },
    documentsOf(ctx).map((d) => {
      const found = hits.filter((x) => x.document === d.id).length;
      const used = d.blocks.filter((b) => cited.has(b.passage)).length;
      return h("button", { class: "sk-tab", role: "tab", key: d.id, id: `sk-tab-${d.id}`, "aria-selected": String(d === open), tabindex: d === open ? "0" : "-1",
        "aria-controls": "sk-page", data: { document: d.id }, onclick: () => openDocument(ctx, d.id) },
        icon(KIND_ICONS.includes(d.kind) ? d.kind : "report"),
        h("span", { class: "sk-tab-text" }, h("span", { class: "sk-tab-title" }, d.title),
          h("span", { class: "sk-tab-date" }, day(model, d.date), used ? h("span", { class: "sk-tab-used", title: t(model, "views.dossier.used", { n: used }) }, `✓ ${used}`) : null)),
        found ? h("span", { class: "sk-badge", "aria-label": t(model, "views.dossier.hits", { n: found }) }, found) : null);
    }));
}

function target(ctx) {
  const { model, state } = ctx;
  if (locked(model)) return null;
  const chosen = model.get("focus");
  return h("p", { class: `sk-target ${chosen ? "" : "is-none"}` }, icon("cite"),
    chosen ? t(model, "views.dossier.citing-for", { what: fieldName(ctx) }) : t(model, "views.dossier.choose-field"));
}

export default defineView("dossier", {
  edits: false,
  setup(ctx) {
    ctx.state.open = keptTab(ctx);
    ctx.listen(document, "sellkit:focus", ({ detail }) => {
      if (!isOurs(ctx.model, detail)) return;
      ctx.state.focusLabel = detail.label;
      ctx.redraw();
    });
    const forget = () => { ctx.state.focusLabel = ""; }; // said in the language before
    ctx.model.on("change:spec", forget);
    ctx.cleanup(() => ctx.model.off("change:spec", forget));
    ctx.listen(document, "sellkit:show-passage", (e) => {
      const { passage } = e.detail;
      const home = documentsOf(ctx).find((d) => d.blocks.some((b) => b.passage === passage));
      if (!home) return;
      send("sellkit:pane", { pane: "dossier" });
      openDocument(ctx, home.id);
      ctx.state.flash = passage;
      requestAnimationFrame(() => {
        const block = find(ctx, passage);
        block?.scrollIntoView({ block: "center" });
        block?.focus({ preventScroll: true });
      });
      setTimeout(() => { ctx.state.flash = null; ctx.redraw(); }, 2400);
    });
  },
  draw(ctx) {
    const { model } = ctx;
    const open = shown(ctx);
    if (!open) return h("p", { class: "sk-empty" }, t(model, "views.dossier.empty"));
    const all = documentsOf(ctx);
    const at = all.indexOf(open);
    const citable = open.blocks.filter((b) => b.passage);
    const hits = hitList(ctx);
    const cited = citedIn(model);
    const found = needle(ctx);
    const turn = (to, drawing, key) => (to ? button({ kind: "quiet", icon: drawing, text: to.title, label: t(model, key, { title: to.title }), key,
      onclick: () => { openDocument(ctx, to.id); requestAnimationFrame(() => find(ctx, `page-${to.id}`)?.focus()); } }) : h("span", { key }));
    return h("section", { class: "sk-dossier-box", "aria-label": t(model, "views.dossier.title"), onkeydown: (e) => readingKeys(ctx, e) },
      h("div", { class: "sk-dossier-top" }, searchBox(ctx, hits), tabs(ctx, open, hits, cited), target(ctx)),
      h("div", { class: "sk-page", role: "tabpanel", id: "sk-page", "aria-labelledby": `sk-tab-${open.id}`, key: "page" },
        h("header", { class: "sk-page-head", key: `page-${open.id}`, tabindex: "-1" },
          h("span", { class: "sk-kind" }, icon(KIND_ICONS.includes(open.kind) ? open.kind : "report"), t(model, `views.dossier.kind.${open.kind}`)),
          h("h2", {}, open.title), h("time", { class: "sk-soft sk-small", datetime: open.date }, day(model, open.date))),
        open.blocks.map((b) => drawBlock(ctx, b, citable.indexOf(b), cited, found)),
        h("nav", { class: "sk-turn", key: "turn", "aria-label": t(model, "views.dossier.turn") },
          turn(all[at - 1], "left", "views.dossier.previous"), turn(all[at + 1], "right", "views.dossier.next"))),
      h("p", { class: "sk-keys sk-small sk-soft" }, t(model, "views.dossier.keys")));
  },
});
