/* The brief: the task, what it trains, and hints one after another. Folded away once it is known. */

const briefStore = (ctx) => `sellkit:brief:${ctx.model.get("spec").key ?? ""}`;

function keep(ctx) {
  try {
    localStorage.setItem(briefStore(ctx), JSON.stringify({ folded: ctx.state.folded, hints: ctx.state.hints }));
  } catch { /* remembered for this page only */ }
}

const strongWords = (line) => line.split(/\*\*(.+?)\*\*/g).map((piece, at) => (at % 2 ? h("strong", {}, piece) : piece));

/* The little Markdown that a brief needs; everything else stays the text that it is. */
function prose(text) {
  return String(text ?? "").trim().split(/\n\s*\n/).map((block) => {
    const lines = block.split("\n").map((l) => l.trim());
    const bullet = /^[-*]\s+/;
    const number = /^\d+[.)]\s+/;
    if (lines.every((l) => bullet.test(l))) return h("ul", { class: "sk-list" }, lines.map((l) => h("li", {}, strongWords(l.replace(bullet, "")))));
    if (lines.every((l) => number.test(l))) return h("ol", { class: "sk-list" }, lines.map((l) => h("li", {}, strongWords(l.replace(number, "")))));
    if (/^#+\s/.test(lines[0])) return h("h3", {}, strongWords(lines.join(" ").replace(/^#+\s+/, "")));
    /* A wrapped line needs a space between Latin words and none between Chinese characters. */
    return h("p", {}, strongWords(lines.join(" ").replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])/g, "")));
  });
}

const listOf = (ctx, key, drawing, items) => (items?.length ? h("div", { class: `sk-aside sk-aside-${drawing}` },
  h("h3", {}, t(ctx.model, key)), h("ul", {}, items.map((text) => h("li", {}, icon(drawing), h("span", {}, text))))) : null);

function hints(ctx) {
  const { model, state } = ctx;
  const all = model.get("spec").hints ?? [];
  if (!all.length) return null;
  const open = Math.min(state.hints, all.length);
  return h("div", { class: "sk-hints" },
    open ? h("ol", { "aria-live": "polite" }, all.slice(0, open).map((text, n) => h("li", { class: "sk-hint", key: n }, icon("hint"),
      h("div", {}, h("span", { class: "sk-label" }, t(model, "views.brief.hint", { n: n + 1 })), h("p", {}, text))))) : null,
    open < all.length ? button({ icon: "hint", key: "more", text: t(model, open ? "views.brief.next-hint" : "views.brief.first-hint", { left: all.length - open }),
      onclick: () => { state.hints = open + 1; keep(ctx); command(model, "hint", { n: open + 1 }); ctx.redraw(); } })
      : h("p", { class: "sk-soft sk-small" }, t(model, "views.brief.no-more")));
}

export default defineView("brief", {
  edits: false,
  setup(ctx) {
    /* Who comes back to begun work wants the work; the task is one press away. */
    Object.assign(ctx.state, { hints: 0, folded: Object.keys(ctx.model.get("value") ?? {}).length > 0 });
    try {
      Object.assign(ctx.state, JSON.parse(localStorage.getItem(briefStore(ctx)) ?? "{}"));
    } catch { /* nothing was kept */ }
  },
  draw(ctx) {
    const { model, state } = ctx;
    const spec = model.get("spec");
    return h("section", { class: `sk-card ${state.folded ? "is-folded" : ""}`, "aria-label": t(model, "views.brief.title") },
      h("button", { class: "sk-fold", key: "fold", "aria-expanded": String(!state.folded), onclick: () => { state.folded = !state.folded; keep(ctx); ctx.redraw(); } },
        icon("flag"), h("h2", {}, t(model, "views.brief.title")),
        h("span", { class: "sk-soft sk-small" }, t(model, state.folded ? "views.brief.unfold" : "views.brief.fold")), icon(state.folded ? "down" : "up")),
      state.folded ? null : h("div", { class: "sk-brief-body" },
        h("div", { class: "sk-prose" }, prose(spec.brief), hints(ctx)),
        h("aside", { class: "sk-asides", "aria-label": t(model, "views.brief.teaches") }, listOf(ctx, "views.brief.teaches", "check", spec.teaches), listOf(ctx, "views.brief.leaves-out", "right", spec.leaves_out))));
  },
});
