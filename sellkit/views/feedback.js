/* The feedback: the total, then each criterion; what needs attention first. */

const VERDICTS = { right: "check", near: "hint", missing: "plus", extra: "close", different: "warning", unknown: "help" };
const URGENT = ["different", "extra", "missing", "unknown", "near", "right"];

const points = (model, value) => Number(value ?? 0).toLocaleString(language(model), { maximumFractionDigits: 1 });
const share = (part, whole) => (whole ? Math.max(0, Math.min(100, (100 * part) / whole)) : 0);

function meter(model, got, maximum, label) {
  return h("span", { class: "sk-track", role: "img", "aria-label": label ?? t(model, "views.feedback.of", { got: points(model, got), maximum: points(model, maximum) }) },
    h("span", { class: "sk-fill", style: { width: `${share(got, maximum)}%` } }));
}

function item(ctx, it, at) {
  const { model } = ctx;
  const names = model.get("spec").passages ?? {};
  return h("li", { class: `sk-item sk-item-${it.verdict}`, key: `${it.field ?? it.label}:${at}` },
    h("div", { class: "sk-item-head" }, h("span", { class: "sk-verdict" }, icon(VERDICTS[it.verdict] ?? "help"), t(model, `views.feedback.verdict.${it.verdict}`)),
      h("strong", { class: "sk-grow" }, it.label),
      it.points === undefined || it.points === null ? null : h("span", { class: "sk-small sk-soft" }, t(model, "views.feedback.points", { n: points(model, it.points) }))),
    it.verdict === "right" ? h("p", {}, it.given) : h("dl", { class: "sk-compare" },
      h("div", {}, h("dt", {}, t(model, "views.feedback.given")), h("dd", {}, it.given || t(model, "views.feedback.nothing"))),
      it.expected ? h("div", {}, h("dt", {}, t(model, "views.feedback.expected")), h("dd", {}, it.expected)) : null),
    it.why ? h("p", { class: "sk-why" }, it.why) : null,
    it.cites?.length ? h("div", { class: "sk-cites" }, it.cites.map((p) => chip({ key: p, icon: "cite", text: names[p] ?? p,
      label: t(model, "views.kit.show-passage", { passage: names[p] ?? p }), onclick: () => showPassage(p) }))) : null);
}

function criterion(ctx, c) {
  const { model, state } = ctx;
  const isOpen = state.open.has(c.id);
  const items = [...(c.items ?? [])].sort((a, b) => URGENT.indexOf(a.verdict) - URGENT.indexOf(b.verdict));
  const counts = Object.keys(VERDICTS).map((v) => [v, items.filter((i) => i.verdict === v).length]).filter(([, n]) => n);
  return h("li", { class: "sk-card sk-criterion", key: c.id },
    h("button", { class: "sk-fold", "aria-expanded": String(isOpen), onclick: () => { if (isOpen) state.open.delete(c.id); else state.open.add(c.id); ctx.redraw(); } },
      h("h3", { class: "sk-grow" }, c.title), meter(model, c.points, c.maximum),
      h("span", { class: "sk-points" }, t(model, "views.feedback.of", { got: points(model, c.points), maximum: points(model, c.maximum) })), icon(isOpen ? "up" : "down")),
    counts.length ? h("p", { class: "sk-row sk-small sk-counts" }, counts.map(([v, n]) => h("span", { class: `sk-count-${v}`, key: v }, icon(VERDICTS[v]), `${t(model, `views.feedback.verdict.${v}`)} ${n}`))) : null,
    c.level ? h("p", { class: "sk-reached" }, c.level) : null,
    c.comment ? h("blockquote", { class: "sk-words" }, c.comment) : null,
    isOpen && items.length ? h("ul", { class: "sk-items" }, items.map((it, at) => item(ctx, it, at))) : null);
}

export default defineView("feedback", {
  edits: false,
  setup(ctx) {
    ctx.state.open = new Set((ctx.model.get("spec").card?.criteria ?? []).slice(0, 1).map((c) => c.id));
  },
  draw(ctx) {
    const { model } = ctx;
    const { card, home } = model.get("spec");
    if (!card) return h("p", { class: "sk-empty" }, t(model, "views.feedback.none"));
    const total = t(model, "views.feedback.of", { got: points(model, card.total), maximum: points(model, card.maximum) });
    return h("article", { class: "sk-feedback-box", "aria-label": t(model, "views.feedback.title") },
      home === true ? button({ icon: "left", kind: "quiet", class: "sk-back", text: t(model, "views.kit.home"), onclick: () => command(model, "home") })
        : home ? h("a", { class: "sk-back", href: home }, icon("left"), t(model, "views.kit.home")) : null,
      h("header", { class: "sk-card sk-total" },
        h("div", { class: "sk-grow" }, h("p", { class: "sk-soft" }, t(model, "views.feedback.title")), h("h1", {}, card.title),
          h("p", { class: "sk-soft sk-small" }, [card.attempt ? t(model, "views.feedback.attempt", { n: card.attempt }) : "", card.at ? day(model, card.at) : "", card.assessor ? t(model, "views.feedback.by", { name: card.assessor }) : ""].filter(Boolean).join(" · "))),
        h("div", { class: "sk-score" }, h("span", { class: "sk-big" }, points(model, card.total)), h("span", { class: "sk-soft" }, t(model, "views.feedback.out-of", { maximum: points(model, card.maximum) })), meter(model, card.total, card.maximum, total)),
        card.comment ? h("blockquote", { class: "sk-words" }, card.comment) : null),
      h("h2", {}, t(model, "views.feedback.criteria")),
      h("ul", { class: "sk-criteria" }, (card.criteria ?? []).map((c) => criterion(ctx, c))));
  },
});
